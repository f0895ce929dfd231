"""What a review measured beside what was forecast under the same name, both in one unit, so that they can be drawn."""

import math
from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.economics.distributions import distribution, mean
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.stated_lines import StatedLine, stated_lines
from roi_plugin.economics.units import currency_of, is_share, weeks_of_work
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.governance import Review
from roi_plugin.model.quantity import Quantity

_LOW, _HIGH = 0.05, 0.95
_EVENTS = {"yes": 1.0, "no": 0.0}

Span = tuple[float, float, float]
"""Low end, middle and high end: of an uncertain number its 90 % range around the mean."""


class ForecastActual(Struct, frozen=True, kw_only=True):
    """One measured number and its forecast, both as written; `spans` are the two in one unit, the forecast first.

    `spans` is None where they cannot be held against each other. For an event they are the chance that was given and 1
    or 0, and `is_event` is set.
    """

    name: str
    forecast: str
    actual: Estimate | str
    spans: tuple[Span, Span] | None = None
    is_event: bool = False

    @property
    def is_within(self) -> bool:
        """Whether what came lies, by its middle, in the range that was forecast; of an event it says nothing."""
        if self.spans is None:
            return False
        (low, _, high), (_, came, _) = self.spans
        slack = max(abs(low), abs(high)) * 1e-9
        return low - slack <= came <= high + slack


class _Forecast(Struct, frozen=True, kw_only=True):
    """The amounts of a line, or an input; `per` is the line's period, `chance` the probability of its event.

    `delay` and `chance` are measured in units of their own: of neither the period of the line tells anything.
    """

    estimates: tuple[Estimate, ...]
    per: str | None = None
    delay: Estimate | None = None
    chance: Estimate | None = None


def forecasts_and_actuals(decision: Decision, review: Review) -> tuple[ForecastActual, ...]:
    """Every actual of a review in the order of the record, each beside its forecast; the chosen option's come first."""
    known = dict(_forecasts(decision))
    return tuple(_compared(name, actual, known.get(name)) for name, actual in review.actuals.items())


def _compared(name: str, actual: Estimate | str, forecast: _Forecast | None) -> ForecastActual:
    if forecast is None:
        return ForecastActual(name=name, forecast="", actual=actual)
    first = next(each for each in (*forecast.estimates, forecast.delay, forecast.chance) if each is not None)
    if isinstance(actual, Estimate):
        found = ((each, _spans(each, per, actual)) for each, per in _comparable(forecast, actual))
        shown, spans = next((pair for pair in found if pair[1]), (first, None))
        return ForecastActual(name=name, forecast=shown.text, actual=actual, spans=spans)
    chance = forecast.chance
    if chance is None:
        return ForecastActual(name=name, forecast=first.text, actual=actual)
    expected, happened = mean(chance.quantity), _EVENTS.get(actual)
    known = expected is not None and happened is not None and 0 <= expected <= 1
    spans = ((expected or 0.0,) * 3, (happened or 0.0,) * 3) if known else None
    return ForecastActual(name=name, forecast=chance.text, actual=actual, spans=spans, is_event=True)


def _comparable(forecast: _Forecast, actual: Estimate) -> Iterator[tuple[Estimate, str | None]]:
    """What of a forecast an actual may be held against, with the period that it is stated for."""
    yield from ((each, forecast.per) for each in forecast.estimates)
    if forecast.delay is not None:
        yield forecast.delay, None
    if forecast.chance is not None and _is_chance(actual):
        yield forecast.chance, None


def _is_chance(actual: Estimate) -> bool:
    """Whether a number can be a probability: nobody holds 66000 a year against a chance of 0.6."""
    middle = mean(actual.quantity)
    return actual.quantity.period is None and middle is not None and 0 <= middle <= 1


def _forecasts(decision: Decision) -> Iterator[tuple[str, _Forecast]]:
    """What was forecast under each name; a later one of a name overrules, so the chosen option comes last."""
    options = zip(decision.options, stated_lines(decision), strict=True)
    for _, lines in sorted(options, key=lambda pair: pair[0].chosen):
        # Of one option the first line of a name counts.
        for line in reversed(lines):
            yield from _of_line(line)


def _of_line(line: StatedLine) -> Iterator[tuple[str, _Forecast]]:
    for key, estimate in line.inputs.items():
        for name in (key, f"{line.id}.{key}", f"{line.option}.{line.id}.{key}"):
            yield name, _Forecast(estimates=(estimate,))
    amounts = tuple(estimate for _, estimate in line.amounts)
    if amounts or line.delay is not None or line.p is not None:
        for name in (line.id, f"{line.option}.{line.id}"):
            yield name, _Forecast(estimates=amounts, per=line.per, delay=line.delay, chance=line.p)


def _spans(forecast: Estimate, per: str | None, actual: Estimate) -> tuple[Span, Span] | None:
    scales = _scales(forecast.quantity, per, actual.quantity)
    if scales is None:
        return None
    try:
        return _span(forecast, scales[0]), _span(actual, scales[1])
    except (NoFigureError, OverflowError):
        return None


def _scales(forecast: Quantity, per: str | None, actual: Quantity) -> tuple[float, float] | None:
    """What 1 of each is in the unit they share; None where they share none. A side without a unit has the other's."""
    one, other = forecast.unit, actual.unit
    weeks = weeks_of_work(one), weeks_of_work(other)
    if one and other and None in weeks and _plain(one) != _plain(other):
        return None
    if is_share(one) is not is_share(other):
        return None
    each = weeks[0] or weeks[1] or 1.0, weeks[1] or weeks[0] or 1.0
    return _with_periods(each, forecast, per, actual)


def _with_periods(
    each: tuple[float, float], forecast: Quantity, per: str | None, actual: Quantity
) -> tuple[float, float] | None:
    first, second = forecast.period, actual.period
    if first is None and per is not None:
        # What a line says of its period goes for the actual too, where that says nothing else.
        return each if second is None or second.value == per else None
    if (first is None) is not (second is None):
        return None
    return each[0] * (first.per_year if first else 1.0), each[1] * (second.per_year if second else 1.0)


def _plain(unit: str) -> str:
    if is_share(unit):
        return "%"
    return currency_of(unit) or unit.removesuffix("s")


def _span(estimate: Estimate, scale: float) -> Span:
    found = distribution(estimate.quantity, estimate.dist)
    low, middle, high = (value * scale for value in (found.percentile(_LOW), found.mean, found.percentile(_HIGH)))
    if not all(math.isfinite(value) for value in (low, middle, high)):
        raise NoFigureError("it is beyond computing")
    return low, middle, high
