"""Whether what a review measured is something that the record forecast."""

from collections.abc import Iterator

from roi_plugin.economics.names import PERSON_WEEK, Names
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.model.nearest import nearest


def review_references(decision: Decision, names: Names) -> Iterator[Problem]:
    """A problem for each actual under a name that is no line, input, risk, option or metric of the record."""
    others = {PERSON_WEEK, *(option.id for option in decision.options), *(metric.id for metric in decision.metrics)}
    others.update(use.id for use in decision.assumptions)
    for index, review in enumerate(decision.reviews):
        for name in review.actuals:
            if name not in others and not names.find(name, None):
                near = nearest(name, sorted({*names.known(), *others}))
                yield Problem(
                    field=("reviews", index, "actuals", name),
                    name="link/unknown-name",
                    severity=Severity.WARNING,
                    message=f"`{name}` was measured and never forecast: expected the id of a line, input, risk or "
                    "option of this record",
                    help=f"did you mean `{near}`?" if near else None,
                )
