"""Forecasts and what came, side by side: in each row the range that was forecast, and a dot for what was measured."""

from collections.abc import Sequence

from markupsafe import Markup

from roi_plugin.economics.forecast_actual import ForecastActual
from roi_plugin.language import text
from roi_plugin.model.estimate import Estimate
from roi_plugin.pages.chart_axis import Axis, axis_over
from roi_plugin.pages.interval_chart import short
from roi_plugin.pages.templates import render

MOST = 16
"""How many rows are drawn at most: more would be read in the table."""

_ROW = 58
_LONGEST = 26


def forecast_chart(name: str, title: str, every: Sequence[ForecastActual]) -> Markup:
    """A row for each pair that can be compared, with a scale of its own; empty where there is none.

    `name` makes the ids of this figure unique on its page. A table beside it has to hold the same values.
    """
    drawn = [(one, axis) for one in every if (axis := _axis(one))][:MOST]
    if not drawn:
        return Markup()
    return render(
        "forecast_chart.html",
        name=name,
        title=title,
        description=". ".join(f"{one.name}: {_forecast(one)}; {actual_text(one.actual)}" for one, _ in drawn),
        rows=[_row(one, axis, place * _ROW) for place, (one, axis) in enumerate(drawn)],
        height=len(drawn) * _ROW,
    )


def actual_text(actual: Estimate | str) -> str:
    """What was measured, as written; of an event, whether it happened."""
    if isinstance(actual, Estimate):
        return actual.text
    return {"yes": text("it happened"), "no": text("it did not happen")}.get(actual, actual)


def _forecast(one: ForecastActual) -> str:
    return text("a chance of %(chance)s", chance=one.forecast) if one.is_event else one.forecast


def _axis(one: ForecastActual) -> Axis | None:
    if one.spans is None:
        return None
    return Axis(low=0.0, high=1.0) if one.is_event else axis_over([*one.spans[0], *one.spans[1]], zero=False)


def _row(one: ForecastActual, axis: Axis, top: int) -> dict[str, object]:
    (low, middle, high), (came_low, came, came_high) = one.spans or ((0.0,) * 3, (0.0,) * 3)
    has_band, is_spread = high > low, came_high > came_low
    return {
        "top": top,
        "name": short(one.name, _LONGEST),
        "forecast": short(_forecast(one), 2 * _LONGEST),
        "actual": short(actual_text(one.actual), _LONGEST),
        "is_beyond": not one.is_event and not one.is_within,
        "band": (axis.x(low), f"{axis.share(high) - axis.share(low):.1f}%") if has_band else None,
        "expected": axis.x(middle),
        "spread": (axis.x(came_low), axis.x(came_high)) if is_spread else None,
        "came": axis.x(came),
    }
