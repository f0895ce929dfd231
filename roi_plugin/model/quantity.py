"""Quantities as they are written: a number, a 90 % range, a triple, quantiles or an expression."""

from enum import StrEnum

from msgspec import Struct

_PER_YEAR = {"hour": 8766.0, "day": 365.25, "week": 365.25 / 7, "month": 12.0, "quarter": 4.0, "year": 1.0}


class Period(StrEnum):
    """What a rate is per."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def per_year(self) -> float:
        """How many of these a year holds (a week is 7 days of 365.25)."""
        return _PER_YEAR[self.value]


class Point(Struct, frozen=True, kw_only=True):
    """One number. Percentages are fractions: `5%` is 0.05 with the unit `%`, `0.5pp` is 0.005 with the unit `pp`."""

    value: float
    unit: str | None = None
    period: Period | None = None


class Range(Struct, frozen=True, kw_only=True):
    """`low..high`: the 5th and 95th percentile, a 90 % interval."""

    low: float
    high: float
    unit: str | None = None
    period: Period | None = None


class Triple(Struct, frozen=True, kw_only=True):
    """`low < likely < high`: minimum, mode and maximum of a Beta-PERT distribution."""

    low: float
    likely: float
    high: float
    unit: str | None = None
    period: Period | None = None


class Quantiles(Struct, frozen=True, kw_only=True):
    """`p10 a p50 b p90 c`: three quantiles of a metalog distribution."""

    p10: float
    p50: float
    p90: float
    unit: str | None = None
    period: Period | None = None


class Name(Struct, frozen=True, kw_only=True):
    """A reference to an input or another line, as written (`users`, `keep.cost_per_incident`)."""

    name: str
    offset: int


class Constant(Struct, frozen=True, kw_only=True):
    """A number inside an expression."""

    value: float


class Operation(Struct, frozen=True, kw_only=True):
    """`left operator right`, the operator one of `+ - * /`."""

    operator: str
    left: "Node"
    right: "Node"


Node = Name | Constant | Operation


class Expression(Struct, frozen=True, kw_only=True):
    """Arithmetic over named inputs: `users * uplift * value_per_booking`."""

    root: Node
    unit: str | None = None
    period: Period | None = None


Quantity = Point | Range | Triple | Quantiles | Expression


def plain_unit(quantity: Quantity) -> str | None:
    """The unit without the percent sign, which the numbers hold already; None where nothing is left of it."""
    return (quantity.unit or "").removeprefix("%").strip() or None
