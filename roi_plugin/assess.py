"""Judge every decision of a folder: links, returns, stakes and findings."""

import datetime as dt
from dataclasses import dataclass

from roi_plugin.economics.references import reference_problems
from roi_plugin.economics.returns import Returns, option_returns
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Finding, Problem
from roi_plugin.model.links import DecisionLinks, Links, derive_links, link_problems
from roi_plugin.model.policy import Policy
from roi_plugin.model.register import Register
from roi_plugin.rules.rule import Context
from roi_plugin.rules.runner import concerns
from roi_plugin.rules.stakes import stakes_level
from roi_plugin.sources.record_files import Folder, RecordFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One decision with all that is known of it; `stakes` is 0 (small, two-way) to 2 (large, one-way or personal)."""

    decision: Decision
    file: RecordFile
    links: DecisionLinks
    returns: Returns
    stakes: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A whole folder, judged as of `today`.

    `judged` and `broken` (records that could not be read as decisions) stand in the order of their paths;
    `findings` are all findings of all files in the order of their places.
    """

    today: dt.date
    policy: Policy
    register: Register
    judged: tuple[Judged, ...]
    broken: tuple[RecordFile, ...]
    findings: tuple[Finding, ...]

    @property
    def records(self) -> int:
        """How many record files were read, the broken ones included."""
        return len(self.judged) + len(self.broken)


def assess(folder: Folder, policy: Policy, policy_findings: tuple[Finding, ...], *, today: dt.date) -> Assessment:
    """Judge every decision that could be read; findings of the others are passed on."""
    files = [(file, file.decision) for file in folder.records if file.decision is not None]
    register = Register(decisions=tuple(decision for _, decision in files))
    links = derive_links(register)
    broken_links = link_problems(register)
    judged = tuple(
        _judge(file, decision, links, broken_links.get(decision.path, ()), register, policy, today)
        for file, decision in files
    )
    broken = tuple(file for file in folder.records if file.decision is None)
    found = [*folder.findings, *policy_findings]
    found += [finding for one in judged for finding in one.findings]
    found += [finding for file in broken for finding in file.findings]
    return Assessment(
        today=today,
        policy=policy,
        register=register,
        judged=judged,
        broken=broken,
        findings=tuple(sorted(found, key=lambda finding: finding.sort_key)),
    )


def _judge(  # noqa: PLR0913 - one call, each argument a different fact
    file: RecordFile,
    decision: Decision,
    links: Links,
    link_faults: tuple[Problem, ...],
    register: Register,
    policy: Policy,
    today: dt.date,
) -> Judged:
    returns = option_returns(decision, policy)
    stakes = stakes_level(decision, returns, policy)
    context = Context(register=register, links=links, returns=returns, policy=policy, stakes=stakes, today=today)
    problems = (*link_faults, *reference_problems(decision), *concerns(decision, context))
    findings = [*file.findings, *(file.finding(problem, decision=decision.id) for problem in problems)]
    return Judged(
        decision=decision,
        file=file,
        links=links.of(decision.id),
        returns=returns,
        stakes=stakes,
        findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
    )
