"""Forecast edited after the fact.

Asks:    Does the record still say what was expected on the day it was accepted?
Why:     A forecast that is corrected once the outcome is known compares well with it, and teaches nothing. With the
         numbers of that day kept, a review can tell a bad decision from bad luck, and the team learns how far off its
         estimates are.
Reads:   What git holds of the record as of its acceptance, `amendments`, and of the record now `problem`, `goal`,
         `expected_life`, `kill_if`, `economics`, `options`, `displaces`, `scores`, `correlations` and
         `reference_class`. A number written otherwise, another order, a format or a slip of the pen is no change.
         Status, delivery, links, reviews, observations, waivers and the reasoning stay open. Asked of decisions that
         were accepted once, also where their status was set back; where git does not know that day, nothing is asked.
Answer:  Put the forecast back, or add an entry to `amendments`, dated since the acceptance, that names the field (or
         the option, or the whole field it stands in) and says why it changed. It does not answer for a change that came
         after it, and what it tells has to be true: `from` is a value that stood there since the acceptance, `to` the
         one that stands there now. What comes to light later belongs into a review.
"""

from collections.abc import Iterator

from roi_plugin.model.amended import accounted
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Severity
from roi_plugin.model.record_past import MovedField
from roi_plugin.rules.amendment_words import entry, mistyped, not_counted
from roi_plugin.rules.changes import shortened, what_became
from roi_plugin.rules.rule import ONCE_ACCEPTED, Concern, Context, Rule

_TOLD_AT_MOST = 6


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each frozen value that changed and that no amendment gives the reason for."""
    accepted = context.past.accepted
    silent = [moved for moved, why in accounted(decision, context.past, context.today) if why is None]
    if accepted is None or not silent:
        return
    told, rest = silent[:_TOLD_AT_MOST], silent[_TOLD_AT_MOST:]
    meant = mistyped(decision, context.past.moved, told)
    for one in told:
        became = what_became(one.before, one.after)
        unheard = not_counted(decision, one, accepted, context.today) or meant.get(one.key)
        message = f"when it was accepted on {accepted}, `{shortened(_place(one))}` {became}"
        yield Concern(
            field=one.field,
            message=f"{message}; {unheard}" if unheard else message,
            help=_advice(one, context),
            since=one.unheard_since,
        )
    if rest:
        names = ", ".join(f"`{shortened(_place(one))}`" for one in rest)
        message = f"{len(rest)} more changed since {accepted}: {names}"
        yield Concern(field=rest[0].field, message=message, since=rest[0].unheard_since)


def _place(moved: MovedField) -> str:
    """Where a value stands now, by numbers; what is gone by its name, because something else may stand there now."""
    return moved.key if moved.after is None else moved.index_key


def _advice(moved: MovedField, context: Context) -> str:
    renamed = "it looks renamed: " if moved.is_rename else ""
    back = "put the old name back" if moved.is_rename else "take it out" if moved.before is None else "put it back"
    added = entry(moved, _place(moved), context.today)
    return f"{renamed}{back}, or say why it changed with an entry in `amendments`: {added}"


RULE = Rule(
    name="forecast-edited-after-acceptance",
    severity=Severity.ERROR,
    level=0,
    asked_of=ONCE_ACCEPTED | {Status.PROPOSED},
    mend="put it back, or say why it changed with an entry in `amendments`",
    check=check,
    page=__doc__,
)
