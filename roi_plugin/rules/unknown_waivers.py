"""Waivers of rules that nobody knows."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.model.nearest import nearest
from roi_plugin.rules.catalogue import RULES


def unknown_waivers(decision: Decision) -> Iterator[Problem]:
    """A hint for each waiver whose rule is not in the catalogue: it may be mistyped, or of a later version."""
    for index, waiver in enumerate(decision.waivers):
        name = waiver.rule.removeprefix("risk/")
        known = [rule.name for rule in RULES]
        if name not in known:
            near = nearest(name, known, cutoff=_ALIKE)
            yield Problem(
                field=("waivers", index, "rule"),
                name="link/unknown-name",
                severity=Severity.INFO,
                message=f"no rule of the name `{name}` here yet: the waiver has no effect",
                help=f"did you mean `{near}`?" if near else None,
            )


_ALIKE = 0.75
