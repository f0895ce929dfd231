"""Asks a decision the questions that fit its status and stakes, and signs what comes back."""

import datetime as dt

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Concern, Context, Rule

PREFIX = "risk/"


def concerns(decision: Decision, context: Context) -> tuple[Problem, ...]:
    """What the rules hold against a decision, in reading order; what is waived today is left out."""
    waived = waived_rules(decision, context.today)
    return tuple(
        _signed(rule, concern)
        for rule in RULES
        if decision.status in rule.asked_of and context.stakes >= rule.level and rule.name not in waived
        for concern in rule.check(decision, context)
    )


def waived_rules(decision: Decision, today: dt.date) -> frozenset[str]:
    """The names of the rules that this record is allowed to break today; a waiver's last day counts."""
    return frozenset(waiver.rule.removeprefix(PREFIX) for waiver in decision.waivers if waiver.until >= today)


def _signed(rule: Rule, concern: Concern) -> Problem:
    return Problem(
        field=concern.field,
        name=PREFIX + rule.name,
        severity=rule.severity,
        message=concern.message,
        help=concern.help or rule.mend,
    )
