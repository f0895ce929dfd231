"""What a set of decisions is worth together: the sum of their chosen options, as a distribution.

Decisions are independent but for the input that they share (see `contribution`), which is the same number in all of
them. Amounts in different currencies are never added. Present values are added as they are stated, whatever horizon
and discount rate each decision counts with.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from roi_plugin.economics.appraisal import Appraisal
from roi_plugin.economics.contribution import Contribution, Summand
from roi_plugin.economics.sampled_figures import LEVELS, Figure, Share
from roi_plugin.economics.score_words import none_chosen
from roi_plugin.economics.summing import Mixture, Spikes, Spread, spread_of_sum
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.valuation import OptionValue
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy

_SMALL_SHARE = 0.01
_NONE = "no decision with a net present value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The chosen option of a decision: its figures as stated, and what it adds to the spread of a sum."""

    value: OptionValue
    contribution: Contribution

    @property
    def means(self) -> tuple[float, float, float]:
        """The stated means of gain, cost and NPV."""
        gain, cost, npv = (figure.mean or 0.0 for figure in (self.value.gain, self.value.cost, self.value.npv))
        return gain, cost, npv


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One decision of a portfolio; where nothing of it can be counted, `reason` says why."""

    decision: Decision
    in_force: bool
    currency: str
    counted: Counted | None = None
    reason: str | None = None

    @property
    def place(self) -> tuple[str, str]:
        """Where it stands among others if nothing else decides."""
        return self.decision.id, self.decision.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The sum over `count` decisions in one currency.

    `roi` is the mean gain over the mean cost, less 1; `loss` the probability that the summed NPV is below 0.
    `left_out` are the ids of decisions that are not in the sum, each with the reason; `cost_only` the ids of those
    that state no gain, whose cost alone is in it.
    """

    currency: str
    count: int
    npv: Figure
    gain: Figure
    cost: Figure
    roi: Figure
    loss: Share
    left_out: tuple[tuple[str, str], ...] = ()
    cost_only: tuple[str, ...] = ()

    @property
    def loss_probability(self) -> float | None:
        """The probability that the summed NPV is below 0."""
        return self.loss.value


def member(decision: Decision, appraisal: Appraisal, policy: Policy, *, in_force: bool) -> Member:
    """The decision as a part of a portfolio, with its chosen option or the reason why it has no place in a sum."""
    currency = terms_of(decision, policy).currency
    chosen = next((option.id for option in decision.options if option.chosen), None)
    option = next((option for option in appraisal.options if option.id == chosen), None)
    if option is None:
        reason: str | None = none_chosen(decision)
    elif option.contribution is None or option.value.npv.mean is None:
        reason = option.value.npv.reason or option.value.loss.reason
    else:
        counted = Counted(value=option.value, contribution=option.contribution)
        return Member(decision=decision, in_force=in_force, currency=currency, counted=counted)
    return Member(decision=decision, in_force=in_force, currency=currency, reason=reason or "it cannot be computed")


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
    counted = [(each.decision.id, each.counted) for each in ordered if each.counted]
    left_out = tuple((each.decision.id, each.reason or _NONE) for each in ordered if not each.counted)
    return _sum(currencies[0], counted, left_out) if counted else _nothing(currencies[0], left_out)


def _sum(currency: str, counted: Sequence[tuple[str, Counted]], left_out: tuple[tuple[str, str], ...]) -> Total:
    gain, cost, npv = (math.fsum(means) for means in zip(*(each.means for _, each in counted), strict=True))
    parts = [each.contribution for _, each in counted]
    npv_spread = _spread((part, part.npv) for part in parts)
    cost_spread = _spread((part, part.cost) for part in parts)
    return Total(
        currency=currency,
        count=len(counted),
        npv=_figure(npv, npv_spread),
        gain=Figure(mean=gain),
        cost=_figure(cost, cost_spread),
        roi=_roi(gain, cost, cost + cost_spread.percentile(_SMALL_SHARE)),
        loss=Share(value=npv_spread.share_below(-npv)),
        left_out=left_out,
        cost_only=tuple(identifier for identifier, each in counted if not each.means[0] and each.means[1] > 0),
    )


def _nothing(currency: str, left_out: tuple[tuple[str, str], ...]) -> Total:
    none, share = Figure(reason=_NONE), Share(reason=_NONE)
    return Total(currency=currency, count=0, npv=none, gain=none, cost=none, roi=none, loss=share, left_out=left_out)


def _figure(mean: float, spread: Spread) -> Figure:
    p5, p50, p95 = (mean + spread.percentile(level) for level in LEVELS)
    return Figure(mean=mean, p5=p5, p50=p50, p95=p95)


def _roi(gain: float, cost: float, low_cost: float) -> Figure:
    if cost == 0:
        return Figure(reason="no cost")
    if low_cost <= _SMALL_SHARE * cost:
        return Figure(reason="the costs may come close to zero, and a ratio to them would say little")
    if gain == 0:
        return Figure(reason="no gain is given")
    return Figure(mean=gain / cost - 1)


def _spread(parts: Iterable[tuple[Contribution, Summand]]) -> Spread:
    """The distribution of the sum around its mean."""
    by_input: defaultdict[tuple[str, ...], list[tuple[Contribution, Summand]]] = defaultdict(list)
    for part, summand in parts:
        shared = part.shared
        by_input[(shared.key, shared.source, shared.text) if shared else ()].append((part, summand))
    return spread_of_sum([_mixture(by_input[key]) for key in sorted(by_input)])


def _mixture(members: Sequence[tuple[Contribution, Summand]]) -> Mixture:
    """In each bin of the shared input the terms of the sum, and what moves all of them within the bin."""
    shared = members[0][0].shared
    means = [summand.mean for _, summand in members]
    slope = math.fsum(summand.slope for _, summand in members)
    cases = []
    for place in range(len(members[0][1].bins)):
        atoms = [summand.bins[place] for _, summand in members]
        case = [
            Spikes(values=np.array(each.values) - mean, masses=np.array(each.masses))
            for each, mean in zip(atoms, means, strict=True)
        ]
        if shared and slope:
            steps = slope * np.array(shared.steps[place])
            case.append(Spikes(values=steps, masses=np.full(len(steps), 1.0 / len(steps))))
        cases.append(case)
    return cases
