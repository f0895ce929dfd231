"""Where a decision stands now: what its own record says, and what others do to it."""

from roi_plugin.assess import Judged
from roi_plugin.model.decision import OVER, Delivery, Status


def status_now(judged: Judged) -> Status:
    """Its status; superseded too is what another decision in effect replaces as a whole, whatever the record says."""
    decision = judged.decision
    if decision.status is Status.ACCEPTED and not judged.links.in_force:
        return Status.SUPERSEDED
    return decision.status


def standing(judged: Judged) -> str:
    """Where a decision stands, in one word: its status, what took its place, or that it was taken back."""
    status = status_now(judged)
    if status is Status.ACCEPTED and judged.decision.delivery is Delivery.REVERTED:
        return Delivery.REVERTED.value
    return status.value


def is_retired(judged: Judged) -> bool:
    """Whether a decision no longer binds or never did: a rejected one too, and one that was reverted."""
    return standing(judged) in {*OVER, Delivery.REVERTED}
