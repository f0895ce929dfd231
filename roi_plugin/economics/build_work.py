"""How much work building an option is, and when it can end at the earliest.

A record states work in person-weeks and not how long it takes: that hangs on holidays, on other work and on waiting for
others. What can be said is when the work is done if those who can do it do nothing else.
"""

from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.economics.amounts import Amounts
from roi_plugin.economics.expectation import World
from roi_plugin.economics.names import Names
from roi_plugin.economics.polynomials import Polynomial, expand, total
from roi_plugin.economics.present_values import Spread, spread_of
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import correlations_of
from roi_plugin.economics.stated_lines import StatedLine, stated_lines
from roi_plugin.economics.terms import Terms
from roi_plugin.economics.units import WEEKS_A_YEAR
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option

_WEEKS_A_MONTH = WEEKS_A_YEAR / 12
_ALONE = 1.0


class BuildWork(Struct, frozen=True, kw_only=True):
    """The work of an option's build lines in person-weeks: its mean and 90 % range; None has a reason.

    Of several uncertain lines the range adds up their own ends, as if all came out low, or high, together. A range of
    None has no closed form. `people` are the experts available who work side by side, 1 where the record names none.
    """

    people: float
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str | None = None

    @property
    def soonest_months(self) -> float | None:
        """The months after which it can be done at the earliest: by the low end, all people at it and nothing else.

        No forecast: it is all but sure to take longer. None without a range, or with nobody there.
        """
        return None if self.low is None or self.people == 0 else self.low / self.people / _WEEKS_A_MONTH


def build_work(decision: Decision, index: int, terms: Terms) -> BuildWork:
    """The work of the option at this place of the record; nothing in a record makes it fail.

    Build lines are costs with working time that is spent once, of the kind `build` or of none. A line with a month of
    its own (`when`, `from`) is planned for later, and the gain need not wait for it.
    """
    option = decision.options[index]
    people = _people(option)
    lines = stated_lines(decision)
    names = Names(line for each in lines for line in each)
    amounts = Amounts(names, terms)
    try:
        work = [part for line in lines[index] if _is_build(line, option) for part in _work(line, amounts)]
        world = World(variables=amounts.variables, correlations=correlations_of(decision, names))
        mean, spread = world.mean(total(work)), _spread(work, world)
    except NoFigureError as reason:
        return BuildWork(people=people, reason=str(reason))
    if not work:
        return BuildWork(people=people, reason="no working time is given that is spent once")
    return BuildWork(people=people, mean=mean, low=spread.low, high=spread.high)


def _people(option: Option) -> float:
    available = option.capability.experts_available if option.capability else None
    return _ALONE if available is None else available


def _is_build(line: StatedLine, option: Option) -> bool:
    if line.side != "cost" or line.per or line.end is not None or line.when or line.start:
        return False
    kinds = (cost.kind for at, cost in enumerate(option.costs) if line.field[2:] == ("costs", at))
    return next(kinds, None) in {None, "build"}


def _work(line: StatedLine, amounts: Amounts) -> Iterator[Polynomial]:
    try:
        yield from (expand(formula.node) for formula in amounts.work_of(line) if formula.rate == 0)
    except NoFigureError as reason:
        raise NoFigureError(f"`{line.id}`: {reason}") from None


def _spread(work: list[Polynomial], world: World) -> Spread:
    whole = spread_of(world.shape(total(work)))
    if whole.low is not None:
        return whole
    lows, highs = zip(*((part.low, part.high) for part in (spread_of(world.shape(each)) for each in work)), strict=True)
    return Spread(low=_sum(lows), high=_sum(highs))


def _sum(ends: tuple[float | None, ...]) -> float | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None
