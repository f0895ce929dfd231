"""On which day a decision's metrics first had a result."""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.model.decision import Decision


def first_results(decision: Decision) -> dict[str, dt.date]:
    """By metric the first day after the decision on which it was measured, or on which a review told its gain.

    What was measured before is where it started from, and no result.
    """
    found: dict[str, dt.date] = {}
    for metric, day in _results(decision):
        if day > decision.date and day < found.get(metric, dt.date.max):
            found[metric] = day
    return found


def _results(decision: Decision) -> Iterator[tuple[str, dt.date]]:
    gains = {gain.id: gain.metric for option in decision.options for gain in option.gains if gain.metric}
    for guardrail in decision.guardrails:
        yield from ((seen.metric or guardrail.metric, seen.date) for seen in guardrail.observations)
    for review in decision.reviews:
        yield from ((seen.metric, seen.date) for seen in review.observations if seen.metric)
        yield from ((gains.get(name, name), review.date) for name in review.actuals)
