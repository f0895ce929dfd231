"""Asks a decision, written as a record's YAML, what the rules hold against it."""

import datetime as dt

import pytest
import yaml

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.key_figures import key_figures
from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.finding import dotted
from roi_plugin.model.history import NO_HISTORY
from roi_plugin.model.links import derive_links
from roi_plugin.model.policy import Policy
from roi_plugin.model.record_past import NOTHING_PAST
from roi_plugin.model.register import Register
from roi_plugin.rules.rule import Context
from roi_plugin.rules.runner import concerns
from roi_plugin.rules.stakes import stakes_level
from roi_plugin.sources.decision_data import decision_from_data
from roi_plugin.sources.shared_values import shared_values

TODAY = dt.date(2026, 9, 10)
HEAD = {"title": "Cache the embeddings", "status": "accepted", "date": "2026-03-02"}


class Text(yaml.SafeLoader):
    """Dates stay text, as in records."""


Text.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text, path="0001-cache.md", assumptions=(), body=""):
    data = HEAD | (yaml.load(text, Loader=Text) or {})  # noqa: S506 - a safe loader
    shared = shared_values(data, Assumptions(by_id={one.id: one for one in assumptions}))
    decision, problems = decision_from_data(shared.data, path=path, body=body, numbers=shared.uses)
    assert not problems
    return decision


def context_of(  # noqa: PLR0913 - what a rule may see beside the decision
    decision, *others, today=TODAY, policy=None, stakes=None, assumptions=(), history=NO_HISTORY, past=NOTHING_PAST
):
    register = Register((decision, *others))
    policy = policy or Policy()
    appraisals = {each.path: appraise(each, policy) for each in register.decisions}
    all_figures = {path: key_figures(appraisal) for path, appraisal in appraisals.items()}
    figures, returns = all_figures[decision.path], appraisals[decision.path].returns
    return Context(
        register=register,
        links=derive_links(register),
        returns=returns,
        figures=figures,
        all_figures=all_figures,
        policy=policy,
        today=today,
        stakes=stakes_level(decision, returns, policy) if stakes is None else stakes,
        assumptions={one.id: one for one in assumptions},
        history=history,
        past=past,
    )


@pytest.fixture(scope="session")
def record():
    """A decision from the YAML of a record; title, accepted status and date are filled in."""
    return read


@pytest.fixture(scope="session")
def problems_of():
    """What the rules hold against a decision, in view of others."""

    def ask(decision, *others, **view):
        return concerns(decision, context_of(decision, *others, **view))

    return ask


@pytest.fixture(scope="session")
def fields():
    """The fields at which one rule is concerned about a record's YAML."""

    def ask(rule, text, *others, **view):
        decision = read(text, assumptions=view.get("assumptions", ()))
        found = concerns(decision, context_of(decision, *others, **view))
        return [dotted(problem.field) for problem in found if problem.name == f"risk/{rule}"]

    return ask


@pytest.fixture(scope="session")
def context():
    """What a rule sees beside a decision, in view of others."""
    return context_of
