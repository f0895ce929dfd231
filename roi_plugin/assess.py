"""Judge every decision of a folder: links, returns, stakes and findings."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from roi_plugin.economics.key_figures import KeyFigures
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.verdict import Verdict, verdict
from roi_plugin.economics.weighing import Weighed
from roi_plugin.model.assumption import Assumption
from roi_plugin.model.class_problems import class_problems
from roi_plugin.model.date_problems import date_problems
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.drift import Drift
from roi_plugin.model.duplicate_names import duplicate_names
from roi_plugin.model.finding import Finding, Problem, in_order
from roi_plugin.model.history import NO_HISTORY, History, RecordHistory
from roi_plugin.model.limit_problems import limit_problems
from roi_plugin.model.link_problems import link_problems
from roi_plugin.model.links import DecisionLinks, Links, binds, derive_links
from roi_plugin.model.metric_names import metric_name_problems
from roi_plugin.model.moved_assumptions import moved_assumptions
from roi_plugin.model.option_problems import option_problems
from roi_plugin.model.policy import Policy
from roi_plugin.model.record_past import NOTHING_PAST, RecordPast
from roi_plugin.model.register import Register
from roi_plugin.model.required_fields import required_field_problems
from roi_plugin.model.standing_days import StandingDay
from roi_plugin.model.waiver_problems import waiver_problems
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Context, Rule
from roi_plugin.rules.runner import concerns
from roi_plugin.rules.stakes import stakes_level
from roi_plugin.rules.unknown_rules import unknown_settings, unknown_waivers
from roi_plugin.sources.policy_file import PolicyFile
from roi_plugin.sources.record_files import Folder, RecordFile
from roi_plugin.sources.withheld_files import withheld_files

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal

WeighedOf = Callable[[RecordFile, Decision], Weighed]
"""Gives a decision weighed, computed or kept."""


class Judged(Struct, frozen=True, kw_only=True):
    """One decision with all that is known of it; `stakes` is 0 (small, two-way) to 2 (large, one-way or personal).

    `returns` hold the appraised figures. `history` is None where git knows nothing of the record. `appraisal`, all that
    stands behind the figures, and `drift`, how its forecast moved, are None where nobody asked for them. `accepted_as`
    is the decision as it was accepted, None too where what was forecast is still the same.
    """

    decision: Decision
    file: RecordFile
    links: DecisionLinks
    returns: Returns
    figures: KeyFigures
    stakes: int
    findings: tuple[Finding, ...]
    history: RecordHistory | None = None
    past: RecordPast = NOTHING_PAST
    appraisal: "Appraisal | None" = None
    drift: Drift | None = None
    accepted_as: "Judged | None" = None

    @property
    def binds(self) -> bool:
        """Whether it binds now: it is in force, and what was decided was not reverted."""
        return binds(self.decision, self.links)

    @property
    def verdict(self) -> Verdict:
        """What it is worth in one sentence; options stand by their ids in backticks."""
        return verdict(self.returns, self.figures, rejected=self.decision.status is Status.REJECTED)


class RegisterPast(Struct, frozen=True, kw_only=True):
    """The register replayed: the path of each record's life, where it stands or last stood, and the days' totals."""

    paths: tuple[str, ...]
    days: tuple[StandingDay, ...]


class Assessment(Struct, frozen=True, kw_only=True):
    """A whole folder, judged as of `today`.

    `judged` and `broken` (records that could not be read as decisions) stand in the order of their paths;
    `findings` are all findings of all files in the order of their places; `assumptions` those shared, by id;
    `history` what git knows; `formerly` the paths, as people see them, of the records of the base it was compared with;
    `past` how the register stood on every day, None where nobody asked for it; `withheld` the paths of records that
    these readers may not see, of which nothing else is here, and `withheld_files` those of files that only these name.
    """

    today: dt.date
    policy: Policy
    rules: tuple[Rule, ...] = RULES
    register: Register
    judged: tuple[Judged, ...]
    broken: tuple[RecordFile, ...]
    findings: tuple[Finding, ...]
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    history: History = NO_HISTORY
    formerly: frozenset[str] = frozenset()
    past: "RegisterPast | None" = None
    withheld: frozenset[str] = frozenset()
    withheld_files: frozenset[str] = frozenset()

    @property
    def records(self) -> int:
        """How many record files were read, the broken ones included."""
        return len(self.judged) + len(self.broken)


def assess(  # noqa: PLR0913 - what was read, and how to judge it
    folder: Folder,
    policy: PolicyFile,
    *,
    today: dt.date,
    weighed: WeighedOf,
    rules: Sequence[Rule] = RULES,
    history: History = NO_HISTORY,
    pasts: Mapping[str, RecordPast] | None = None,
) -> Assessment:
    """Judge every decision that could be read, as it is `weighed` and by the `rules`; pass on what else was found."""
    files = [(file, file.decision) for file in folder.records if file.decision is not None]
    unread = [file.path for file in folder.records if file.decision is None]
    withheld = [file.decision for file in folder.withheld if file.decision is not None]
    register = Register((decision for _, decision in files), unread=unread, withheld=withheld)
    links = derive_links(register, withheld=withheld)
    broken_links = link_problems(register)
    all_weighed = {decision.path: weighed(file, decision) for file, decision in files}
    world = _World(
        register=register,
        links=links,
        policy=policy.policy,
        today=today,
        weighed=all_weighed,
        figures={path: each.figures for path, each in all_weighed.items()},
        assumptions=folder.assumptions,
        history=history,
        pasts=pasts or {},
        rules=tuple(rules),
        names=frozenset(rule.name for rule in rules),
    )
    judged = tuple(_judge(file, decision, broken_links.get(decision.path, ()), world) for file, decision in files)
    broken = _with_link_findings(folder, register)
    found = [*folder.findings, *policy.findings]
    found += [policy.source.finding(problem) for problem in unknown_settings(policy.policy.judging, world.names)]
    found += [finding for one in judged for finding in one.findings]
    found += [finding for file in broken for finding in file.findings]
    return Assessment(
        today=today,
        policy=policy.policy,
        rules=world.rules,
        register=register,
        judged=judged,
        broken=broken,
        findings=in_order(found),
        assumptions=folder.assumptions,
        history=history,
        withheld=frozenset(file.path for file in folder.withheld) | folder.withheld_others,
        withheld_files=withheld_files(folder.records, folder.withheld),
    )


_OF_BROKEN_RECORDS = frozenset({"link/unknown-decision", "link/self", "link/duplicate-number"})


def _with_link_findings(folder: Folder, register: Register) -> tuple[RecordFile, ...]:
    """The broken records, with what is wrong with those of their links that could be read."""
    broken = [file for file in folder.records if file.decision is None]
    readable = [file.readable for file in broken if file.readable is not None]
    if not readable:
        return tuple(broken)
    unread = [file.path for file in broken if file.readable is None]
    problems = link_problems(Register((*register.decisions, *readable), unread=unread))
    return tuple(_with_problems(file, problems.get(file.path, ()), register) for file in broken)


def _with_problems(file: RecordFile, problems: tuple[Problem, ...], register: Register) -> RecordFile:
    number = file.readable.number if file.readable is not None else None
    kept = _OF_BROKEN_RECORDS
    if number in register.by_number:
        # The record that could be read tells of the number they share.
        kept = kept - {"link/duplicate-number"}
    findings = [*file.findings, *(file.finding(problem) for problem in problems if problem.name in kept)]
    return replace(file, findings=in_order(findings))


class _World(Struct, frozen=True, kw_only=True):
    """What is the same for every decision of one assessment; all are `weighed`, by their paths."""

    register: Register
    links: Links
    policy: Policy
    today: dt.date
    weighed: Mapping[str, Weighed]
    figures: Mapping[str, KeyFigures]
    assumptions: Mapping[str, Assumption]
    history: History
    pasts: Mapping[str, RecordPast]
    rules: tuple[Rule, ...]
    names: frozenset[str]


def _judge(file: RecordFile, decision: Decision, link_faults: tuple[Problem, ...], world: _World) -> Judged:
    weighed = world.weighed[decision.path]
    returns, figures = weighed.returns, weighed.figures
    stakes = stakes_level(decision, returns, world.policy)
    context = Context(
        register=world.register,
        links=world.links,
        returns=returns,
        figures=figures,
        all_figures=world.figures,
        policy=world.policy,
        stakes=stakes,
        today=world.today,
        assumptions=world.assumptions,
        history=world.history,
        past=world.pasts.get(decision.path, NOTHING_PAST),
    )
    problems = (
        *link_faults,
        *date_problems(decision, world.today),
        *duplicate_names(decision),
        *option_problems(decision),
        *class_problems(decision),
        *weighed.problems,
        *limit_problems(decision),
        *metric_name_problems(decision),
        *waiver_problems(decision),
        *required_field_problems(decision, world.policy.judging),
        *unknown_waivers(decision, world.names),
        *concerns(decision, context, world.rules),
    )
    findings = [*file.findings, *(file.finding(problem, decision=decision.id) for problem in problems)]
    past = context.past
    if past.accepted is not None:
        past = replace(past, assumed=tuple(moved_assumptions(decision, past.accepted, world.assumptions)))
    return Judged(
        decision=decision,
        file=file,
        links=world.links.at(decision.path),
        returns=returns,
        figures=figures,
        stakes=stakes,
        findings=in_order(findings),
        history=world.history.of(decision.path),
        past=past,
    )
