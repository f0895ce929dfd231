"""Total cost of ownership: what an option costs over the horizon, by kind, as person-time and as money.

Person-time is whatever is priced with the person-week, wherever it stands in a line's arithmetic. A cost line without
a kind is building where it is paid once and running where it has a period; risks count probability times impact.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roi_plugin.economics.expectation import World
from roi_plugin.economics.monthly_flows import flow_pieces
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.polynomials import ONE, Monomial, Polynomial, expand, product, scaled
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Flow, Resolution, ResolvedLine
from roi_plugin.economics.terms import Terms
from roi_plugin.model.option import Option

KINDS = ("build", "run", "change", "exit", "risk")
"""The kinds of cost, in the order of a decision's life."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfCost:
    """The mean present value of all costs of one kind, in its parts; `person_weeks` are weeks of work, undiscounted."""

    kind: str
    time: float
    money: float
    person_weeks: float

    @property
    def total(self) -> float:
        """Person-time and money together."""
        return self.time + self.money


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """The kinds of cost that an option has, in the order of `KINDS`; where the sum is not known, why."""

    kinds: tuple[KindOfCost, ...] = ()
    reason: str | None = None

    @property
    def total(self) -> float | None:
        """The total cost of ownership: the option's mean cost."""
        return None if self.reason else math.fsum(kind.total for kind in self.kinds)


def ownership(option: Option, index: int, resolution: Resolution) -> Ownership:
    """What the option costs; `index` is its place in the record. Without any cost line there are no kinds."""
    parts: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    try:
        for line in resolution.options[index]:
            for flow in _costs(line):
                parts[_kind(line, flow, option)].append(_split(line, flow, resolution.world, resolution.terms))
    except NoFigureError as reason:
        return Ownership(reason=str(reason))
    return Ownership(kinds=tuple(_sum(kind, parts[kind]) for kind in KINDS if kind in parts))


def _costs(line: ResolvedLine) -> Iterable[Flow]:
    if line.stated.side == "gain":
        return ()
    if line.fatal:
        raise NoFigureError(f"`{line.stated.id}`: {line.reason}")
    return line.flows


def _kind(line: ResolvedLine, flow: Flow, option: Option) -> str:
    if line.stated.side == "risk":
        return "risk"
    stated = next((cost.kind for at, cost in enumerate(option.costs) if line.stated.field[2:] == ("costs", at)), None)
    return stated or ("run" if flow.formula.rate else "build")


def _split(line: ResolvedLine, flow: Flow, world: World, terms: Terms) -> tuple[float, float, float]:
    """Person-time and money today, and weeks of work."""
    happens = expand(line.p) if line.p else ONE
    amount = product(happens, expand(flow.formula.node))
    work = {monomial: factor for monomial, factor in amount.items() if (PERSON_WEEK, 1) in monomial}
    money = {monomial: factor for monomial, factor in amount.items() if monomial not in work}
    weeks = world.mean(_without_price(work)) * math.fsum(size for _, _, size in flow_pieces(line.stated, flow, terms))
    return world.mean(scaled(work, flow.factor)), world.mean(scaled(money, flow.factor)), weeks


def _without_price(work: Polynomial) -> Polynomial:
    def rest(monomial: Monomial) -> Iterator[tuple[str, int]]:
        return (pair for pair in monomial if pair[0] != PERSON_WEEK)

    return {tuple(rest(monomial)): factor for monomial, factor in work.items()}


def _sum(kind: str, parts: list[tuple[float, float, float]]) -> KindOfCost:
    time, money, weeks = (math.fsum(column) for column in zip(*parts, strict=True))
    return KindOfCost(kind=kind, time=time, money=money, person_weeks=weeks)
