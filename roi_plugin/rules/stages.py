"""How far a decision has come: rules about work ask while it can be helped, rules about what runs while it runs."""

from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.rules.rule import Context

_ONCE_REPLACED = {Status.PROPOSED: Status.REJECTED, Status.ACCEPTED: Status.SUPERSEDED}


def status_in_effect(decision: Decision, context: Context) -> Status:
    """The status by which rules are asked: that of a retired decision once another took its place as a whole.

    The record may still say otherwise (`link/stale-status` tells). What was accepted is superseded then, and what was
    only proposed will not be decided any more.
    """
    if context.links_of(decision).successor is not None:
        return _ONCE_REPLACED.get(decision.status, decision.status)
    return decision.status


def is_delivered(decision: Decision) -> bool:
    """Whether its work is behind it and runs.

    Some rules about work still ask of what was reverted: what it lacked is what its review has to look at.
    """
    return decision.delivery is Delivery.DELIVERED


def is_reverted(decision: Decision) -> bool:
    """Whether nothing of it is there any more."""
    return decision.delivery is Delivery.REVERTED


def is_done(decision: Decision) -> bool:
    """Whether its work is behind it, whatever came of it."""
    return is_delivered(decision) or is_reverted(decision)
