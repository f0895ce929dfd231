"""Decisions that weigh costs only: none of their options states a gain, so no sum of gain, NPV or ROI holds them.

What such a decision is good for is what its chosen option costs less than the option that all are compared with.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from roi_plugin.economics.addend import Addend, spread_around
from roi_plugin.economics.contribution import Contribution
from roi_plugin.economics.figures import Figure, figure_around
from roi_plugin.economics.incremental import baseline_of
from roi_plugin.economics.key_figures import KeyFigures, figure_of
from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.economics.stated_lines import stated_lines
from roi_plugin.model.decision import Decision

_ITSELF = "it is the option that the others are compared with"
_NOT_ALL = "not every decision tells what it is compared with"


class CostsOnly(Struct, frozen=True, kw_only=True):
    """What the chosen option costs, and its mean `saving` against the option `against`: below 0 it costs more.

    `idle` says that this option does nothing. Without an option to compare with `against` is None, and the saving has
    the reason.
    """

    decision: Decision
    currency: str
    cost: Figure
    addend: Addend
    saving: SingleFigure
    against: str | None = None
    idle: bool = False


class CostTotal(Struct, frozen=True, kw_only=True):
    """The sum over decisions in one currency, the most expensive first; `saving` is known where each one's is."""

    currency: str
    cost: Figure
    saving: SingleFigure
    decisions: tuple[CostsOnly, ...]


def costs_only(
    decision: Decision, figures: KeyFigures, currency: str, ask: Callable[[], Contribution]
) -> CostsOnly | None:
    """The decision as one that weighs costs only; None where an option states a gain, or the chosen one no cost.

    `ask` gives what the chosen option adds to a sum.
    """
    if any(line.side == "gain" for lines in stated_lines(decision) for line in lines):
        return None
    place = decision.chosen_at
    if place is None:
        return None
    one = figures.options[place]
    if one.contribution is None or not one.cost.mean:
        return None
    base = baseline_of(decision)
    return CostsOnly(
        decision=decision,
        currency=currency,
        cost=figure_of(one.cost),
        addend=Addend(digest=one.contribution, ask=ask),
        saving=_saving(figures, place, base),
        against=None if base is None else decision.options[base].id,
        idle=base is not None and kind_of(decision.options[base]) == DO_NOTHING,
    )


def cost_totals(found: Iterable[CostsOnly]) -> tuple[CostTotal, ...]:
    """One total for each currency, in the order of their names; the order of the decisions does not matter."""
    by_currency: defaultdict[str, list[CostsOnly]] = defaultdict(list)
    for each in found:
        by_currency[each.currency].append(each)
    return tuple(_total(currency, by_currency[currency]) for currency in sorted(by_currency))


def _total(currency: str, found: Sequence[CostsOnly]) -> CostTotal:
    ordered = sorted(found, key=lambda each: (-(each.cost.mean or 0.0), each.decision.id, each.decision.path))
    parts = sorted(ordered, key=lambda each: (each.decision.id, each.decision.path))
    savings = [each.saving.value for each in parts if each.saving.value is not None]
    saving = SingleFigure(value=math.fsum(savings)) if len(savings) == len(parts) else SingleFigure(reason=_NOT_ALL)
    return CostTotal(currency=currency, cost=_cost(parts), saving=saving, decisions=tuple(ordered))


def _cost(found: Sequence[CostsOnly]) -> Figure:
    if len(found) == 1:
        return found[0].cost
    mean = math.fsum(each.cost.mean or 0.0 for each in found)
    return figure_around(mean, spread_around((each.addend for each in found), -mean).cost)


def _saving(figures: KeyFigures, place: int, base: int | None) -> SingleFigure:
    if base is None:
        return SingleFigure(reason="no option does nothing, and no baseline is named")
    if base == place:
        return SingleFigure(reason=_ITSELF)
    cost, other = (figures.options[index].cost for index in (place, base))
    if cost.mean is None or other.mean is None:
        return SingleFigure(reason=f"{other.reason or cost.reason} for `{figures.options[base].id}`")
    return SingleFigure(value=other.mean - cost.mean)
