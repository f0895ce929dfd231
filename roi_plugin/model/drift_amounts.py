"""What a written value of a forecast says as figures that can be compared with an earlier one."""

import datetime as dt

from msgspec import Struct

from roi_plugin.model.drift_fields import CURRENCY, DriftKind, Leaves
from roi_plugin.model.durations import months_in
from roi_plugin.model.frozen_fields import Scalar
from roi_plugin.model.grammar import QuantityError, parse_quantity
from roi_plugin.model.quantity import Expression, Period, Point, Quantiles, Quantity, Range, Triple, plain_unit

_MONEY = frozenset({DriftKind.COST, DriftKind.GAIN})


class Figures(Struct, frozen=True, kw_only=True):
    """Low end, middle and high end in one unit: days since year 1 for a date, months for a duration.

    The middle of a range is halfway, that of a triple its mean, that of quantiles the one in the middle.
    """

    low: float
    middle: float
    high: float
    unit: str | None = None


def figures(key: str, kind: DriftKind, leaves: Leaves) -> Figures | None:
    """What the value at `key` says; None for arithmetic over names and for what cannot be read."""
    written = leaves[key]
    if isinstance(written, bool):
        return None
    if kind is DriftKind.DATE:
        return _date(written)
    try:
        quantity = parse_quantity(written)
    except QuantityError:
        return None
    if isinstance(quantity, Expression):
        return None
    low, middle, high = _points(quantity)
    scale, unit = _scaled(key, kind, quantity, leaves)
    return Figures(low=low * scale, middle=middle * scale, high=high * scale, unit=unit)


def _date(written: Scalar) -> Figures | None:
    try:
        day = float(dt.date.fromisoformat(str(written)).toordinal())
    except ValueError:
        return None
    return Figures(low=day, middle=day, high=day)


def _points(quantity: Point | Range | Triple | Quantiles) -> tuple[float, float, float]:
    if isinstance(quantity, Point):
        return quantity.value, quantity.value, quantity.value
    if isinstance(quantity, Range):
        return quantity.low, quantity.low / 2 + quantity.high / 2, quantity.high
    if isinstance(quantity, Quantiles):
        return quantity.p10, quantity.p50, quantity.p90
    return quantity.low, (quantity.low + 4 * quantity.likely + quantity.high) / 6, quantity.high


def _scaled(key: str, kind: DriftKind, quantity: Quantity, leaves: Leaves) -> tuple[float, str | None]:
    """By what the numbers are multiplied, and the unit that they then have: rates are per year, durations months."""
    unit = plain_unit(quantity)
    if kind is DriftKind.DURATION and (months := months_in(unit)) is not None:
        return months, None
    if unit is None and kind in _MONEY and not key.endswith(".time"):
        currency = leaves.get(CURRENCY)
        unit = currency if isinstance(currency, str) else None
    period = quantity.period or _period_beside(key, leaves)
    if period is None:
        return 1.0, unit
    return period.per_year, f"{unit or ''} per year".strip()


def _period_beside(key: str, leaves: Leaves) -> Period | None:
    entry = key.rpartition(".")[0] if key.endswith((".value", ".time", ".money")) else key
    try:
        return Period(str(leaves.get(f"{entry}.period")))
    except ValueError:
        return None
