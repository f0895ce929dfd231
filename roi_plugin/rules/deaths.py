"""Whether a decision that another one depends on still stands, and what ended it."""

from msgspec import Struct

from roi_plugin.model.decision import OVER, Decision, Delivery, Reference
from roi_plugin.model.links import DecisionLinks


class Death(Struct, frozen=True, kw_only=True):
    """How a decision ended, as what follows "which", and the id of its successor where it has one."""

    how: str
    successor: str | None = None


def death_of(needed: Decision, reference: Reference, links: DecisionLinks) -> Death | None:
    """What ended the decision that a reference names, or the part that it names; None while that still stands."""
    if links.successor is not None:
        return Death(how=f"`{links.successor.id}` superseded", successor=links.successor.id)
    if needed.status in OVER:
        return Death(how=f"is {needed.status.value}")
    if needed.delivery is Delivery.REVERTED:
        return Death(how="was reverted")
    for link in links.superseded_by if reference.part is not None else ():
        if link.in_effect and link.part == reference.part:
            return Death(how=f"is superseded in part {reference.part} by `{link.id}`", successor=link.id)
    return None
