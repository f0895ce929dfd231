"""Which distribution a quantity stands for, with its mean and percentiles.

| written | distribution |
|---|---|
| one number | that number |
| `low..high`, a 90 % interval, both above 0 | lognormal |
| the same, reaching 0 or below | normal |
| a share in `%` with its end above 20 % and below 100 % | logit-normal; up to 20 % lognormal |
| `low < likely < high` | Beta-PERT |
| `p10 p50 p90` | metalog: on logarithms where all are positive, on log-odds for a share in `%` |
"""

import math
from collections.abc import Callable
from typing import Protocol

from roi_plugin.economics.metalog import Metalog
from roi_plugin.economics.normal_shapes import Certain, LogitNormal, Lognormal, Normal
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.three_points import Pert, Triangular
from roi_plugin.economics.units import is_share
from roi_plugin.model.quantity import Expression, Point, Quantiles, Quantity, Range, Triple

LARGEST_LOGNORMAL_SHARE = 0.20


class Distribution(Protocol):
    """An uncertain number.

    `deviation` is the standard deviation, NoFigureError where it is infinite. `lowest` is what it never falls below;
    percentiles are asked with 0 < p < 1.
    """

    @property
    def mean(self) -> float: ...  # noqa: D102
    @property
    def deviation(self) -> float: ...  # noqa: D102
    @property
    def lowest(self) -> float: ...  # noqa: D102
    def percentile(self, p: float) -> float: ...  # noqa: D102


def distribution(quantity: Quantity, shape: str | None = None, *, share: bool = False) -> Distribution:
    """What the quantity stands for; `shape` overrules the form (`dist`), `share` says that it lies between 0 and 1.

    Raises:
        NoFigureError: the quantity is an expression, its shape does not fit it, or no distribution has these numbers.
    """
    share = share or is_share(quantity.unit)
    match quantity:
        case Point():
            return Certain(value=quantity.value)
        case Range() if quantity.low == quantity.high:
            return Certain(value=quantity.low)
        case Range():
            return _range(quantity.low, quantity.high, shape, share=share)
        case Triple():
            return _triple(quantity, shape)
        case Quantiles():
            return _quantiles(quantity, shape, share=share)
        case Expression():
            raise NoFigureError("an expression has no distribution of its own")


def mean(quantity: Quantity) -> float | None:
    """The mean of a quantity; None for an expression, and where there is none."""
    return _attempt(lambda: distribution(quantity).mean)


def percentile(quantity: Quantity, p: float) -> float | None:
    """The value that the quantity stays below with probability `p`, 0 < p < 1; None as for the mean."""
    return _attempt(lambda: distribution(quantity).percentile(p))


def interval(quantity: Quantity) -> tuple[float, float] | None:
    """The 90 % interval of a quantity; None as for the mean."""
    low, high = percentile(quantity, 0.05), percentile(quantity, 0.95)
    return None if low is None or high is None else (low, high)


def _range(low: float, high: float, shape: str | None, *, share: bool) -> Distribution:
    inside = low > 0 and high < 1
    if shape is None:
        large_share = share and inside and high > LARGEST_LOGNORMAL_SHARE
        shape = "logit-normal" if large_share else "lognormal" if low > 0 else "normal"
    if shape == "lognormal" and low > 0:
        return Lognormal.from_interval(low, high)
    if shape == "logit-normal" and inside:
        return LogitNormal.from_interval(low, high)
    if shape == "normal":
        return Normal.from_interval(low, high)
    expected = {
        "lognormal": "a range above 0",
        "logit-normal": "a range between 0 and 100 %",
        "metalog": "three quantiles (`p10 17 p50 24 p90 35`)",
    }
    needed = expected.get(shape, "three numbers (`2k < 5k < 20k`)")
    raise NoFigureError(f"the distribution `{shape}` needs {needed}")


def _triple(quantity: Triple, shape: str | None) -> Distribution:
    if not math.isfinite(quantity.high - quantity.low):
        raise NoFigureError("the three numbers lie too far apart to compute with")
    if shape in {None, "pert"}:
        return Pert(low=quantity.low, likely=quantity.likely, high=quantity.high)
    if shape == "triangular":
        return Triangular(low=quantity.low, likely=quantity.likely, high=quantity.high)
    raise NoFigureError(f"the distribution `{shape}` does not go with smallest < likely < largest")


def _quantiles(quantity: Quantiles, shape: str | None, *, share: bool) -> Distribution:
    if shape not in {None, "metalog"}:
        raise NoFigureError(f"the distribution `{shape}` does not go with three quantiles")
    bounds = "none"
    if quantity.p10 > 0:
        bounds = "share" if share and quantity.p90 < 1 else "positive"
    return Metalog.from_quantiles(quantity.p10, quantity.p50, quantity.p90, bounds)


def _attempt(figure: Callable[[], float]) -> float | None:
    try:
        value = figure()
    except (NoFigureError, OverflowError):
        return None
    return value if math.isfinite(value) else None
