"""Reference classes that are named and cannot be used as they are."""

from collections.abc import Iterator

from roi_plugin.economics.known_classes import ClassFaultError, named_benefit_class, named_cost_class
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity


def class_references(decision: Decision) -> Iterator[Problem]:
    """A problem for each side whose class has no figures: nothing is then seen from outside."""
    named = decision.reference_class
    if named is None:
        return
    for find in (named_cost_class, named_benefit_class):
        try:
            find(named)
        except ClassFaultError as wrong:
            is_name = wrong.key != "managed"
            yield Problem(
                field=("reference_class", wrong.key),
                name="link/unknown-name" if is_name else "schema/amount",
                severity=Severity.WARNING if is_name else Severity.ERROR,
                message=f"{wrong.fault}: there is no view from outside",
                help=wrong.help,
            )
