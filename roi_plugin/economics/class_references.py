"""Reference classes that are named and not known."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity


def class_references(decision: Decision) -> Iterator[Problem]:
    """A problem for each class without figures: what it was named for is then not seen from outside."""
    named = decision.reference_class
    if named is None:
        return
    # Most records name no class, and a check of them does without the published figures.
    from roi_plugin.economics.known_classes import UnknownClassError, benefit_class, cost_class

    for find, name in ((cost_class, named.cost), (benefit_class, named.benefit)):
        try:
            if name:
                find(name)
        except UnknownClassError as unknown:
            yield Problem(
                field=("reference_class", unknown.key),
                name="link/unknown-name",
                severity=Severity.WARNING,
                message=f"{unknown.fault}: there is no view from outside",
                help=unknown.help,
            )
