"""What a quantity may be at each kind of field: its bounds, its unit, and whether it may compute with names."""

import math

from msgspec import Struct

from roi_plugin.model.durations import UNITS_OF_TIME, months_in
from roi_plugin.model.quantity import Expression, Period, Point, Quantiles, Quantity

_SHARE_UNITS = (None, "%")
_LONGEST_MONTHS = 1200.0


class Limits(Struct, frozen=True, kw_only=True):
    """What a field asks of its quantity; `kind` is `plain`, `share`, `rate`, `time` or `effort`."""

    low: float = -math.inf
    high: float = math.inf
    kind: str = "plain"
    arithmetic: bool = False
    help: str | None = None


_NO_NEGATIVE = "write a saving as a gain"
VALUE = Limits()
AMOUNT = Limits(low=0.0, help=_NO_NEGATIVE)
DURATION = Limits(low=0.0, high=_LONGEST_MONTHS, kind="time", help="for example `24 months`")
EFFORT = Limits(low=0.0, kind="effort", help="for example `6..14 person-weeks`")
SHARE = Limits(low=0.0, high=1.0, kind="share", help="for example `35%` or `0.35`")
RATE = Limits(low=0.0, high=1.0, kind="rate", help="for example `8%` or `0.08`")
LINE_VALUE = Limits(arithmetic=True)
LINE_AMOUNT = Limits(low=0.0, arithmetic=True, help=_NO_NEGATIVE)
LINE_EFFORT = Limits(low=0.0, kind="effort", arithmetic=True, help="for example `6..14 person-weeks`")
LINE_SHARE = Limits(low=0.0, high=1.0, kind="share", arithmetic=True, help="for example `35%` or `0.35`")


def fault(quantity: Quantity, limits: Limits) -> str | None:
    """What is wrong with a quantity in a field, as the end of a sentence that begins with it; None if it fits."""
    if isinstance(quantity, Expression):
        return None if limits.arithmetic else "is arithmetic over names: expected a quantity in numbers here"
    if limits.kind != "plain":
        wrong = _wrong_unit(quantity, limits.kind)
        if wrong is not None:
            return wrong
    low, high = _ends(quantity)
    scale = (months_in(quantity.unit) or 1.0) if limits.kind == "time" else 1.0
    if low * scale < limits.low:
        return f"is below {limits.low:g}: expected {limits.low:g} or more"
    if high * scale > limits.high:
        unit = " months" if limits.kind == "time" else ""
        return f"is above {limits.high:g}{unit}: expected {limits.high:g}{unit} or less"
    return None


def _ends(quantity: Quantity) -> tuple[float, float]:
    if isinstance(quantity, Point):
        return quantity.value, quantity.value
    if isinstance(quantity, Quantiles):
        return quantity.p10, quantity.p90
    return quantity.low, quantity.high  # type: ignore[union-attr]  # an expression never gets here


def _wrong_unit(quantity: Quantity, kind: str) -> str | None:
    unit, period = quantity.unit, quantity.period
    if kind == "effort":
        fits = unit is None or unit.startswith("person-")
        return (
            None
            if fits
            else f"is in `{unit}`: expected people's time, in person-hours, -days, -weeks, -months or -years"
        )
    if period is not None and not (kind == "rate" and period is Period.YEAR):
        return f"is a rate per {period}: expected a quantity without a period"
    if kind == "time":
        return None if months_in(unit) else f"is in `{unit}`: expected {', '.join(UNITS_OF_TIME)}"
    return None if unit in _SHARE_UNITS else f"is in `{unit}`: expected a share such as `35%` or `0.35`"
