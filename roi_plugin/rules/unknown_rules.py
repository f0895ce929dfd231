"""Waivers and policy entries that name a rule which nobody knows."""

from collections.abc import Collection, Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Problem, Severity
from roi_plugin.model.nearest import nearest
from roi_plugin.model.policy import Judging

_ALIKE = 0.75


def unknown_waivers(decision: Decision, known: Collection[str]) -> Iterator[Problem]:
    """A hint for each waiver whose rule is not known: it may be mistyped, or of a later version."""
    for index, waiver in enumerate(decision.waivers):
        if waiver.rule not in known:
            yield _unknown(waiver.rule, ("waivers", index, "rule"), "the waiver has no effect", known)


def unknown_settings(judging: Judging, known: Collection[str]) -> Iterator[Problem]:
    """The same for each entry of the policy's `rules`."""
    for name, setting in judging.rules.items():
        if name not in known:
            yield _unknown(name, ("rules", setting.written or name), "the entry has no effect", known)


def _unknown(name: str, field: FieldPath, effect: str, known: Collection[str]) -> Problem:
    near = nearest(name, known, cutoff=_ALIKE)
    return Problem(
        field=field,
        name="link/unknown-name",
        severity=Severity.INFO,
        message=f"no rule of the name `{name}` here yet: {effect}",
        help=f"did you mean `{near}`?" if near else None,
    )
