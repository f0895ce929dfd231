"""Review without actuals.

Asks:    Which numbers did the review compare with the forecast?
Why:     Memory bends to the outcome. Only a number beside the number that was forecast shows by how much, and in which
         direction, a team's estimates are off, and lets the next estimate be corrected.
Reads:   `reviews[].actuals`, `reviews[].observations` of the latest review held by today that did not find it too
         early. Asked of accepted and retired decisions. A record that forecast nothing in numbers (no gain, cost, risk,
         metric or key result) has nothing to compare and is not asked.
Answer:  Write one actual or more: `actuals: {build: 71 person-weeks}`. That an event happened or did not (`yes`, `no`)
         is an actual too, and so is a measured value among `observations`.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.governance import Review
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import last_verdict
from roi_plugin.rules.rule import ONCE_ACCEPTED, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the latest review holds no number and the record held some."""
    last = last_verdict(decision, context)
    if last is None or not _forecast(decision):
        return
    index, review = last
    if not _has_number(review):
        yield Concern(
            field=("reviews", index, "actuals"),
            message=f"the review of {review.date} holds no number to set beside the forecast",
            help=_advice(decision),
        )


def _has_number(review: Review) -> bool:
    return bool(review.actuals) or any(observation.value is not None for observation in review.observations)


def _forecast(decision: Decision) -> bool:
    lines = any(
        option.gain or option.cost or option.gains or option.costs or option.risks for option in decision.options
    )
    return lines or bool(decision.metrics or decision.guardrails or decision.okr)


def _advice(decision: Decision) -> str | None:
    """The first number of a chosen option that can be compared: a cost, else a gain or a risk."""
    for _, option in chosen_options(decision):
        total = [option.id] if option.cost is not None or option.gain is not None else []
        gains, risks = (line.id for line in option.gains), (risk.id for risk in option.risks)
        names = [*(line.id for line in option.costs), *total, *gains, *risks]
        if names:
            return f"write what one forecast number turned out to be, as `actuals: {{{names[0]}: ...}}`"
    return None


RULE = Rule(
    name="review-without-actuals",
    severity=Severity.WARNING,
    level=0,
    asked_of=ONCE_ACCEPTED,
    mend="write in `actuals` what one forecast number turned out to be, under its id, or what was measured among "
    "`observations`",
    check=check,
    page=__doc__,
)
