"""Depends on a dead decision.

Asks:    Does everything this decision stands on still stand?
Why:     A decision is taken because others hold. When one of those is withdrawn, its reasons may be gone with it, and
         no one who reads only this record can see that.
Reads:   `depends_on`, and of each decision named there its status, its delivery and its successors. Asked of proposed
         and accepted decisions that are not superseded or reverted themselves. A decision of which only a part is
         superseded is alive, except for a link to that part (`0042#3`).
Answer:  Decide again, or move the link to the decision that took its place.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.deaths import death_of
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each decision in `depends_on` that no longer holds."""
    if is_reverted(decision):
        return
    for index, reference in enumerate(decision.depends_on):
        needed = context.register.resolve(reference.target)
        if needed is None or needed.path == decision.path:
            continue
        death = death_of(needed, reference, context.links_of(needed))
        if death is not None:
            advice = f"decide again, or depend on its successor `{death.successor}`" if death.successor else None
            message = f"depends on `{needed.id}`, which {death.how}"
            yield Concern(field=("depends_on", index), message=message, help=advice)


RULE = Rule(
    name="depends-on-dead-decision",
    severity=Severity.ERROR,
    level=0,
    asked_of=OPEN,
    mend="decide again, or move the link to the decision that took its place",
    check=check,
    page=__doc__,
)
