"""Proposals that wait for the same people, in the order in which their waiting costs least."""

from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.economics.cd3 import Job, cd3_order, delay_cost
from roi_plugin.economics.key_figures import KeyFigures
from roi_plugin.economics.plain_words import leading
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision

_NO_WORK = "nobody knows how long it takes: add a cost line with `time`, in person-weeks"


class Proposal(Struct, frozen=True, kw_only=True):
    """A decision that is proposed, by its chosen option, else by its best; where it has no place in an order, why.

    `job` counts its cost of delay in money of today a month, and the mean person-weeks that it takes to build.
    """

    decision: Decision
    currency: str
    job: Job | None = None
    reason: str | None = None


class Queue(Struct, frozen=True, kw_only=True):
    """Proposals in one currency, the first to do first.

    `saved` is the share of the cost of waiting that this order saves against that of their dates; None where either
    order costs nothing.
    """

    currency: str
    proposals: tuple[Proposal, ...]
    saved: float | None = None


def proposal(decision: Decision, returns: Returns, figures: KeyFigures) -> Proposal:
    """The decision as one that waits; nothing in a record makes it fail."""
    place = leading(returns)
    if place is None:
        return Proposal(decision=decision, currency=returns.currency, reason="its net present value is not known")
    option, known = returns.options[place], figures.options[place]
    worth, delay, weeks = option.npv.mean or 0.0, known.cost_of_delay, known.build_weeks
    reason = None
    if option.kind == "do-nothing":
        reason = f"`{option.id}` is the best of its options"
    elif worth <= 0:
        reason = f"`{option.id}` is expected to gain nothing: {money(worth, returns.currency)}"
    elif delay.value is None:
        reason = delay.reason
    elif weeks <= 0:
        reason = _NO_WORK
    else:
        job = Job(name=decision.path, cost_of_delay=delay.value, duration=weeks)
        return Proposal(decision=decision, currency=returns.currency, job=job)
    return Proposal(decision=decision, currency=returns.currency, reason=reason)


def queues(proposals: Iterable[Proposal]) -> tuple[Queue, ...]:
    """The order in which to do those that have a job: by currency, each by cost of delay over duration (CD3)."""
    waiting = [each for each in proposals if each.job]
    return tuple(
        _queue(currency, [each for each in waiting if each.currency == currency])
        for currency in sorted({each.currency for each in waiting})
    )


def _queue(currency: str, waiting: list[Proposal]) -> Queue:
    by_path = {each.decision.path: each for each in waiting}
    jobs = [each.job for each in sorted(waiting, key=_age) if each.job]
    order = cd3_order(jobs)
    least, as_dated = delay_cost(order), delay_cost(jobs)
    return Queue(
        currency=currency,
        proposals=tuple(by_path[job.name] for job in order),
        saved=1.0 - least / as_dated if least > 0 else None,
    )


def _age(proposal: Proposal) -> tuple[str, str]:
    return proposal.decision.date.isoformat(), proposal.decision.path
