"""The shared assumptions that a decision rests on, as rules read them."""

from collections.abc import Iterator

from roi_plugin.model.assumption import Assumption, AssumptionUse
from roi_plugin.model.decision import Decision, Delivery
from roi_plugin.rules.rule import Context


def rested_on(decision: Decision, context: Context) -> Iterator[tuple[Assumption, tuple[AssumptionUse, ...]]]:
    """Each assumption with its uses, one at least, in the order of the record; those that nobody knows are left out.

    Nothing of a decision that was taken back or replaced: it rests on nothing any more.
    """
    if decision.delivery is Delivery.REVERTED or context.links_of(decision).successor is not None:
        return
    for name in dict.fromkeys(use.id for use in decision.assumptions):
        if name in context.assumptions:
            yield context.assumptions[name], tuple(use for use in decision.assumptions if use.id == name)
