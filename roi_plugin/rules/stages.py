"""How far a decision has come: rules about work ask while it can be helped, rules about what runs while it runs."""

from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.rules.rule import Context

_ONCE_REPLACED = {Status.PROPOSED: Status.REJECTED, Status.ACCEPTED: Status.SUPERSEDED}


def status_in_effect(decision: Decision, context: Context) -> Status:
    """The status by which rules are asked: that of a retired decision once another took its place as a whole.

    The record may still say otherwise (`link/stale-status` tells). What was accepted is superseded then, and what was
    only proposed will not be decided any more.
    """
    if is_replaced(decision, context):
        return _ONCE_REPLACED.get(decision.status, decision.status)
    return decision.status


def is_replaced(decision: Decision, context: Context) -> bool:
    """Whether another decision took its place as a whole: what is wrong with it can no longer be helped."""
    return context.links_of(decision).successor is not None


def is_settled(decision: Decision, context: Context) -> bool:
    """Whether its work is behind it: it was delivered, or another decision took its place.

    A reverted decision is not settled: what its work lacked is what its review has to look at.
    """
    return decision.delivery is Delivery.DELIVERED or is_replaced(decision, context)


def is_over(decision: Decision, context: Context) -> bool:
    """Whether nothing of it is there any more: it was reverted, or another decision took its place."""
    return decision.delivery is Delivery.REVERTED or is_replaced(decision, context)
