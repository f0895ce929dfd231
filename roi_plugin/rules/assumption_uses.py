"""The shared assumptions that a decision rests on, as rules read them."""

from collections.abc import Iterator

from roi_plugin.model.assumption import Assumption, AssumptionUse
from roi_plugin.model.decision import Decision
from roi_plugin.rules.rule import Context
from roi_plugin.rules.stages import is_reverted


def rested_on(decision: Decision, context: Context) -> Iterator[tuple[Assumption, tuple[AssumptionUse, ...]]]:
    """Each assumption with its uses, one at least, in the order of the record; those that nobody knows are left out.

    Nothing of a decision that was taken back: it rests on nothing any more.
    """
    if is_reverted(decision):
        return
    for name in dict.fromkeys(use.id for use in decision.assumptions):
        if name in context.assumptions:
            yield context.assumptions[name], tuple(use for use in decision.assumptions if use.id == name)
