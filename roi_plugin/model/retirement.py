"""Which version of a record took it out of force: the one that gave it the status, or took back what was decided."""

from roi_plugin.model.decision import OVER, Decision, Delivery
from roi_plugin.model.history import Axis, Change, RecordHistory


def retiring_change(decision: Decision, history: RecordHistory | None) -> Change | None:
    """The last change to where it stands now; None where it binds, and where it came in so.

    Who retired a record before it came in, git does not know.
    """
    if history is None:
        return None
    if decision.status in OVER:
        axis, wanted = Axis.STATUS, decision.status.value
    elif decision.delivery is Delivery.REVERTED:
        axis, wanted = Axis.DELIVERY, Delivery.REVERTED.value
    else:
        return None
    found = [change for change in history.changes(axis) if change.after == wanted]
    return found[-1] if found and found[-1].version != history.versions[0] else None
