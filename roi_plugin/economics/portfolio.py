"""What a set of decisions is worth together: the sum of their chosen options, as a distribution.

Decisions are independent but for the input that they share (see `contribution`), which is the same number in all of
them. Amounts in different currencies are never added. Present values are added as they are stated, whatever horizon
and discount rate each decision counts with.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.economics.addend import Addend, spread_around
from roi_plugin.economics.appraisal import Appraisal
from roi_plugin.economics.contribution import Contribution
from roi_plugin.economics.costs_only import CostsOnly, costs_only
from roi_plugin.economics.figures import Figure, Share, figure_around
from roi_plugin.economics.key_figures import KeyFigures, figure_of, key_figures
from roi_plugin.economics.known_sums import SMALL_SHARE
from roi_plugin.economics.reasons import SINGLE_NUMBERS
from roi_plugin.economics.score_words import none_chosen
from roi_plugin.economics.single_numbers import without_range
from roi_plugin.economics.terms import terms_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy

INVENTED = "its numbers were invented to show the method"
"""Why an illustration is in no sum."""

_NONE = "no decision with a net present value"


class Counted(Struct, frozen=True, kw_only=True):
    """The chosen option of a decision: its figures as stated, and what it adds to the spread of a sum."""

    gain: Figure
    cost: Figure
    npv: Figure
    roi: Figure
    loss: Share
    addend: Addend

    @property
    def means(self) -> tuple[float, float, float]:
        """The stated means of gain, cost and NPV."""
        gain, cost, npv = (figure.mean or 0.0 for figure in (self.gain, self.cost, self.npv))
        return gain, cost, npv


class Member(Struct, frozen=True, kw_only=True):
    """One decision of a portfolio: `counted` where it has a place in sums, or as one that weighs `costs` only.

    Where neither is known, `reason` says why.
    """

    decision: Decision
    in_force: bool
    currency: str
    counted: Counted | None = None
    costs: CostsOnly | None = None
    reason: str | None = None

    @property
    def place(self) -> tuple[str, str]:
        """Where it stands among others if nothing else decides."""
        return self.decision.id, self.decision.path


class Total(Struct, frozen=True, kw_only=True):
    """The sum over `count` decisions in one currency.

    `roi` is the mean gain over the mean cost, less 1; `loss` the probability that the summed NPV is below 0.
    `left_out` are the ids of decisions that are not in the sum, each with the reason. Decisions that weigh costs only
    are neither: they have sums of their own (see `costs_only`).
    """

    currency: str
    count: int
    npv: Figure
    gain: Figure
    cost: Figure
    roi: Figure
    loss: Share
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def loss_probability(self) -> float | None:
        """The probability that the summed NPV is below 0."""
        return self.loss.value


def member(decision: Decision, appraisal: Appraisal, policy: Policy, *, in_force: bool) -> Member:
    """The decision as a part of a portfolio, from its appraisal (see `placed`)."""
    return placed(
        decision,
        key_figures(appraisal),
        policy,
        ask=lambda: chosen_contribution(decision, appraisal),
        in_force=in_force,
    )


def chosen_contribution(decision: Decision, appraisal: Appraisal) -> Contribution:
    """What the chosen option adds to a sum.

    Raises:
        ValueError: nothing is chosen, or what is has no net present value.
    """
    place = decision.chosen_at
    found = None if place is None else appraisal.options[place].contribution
    if found is None:
        raise ValueError(f"{decision.path} has no place in a sum")
    return found


def placed(
    decision: Decision, figures: KeyFigures, policy: Policy, *, ask: Callable[[], Contribution], in_force: bool
) -> Member:
    """The decision as a part of a portfolio, with its chosen option or the reason why it has no place in a sum.

    `ask` gives what the chosen option adds to a sum (see `chosen_contribution`).
    """
    currency = terms_of(decision, policy).currency
    costs = costs_only(decision, figures, currency, ask)
    if costs:
        return Member(decision=decision, in_force=in_force, currency=currency, costs=costs)
    option = None if decision.chosen_at is None else figures.options[decision.chosen_at]
    if option is None:
        reason: str | None = none_chosen(decision)
    elif option.contribution is None or option.npv.mean is None:
        reason = option.npv.reason or option.loss.reason
    else:
        counted = Counted(
            gain=figure_of(option.gain),
            cost=figure_of(option.cost),
            npv=figure_of(option.npv),
            roi=figure_of(option.roi),
            loss=Share(value=option.loss.value, reason=option.loss.reason),
            addend=Addend(digest=option.contribution, ask=ask),
        )
        return Member(decision=decision, in_force=in_force, currency=currency, counted=counted)
    return Member(decision=decision, in_force=in_force, currency=currency, reason=reason or "it cannot be computed")


def without_invented(one: Member) -> Member:
    """The same, left out of every sum if its numbers were invented."""
    known = one.decision.illustrative and not one.reason
    return replace(one, counted=None, costs=None, reason=INVENTED) if known else one


def totals(members: Iterable[Member]) -> tuple[Total, ...]:
    """One total for each currency, in the order of their names."""
    by_currency: defaultdict[str, list[Member]] = defaultdict(list)
    for each in members:
        by_currency[each.currency].append(each)
    return tuple(total(by_currency[currency]) for currency in sorted(by_currency))


def total(members: Sequence[Member]) -> Total:
    """The sum of decisions in one currency, at least one; their order does not matter.

    Raises:
        ValueError: there are none, or their currencies differ.
    """
    currencies = sorted({each.currency for each in members})
    if len(currencies) != 1:
        raise ValueError(f"only amounts in one currency can be added, found {', '.join(currencies) or 'no decision'}")
    ordered = sorted(members, key=lambda each: each.place)
    counted = [each.counted for each in ordered if each.counted]
    left_out = tuple((each.decision.id, each.reason) for each in ordered if each.reason)
    return _sum(currencies[0], counted, left_out) if counted else _nothing(currencies[0], left_out)


def _sum(currency: str, counted: Sequence[Counted], left_out: tuple[tuple[str, str], ...]) -> Total:
    gain, cost, npv = (math.fsum(means) for means in zip(*(each.means for each in counted), strict=True))
    if len(counted) == 1 and None not in (counted[0].npv.p5, counted[0].cost.p5, counted[0].roi.mean):
        return _alone(currency, counted[0], left_out)
    spread = spread_around((each.addend for each in counted), npv)
    return Total(
        currency=currency,
        count=len(counted),
        npv=figure_around(npv, spread.npv),
        gain=Figure(mean=gain),
        cost=figure_around(cost, spread.cost),
        roi=_roi(gain, cost, cost + spread.low_cost),
        loss=_loss(counted, spread.loss),
        left_out=left_out,
    )


def _alone(currency: str, counted: Counted, left_out: tuple[tuple[str, str], ...]) -> Total:
    """The sum over one decision: the figures of its page, which are finer than those of the cells that sums add."""
    return Total(
        currency=currency,
        count=1,
        npv=counted.npv,
        gain=Figure(mean=counted.gain.mean),
        cost=counted.cost,
        roi=Figure(mean=counted.roi.mean),
        loss=counted.loss,
        left_out=left_out,
    )


def _loss(counted: Sequence[Counted], share: float) -> Share:
    if any(each.loss.reason == SINGLE_NUMBERS for each in counted) and all(without_range(each) for each in counted):
        return Share(reason=SINGLE_NUMBERS)
    return Share(value=share)


def _nothing(currency: str, left_out: tuple[tuple[str, str], ...]) -> Total:
    none, share = Figure(reason=_NONE), Share(reason=_NONE)
    return Total(currency=currency, count=0, npv=none, gain=none, cost=none, roi=none, loss=share, left_out=left_out)


def _roi(gain: float, cost: float, low_cost: float) -> Figure:
    if cost == 0:
        return Figure(reason="no cost")
    if low_cost <= SMALL_SHARE * cost:
        return Figure(reason="the costs may come close to zero, and a ratio to them would say little")
    if gain == 0:
        return Figure(reason="no gain is given")
    return Figure(mean=gain / cost - 1)
