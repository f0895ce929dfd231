"""Adds to an assessment what this branch changed and may not change."""

from msgspec.structs import replace

from roi_plugin.assess import Assessment
from roi_plugin.model.base_problems import base_problems
from roi_plugin.model.finding import Finding, in_order
from roi_plugin.model.register_entry import Base


def with_lawful_change(assessment: Assessment, base: Base) -> Assessment:
    """The assessment with its findings against a base, those of deleted records too."""
    problems, deleted = base_problems(base, assessment.history)
    added: list[Finding] = list(deleted)
    judged, broken = [], []
    for one in assessment.judged:
        own = [one.file.finding(problem, decision=one.decision.id) for problem in problems.get(one.decision.path, ())]
        judged.append(replace(one, findings=in_order([*one.findings, *own])) if own else one)
        added += own
    for file in assessment.broken:
        own = [file.finding(problem) for problem in problems.get(file.path, ())]
        broken.append(replace(file, findings=in_order([*file.findings, *own])) if own else file)
        added += own
    return replace(
        assessment,
        judged=tuple(judged),
        broken=tuple(broken),
        findings=in_order([*assessment.findings, *added]),
        formerly=frozenset(old.shown for old in base.before),
    )
