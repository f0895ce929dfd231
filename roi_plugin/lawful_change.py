"""Adds to an assessment what this branch changed and may not change."""

from collections.abc import Iterable
from dataclasses import replace

from roi_plugin.assess import Assessment
from roi_plugin.model.base_problems import base_problems
from roi_plugin.model.finding import Finding
from roi_plugin.model.register_entry import Base


def with_lawful_change(assessment: Assessment, base: Base) -> Assessment:
    """The assessment with its findings against a base, those of deleted records too."""
    problems, deleted = base_problems(base, assessment.history)
    added: list[Finding] = list(deleted)
    judged, broken = [], []
    for one in assessment.judged:
        own = [one.file.finding(problem, decision=one.decision.id) for problem in problems.get(one.decision.path, ())]
        judged.append(replace(one, findings=_sorted([*one.findings, *own])) if own else one)
        added += own
    for file in assessment.broken:
        own = [file.finding(problem) for problem in problems.get(file.path, ())]
        broken.append(replace(file, findings=_sorted([*file.findings, *own])) if own else file)
        added += own
    return replace(
        assessment,
        judged=tuple(judged),
        broken=tuple(broken),
        findings=_sorted([*assessment.findings, *added]),
        formerly=frozenset(old.shown for old in base.before),
    )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))
