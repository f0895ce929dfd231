"""Total cost of ownership: what an option costs over the horizon, by kind, as person-time and as money.

Person-time is whatever is priced with the person-week, wherever it stands in a line's arithmetic. A cost line without
a kind is building where it is paid once and running where it has a period; risks count probability times impact.
"""

import math
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from msgspec import Struct

from roi_plugin.economics.flow_means import flow_means
from roi_plugin.economics.importance import variables_in
from roi_plugin.economics.line_points import flows_given
from roi_plugin.economics.monthly_flows import flow_pieces
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.option_forms import expected_flows
from roi_plugin.economics.polynomials import Polynomial
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Flow, Resolution, ResolvedLine
from roi_plugin.economics.sample import Sample
from roi_plugin.model.option import Option

KINDS = ("build", "run", "change", "exit", "risk")
"""The kinds of cost, in the order of a decision's life."""


class KindOfCost(Struct, frozen=True, kw_only=True):
    """The mean present value of all costs of one kind, in its parts; `person_weeks` are weeks of work, undiscounted."""

    kind: str
    time: float
    money: float
    person_weeks: float

    @property
    def total(self) -> float:
        """Person-time and money together."""
        return self.time + self.money


class Ownership(Struct, frozen=True, kw_only=True):
    """The kinds of cost that an option has, in the order of `KINDS`; where the sum is not known, why."""

    kinds: tuple[KindOfCost, ...] = ()
    reason: str | None = None

    @property
    def total(self) -> float | None:
        """The total cost of ownership: the option's mean cost."""
        return None if self.reason else math.fsum(kind.total for kind in self.kinds)


def ownership(option: Option, index: int, resolution: Resolution, sample: Sample | None = None) -> Ownership:
    """What the option costs; `index` is its place in the record. Without any cost line there are no kinds.

    What has no closed form comes from the `sample`.
    """
    parts: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    try:
        for line in resolution.options[index]:
            if line.stated.side != "gain":
                for flow, split in zip(line.flows, _splits(line, resolution, sample), strict=True):
                    parts[_kind(line, flow, option)].append(split)
    except NoFigureError as reason:
        return Ownership(reason=str(reason))
    return Ownership(kinds=tuple(_sum(kind, parts[kind]) for kind in KINDS if kind in parts))


def _kind(line: ResolvedLine, flow: Flow, option: Option) -> str:
    if line.stated.side == "risk":
        return "risk"
    stated = next((cost.kind for at, cost in enumerate(option.costs) if line.stated.field[2:] == ("costs", at)), None)
    return stated or ("run" if flow.formula.rate else "build")


def _splits(line: ResolvedLine, resolution: Resolution, sample: Sample | None) -> Iterator[tuple[float, float, float]]:
    """Person-time and money today, and weeks of work, of each flow."""
    whole = flow_means(line, resolution, sample)
    work = _work(line, resolution, sample)
    for flow, mean, (time, weeks) in zip(line.flows, whole, work, strict=True):
        size = math.fsum(size for _, _, size in flow_pieces(line.stated, flow, resolution.terms))
        yield time * flow.factor, (mean - time) * flow.factor, weeks * size


def _work(line: ResolvedLine, resolution: Resolution, sample: Sample | None) -> list[tuple[float, float]]:
    """Of each flow the mean of what is priced with the person-week, and how many weeks that are."""
    if PERSON_WEEK not in variables_in(line):
        return [(0.0, 0.0)] * len(line.flows)
    world = resolution.world
    try:
        found = [_times_price(flow) for flow in expected_flows(line)]
        return [(world.mean(work), world.mean(_without_price(work))) for work in found]
    except NoFigureError:
        if sample is None:
            raise
    free = np.array([[0.0], [1.0]])
    whole = flow_means(line, resolution, sample)
    priced = (flow.tolist() for flow in flows_given(line, sample, {PERSON_WEEK: free}))
    return [(mean - unpaid, paid - unpaid) for mean, (unpaid, paid) in zip(whole, priced, strict=True)]


def _times_price(flow: Polynomial) -> Polynomial:
    return {monomial: factor for monomial, factor in flow.items() if (PERSON_WEEK, 1) in monomial}


def _without_price(work: Polynomial) -> Polynomial:
    return {tuple(pair for pair in monomial if pair[0] != PERSON_WEEK): factor for monomial, factor in work.items()}


def _sum(kind: str, parts: list[tuple[float, float, float]]) -> KindOfCost:
    time, money, weeks = (math.fsum(column) for column in zip(*parts, strict=True))
    return KindOfCost(kind=kind, time=time, money=money, person_weeks=weeks)
