"""Suspect link.

Asks:    Does this decision still hold, now that one it depends on has changed?
Why:     A decision is taken because others are as they are. When one of those changes its options, its choice or its
         numbers, the reasons of this one may be gone, and no one who reads only this record can see that. Whoever
         works with requirements calls such a link suspect until somebody has looked.
Reads:   `depends_on`, `reviews[].date`, `amendments`, and what git holds of each decision named there: its forecast (as
         `forecast-edited-after-acceptance` reads it) as of the day on which this decision was accepted, linked to it or
         last confirmed (what changed on that same day counts as seen, unless one commit accepted this decision and
         changed or added the other, which changed again later), and whether it was accepted again since then, after it
         had ended. A review of this decision confirms all its links, an entry in `amendments` those that its
         `field` names. Asked of accepted decisions that are neither reverted nor replaced. Where git does not know
         those days, nothing is asked; nor about decisions that no longer hold, of which `depends-on-dead-decision`
         speaks.
Answer:  Read the other decision again. If this one still holds, confirm it: with a review, or with an entry in
         `amendments` whose field is `depends_on` or the link, `depends_on[1]`. If not, decide again.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.record_past import ChangedNeed
from roi_plugin.rules.changes import place, what_became
from roi_plugin.rules.deaths import death_of
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule

_TOLD_AT_MOST = 3


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each decision in `depends_on` that changed since this one was last seen to hold."""
    for change in context.past.needs:
        reference = decision.depends_on[change.index]
        needed = context.register.resolve(reference.target)
        if needed is None or death_of(needed, reference, context.links_of(needed)) is not None:
            continue
        yield Concern(
            field=("depends_on", change.index),
            message=f"depends on `{needed.id}`, which {_in_words(decision, change, context)}",
            help=_advice(decision, needed, change, context),
            since=change.changed,
        )


def _in_words(decision: Decision, change: ChangedNeed, context: Context) -> str:
    how = "changed" if change.again is None else f"had ended and was accepted again on {change.again},"
    words = f"{how} after this decision {_seen(decision, change, context)} on {change.since}"
    told = [f"{place(one.key)} {what_became(one.before, one.after)}" for one in change.changes[:_TOLD_AT_MOST]]
    more = len(change.changes) - len(told)
    told += [f"{more} more {'change' if more == 1 else 'changes'}"] if more else []
    return f"{words}: {', '.join(told)}" if told else words


def _seen(decision: Decision, change: ChangedNeed, context: Context) -> str:
    """What happened on the day on which it was last counted on."""
    if change.since == context.past.accepted:
        return "was accepted"
    looked = {review.date for review in decision.reviews} | {one.date for one in decision.amendments}
    return "was last confirmed" if change.since in looked else "was linked to it"


def _advice(decision: Decision, needed: Decision, change: ChangedNeed, context: Context) -> str:
    link = "depends_on" if len(decision.depends_on) == 1 else f'"depends_on[{change.index}]"'
    entry = f"{{date: {context.today}, field: {link}, why: Read again and it still holds}}"
    return (
        f"read `{needed.id}` again; if this decision still holds, add a review of today, or to `amendments` `{entry}`"
    )


RULE = Rule(
    name="suspect-link",
    severity=Severity.WARNING,
    level=0,
    asked_of=BINDING,
    mend="read the other decision again, and confirm with a review or an entry in `amendments` that this one holds",
    check=check,
    page=__doc__,
)
