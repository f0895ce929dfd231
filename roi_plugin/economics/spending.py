"""What costs and gains came to beside what was planned, each in one measure: person-weeks or money, once or a year."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from roi_plugin.economics.distributions import Distribution, distribution
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.units import currency_of, weeks_of_work
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.option import Cost, Option
from roi_plugin.model.quantity import Period

_HIGH = 0.95


class Spending(Struct, frozen=True, kw_only=True):
    """One cost or gain: what it came to, and of what was planned the mean and the 95th percentile.

    `in_weeks`: the three are person-weeks, else money; `yearly`: a year, else once. `plan` is the plan as written.
    """

    actual: float
    planned: float
    high: float
    in_weeks: bool
    yearly: bool
    plan: str

    @property
    def exact(self) -> bool:
        """Whether the plan is a single number."""
        return self.high == self.planned


class _Amount(Struct, frozen=True, kw_only=True):
    """A distribution, and what 1 of it is in person-weeks or money, once or a year."""

    of: Distribution
    scale: float
    in_weeks: bool
    yearly: bool

    @property
    def mean(self) -> float:
        return self.of.mean * self.scale

    def measures_like(self, other: "_Amount") -> bool:
        return (self.in_weeks, self.yearly) == (other.in_weeks, other.yearly)


def spendings(option: Option, actuals: Mapping[str, Estimate | str], currency: str) -> dict[str, Spending]:
    """The actuals of a review that are costs of this option, by the name that the review gives them.

    A name is the id of a cost line, alone or behind the option's, or the id of an option whose cost is one total that
    cannot be taken for its gain. What was measured in another way than it was planned, and what was planned as
    arithmetic or `same_as`, is left out.
    """
    return _compared(_lines(option, Cost(id="cost", money=option.cost), option.costs), actuals, currency)


def recoveries(option: Option, actuals: Mapping[str, Estimate | str], currency: str) -> dict[str, Spending]:
    """The actuals of a review that are gains of this option, by the name that the review gives them; named likewise."""
    gains = [Cost(id=gain.id, money=gain.value, per=gain.per) for gain in option.gains]
    return _compared(_lines(option, Cost(id="gain", money=option.gain), gains), actuals, currency)


def _compared(lines: Mapping[str, Cost], actuals: Mapping[str, Estimate | str], currency: str) -> dict[str, Spending]:
    found = ((name, lines[name], actual) for name, actual in actuals.items() if name in lines)
    came = {name: _attempt(actual, line, currency) for name, line, actual in found if isinstance(actual, Estimate)}
    return {name: each for name, each in came.items() if each is not None}


def _attempt(actual: Estimate, line: Cost, currency: str) -> Spending | None:
    try:
        return _spending(actual, line, currency)
    except (NoFigureError, OverflowError):
        return None


def _lines(option: Option, total: Cost, lines: Iterable[Cost]) -> dict[str, Cost]:
    by_id = {line.id: line for line in (total, *lines)}
    names = by_id | {f"{option.id}.{name}": line for name, line in by_id.items()}
    return names if _may_be_gain(option) else {option.id: total} | names


def _may_be_gain(option: Option) -> bool:
    """Whether a number under the option's own id can be its gain as well as its cost: both once, or both a rate."""
    if option.gain is None or option.cost is None:
        return False
    return (option.gain.quantity.period is None) is (option.cost.quantity.period is None)


def _spending(actual: Estimate, line: Cost, currency: str) -> Spending | None:
    for planned, is_time in _planned(line):
        plan = _amount(planned, line.per, currency, is_time=is_time)
        came = _amount(actual, None, currency, is_time=is_time) if plan is not None else None
        if plan is not None and came is not None and came.measures_like(plan):
            return Spending(
                actual=came.mean,
                planned=plan.mean,
                high=plan.of.percentile(_HIGH) * plan.scale,
                in_weeks=plan.in_weeks,
                yearly=plan.yearly,
                plan=planned.text,
            )
    return None


def _planned(line: Cost) -> Iterator[tuple[Estimate, bool]]:
    if line.time is not None:
        yield line.time, True
    if line.money is not None:
        yield line.money, False


def _amount(estimate: Estimate, per: str | None, currency: str, *, is_time: bool) -> _Amount | None:
    """None for a unit that is neither working time nor this currency. Raises NoFigureError without a distribution."""
    quantity = estimate.quantity
    weeks = weeks_of_work(quantity.unit)
    money = quantity.unit is None or ("/" not in quantity.unit and currency_of(quantity.unit) == currency)
    if weeks is None and not money:
        return None
    period = quantity.period or (Period(per) if per else None)
    return _Amount(
        of=distribution(quantity, estimate.dist),
        scale=(weeks or 1.0) * (period.per_year if period else 1.0),
        in_weeks=weeks is not None or (quantity.unit is None and is_time),
        yearly=period is not None,
    )
