"""What was seen of a guardrail: its own observations, and what reviews say of the same metric."""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.measurement import Observation


def observations_since(decision: Decision, guardrail: int, until: dt.date) -> list[tuple[FieldPath, Observation]]:
    """The observations of a guardrail's metric from the day of the decision on, with their places; the oldest first.

    `guardrail` is the index. What was seen before the decision is a baseline and is left out, as is what is dated after
    `until`: nobody has seen it. Of one day, the guardrail's own observations stand before those of reviews, in the
    order of the record.
    """
    return [pair for pair in observations_until(decision, guardrail, until) if pair[1].date >= decision.date]


def observations_until(decision: Decision, guardrail: int, until: dt.date) -> list[tuple[FieldPath, Observation]]:
    """The same with those before the decision."""
    found = (pair for pair in _all(decision, guardrail) if pair[1].date <= until)
    return sorted(found, key=lambda pair: pair[1].date)


def _all(decision: Decision, guardrail: int) -> Iterator[tuple[FieldPath, Observation]]:
    watched = decision.guardrails[guardrail]
    for index, seen in enumerate(watched.observations):
        yield ("guardrails", guardrail, "observations", index), seen
    for at, review in enumerate(decision.reviews):
        for index, seen in enumerate(review.observations):
            if seen.metric == watched.metric:
                yield ("reviews", at, "observations", index), seen
        actual = review.actuals.get(watched.metric)
        if isinstance(actual, Estimate):
            place: FieldPath = ("reviews", at, "actuals", watched.metric)
            yield place, Observation(date=review.date, value=actual, metric=watched.metric)
