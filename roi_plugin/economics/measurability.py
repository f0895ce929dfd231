"""Whether a metric can show the change it seeks: the units that takes, and what those there are can show."""

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from roi_plugin.economics.compared_metric import change_sought, comparison_of, is_a_share, mean_of, seeks_fall
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample_size import Groups, Rigour, power, smallest_change, units_needed
from roi_plugin.economics.single_figures import SingleFigure, single_figure
from roi_plugin.economics.units import DAYS_A_YEAR, is_share
from roi_plugin.model.measurement import Metric

_DAYS_A_MONTH = DAYS_A_YEAR / 12


class Measurability(Struct, frozen=True, kw_only=True):
    """What it takes to see the change a metric seeks, and what can be seen; each figure may have a reason instead.

    Units are those of both groups together, or pairs; `groups` splits what is `needed`, None where that is not known.
    `change` is what is sought and `smallest` what can be seen, both with their sign, in the metric's unit, or as
    fractions where the metric is a share (`in_points`). `per_month` is how many units come; a fixed number of units has
    none, and no `months` either: those are how long the needed units take to come. `available` are the units until the
    day asked for, and `power` is the chance (0 to 1) that they show the change.
    """

    change: SingleFigure
    needed: SingleFigure
    groups: Groups | None
    per_month: SingleFigure
    months: SingleFigure
    available: SingleFigure
    smallest: SingleFigure
    power: SingleFigure
    in_points: bool


def measurability(metric: Metric, start: dt.date, until: dt.date | None, rigour: Rigour) -> Measurability:
    """What the metric can show from `start` to `until`; None is a day that nobody has set. It does not raise.

    What goes into the change and the comparison is said in `compared_metric`. Units are `sample.units`: a rate
    (`60000 per month`) or all there are (`300`), of which each is used once.
    """
    reading = _Reading(metric=metric, start=start, until=until, rigour=rigour)
    needed = _figure(lambda: reading.groups().total)
    return Measurability(
        change=_figure(lambda: change_sought(metric)),
        needed=needed,
        groups=None if needed.value is None else reading.groups(),
        per_month=_figure(reading.per_month),
        months=_figure(reading.months),
        available=_figure(reading.available),
        smallest=_figure(reading.smallest),
        power=_figure(reading.power),
        in_points=_figure(lambda: float(is_a_share(metric))).value == 1,
    )


class _Reading(Struct, frozen=True, kw_only=True):
    """A metric and its time; whatever it is asked for may raise NoFigureError."""

    metric: Metric
    start: dt.date
    until: dt.date | None
    rigour: Rigour

    def groups(self) -> Groups:
        return units_needed(comparison_of(self.metric), change_sought(self.metric), self.rigour)

    def per_month(self) -> float:
        count, months = self._units()
        if months is None:
            raise NoFigureError("the number of units is fixed: no more of them come")
        return count / months

    def months(self) -> float:
        needed, rate = self.groups().total, self.per_month()
        if rate == 0:
            raise NoFigureError("no units come")
        return needed / rate

    def available(self) -> float:
        count, months = self._units()
        return count if months is None else count / months * self._months_left()

    def smallest(self) -> float:
        down = seeks_fall(self.metric)
        size = smallest_change(comparison_of(self.metric), self.available(), self.rigour, down=down)
        return -size if down else size

    def power(self) -> float:
        change, comparison = change_sought(self.metric), comparison_of(self.metric)
        return power(comparison, change, self.available(), self.rigour.significance)

    def _units(self) -> tuple[float, float | None]:
        """How many units, in how many months; None where they are all there are."""
        units = self.metric.sample.units if self.metric.sample else None
        if units is None:
            raise NoFigureError("how many units there are is not given: add `sample.units`")
        if is_share(units.quantity.unit):
            raise NoFigureError(f"`sample.units: {units.text}` is a share, expected a number of units")
        period = units.quantity.period
        return mean_of(units), 12 / period.per_year if period else None

    def _months_left(self) -> float:
        if self.until is None:
            raise NoFigureError("no day is set until which it is measured")
        if self.until <= self.start:
            raise NoFigureError(f"it would be measured until {self.until}, which is not after {self.start}")
        return (self.until - self.start).days / _DAYS_A_MONTH


def _figure(compute: Callable[[], float]) -> SingleFigure:
    try:
        return single_figure(compute())
    except NoFigureError as reason:
        return SingleFigure(reason=str(reason))
