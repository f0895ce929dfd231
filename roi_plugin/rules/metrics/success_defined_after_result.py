"""Success defined after the result.

Asks:    Was it said how success would be seen before there was a result to see?
Why:     Among enough numbers one always moved the right way. Whoever picks the metric, its baseline or its target once
         the result is known has found a success, not tested for one. "Make sure to define success metrics before"
         (Ulysse Bottello, "How to get instant buy-in from your org?"). What is found later may be worth much, as an
         idea that the next test has to confirm, and that is how it should be read.
Reads:   What git holds of the record as of the day of the first result of a metric: its first entry in `observations`
         after the decision's `date`, or the first review that tells its gain in `actuals`. Beside that, of now, the
         `baseline`, `mde` and `direction` of the entries of `metrics`, the `limit` of guardrails and the `text`, `from`
         and `to` of key results about this metric; and `amendments`. A number written otherwise is no change. Asked of
         decisions of stakes level 1 and 2 that were accepted once; where git held no text on that day, nothing is
         asked.
Answer:  Put back what stood there on that day, or add an entry to `amendments`, dated since then, that names the metric
         or the value and says why: that it is exploratory, and what will confirm it.
"""

from collections.abc import Iterator

from roi_plugin.model.amended import amendment_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.frozen_fields import key_parts
from roi_plugin.model.record_past import LateCriterion, MovedField
from roi_plugin.rules.amendment_words import entry, mistyped, not_counted
from roi_plugin.rules.changes import place, what_became
from roi_plugin.rules.rule import ONCE_ACCEPTED, Concern, Context, Rule

_COMPARED = 6
"""Of more values than these it is not asked what a mistyped amendment meant."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each value by which success is judged that came or changed after the first result."""
    silent = [
        late
        for late in context.past.late
        if amendment_of(late.moved, decision.amendments, late.measured, context.today) is None
    ]
    meant = mistyped(decision, _all_moved(context), [late.moved for late in silent[:_COMPARED]])
    for late in silent:
        unheard = not_counted(decision, late.moved, late.measured, context.today) or meant.get(late.moved.key)
        message = f"{_in_words(late)}; {unheard}" if unheard else _in_words(late)
        yield Concern(
            field=late.moved.field, message=message, help=_advice(late, context), since=late.moved.unheard_since
        )


def _all_moved(context: Context) -> list[MovedField]:
    return [*context.past.moved, *(late.moved for late in context.past.late)]


def _in_words(late: LateCriterion) -> str:
    became = what_became(late.moved.before, late.moved.after)
    return f"on {late.measured}, the day of the first result, {place(late.moved.key)} {became}"


def _advice(late: LateCriterion, context: Context) -> str:
    moved = late.moved
    if moved.is_rename:
        added = entry(moved, moved.key, context.today)
        return f"it looks renamed: put the old name back, or say why with an entry in `amendments`: {added}"
    added = f'`{{date: {context.today}, field: "{_criterion(late)}", why: ...}}`'
    back = "take it out" if moved.before is None else "put it back"
    return f"{back}, or say with an entry in `amendments` that it is exploratory, and what will confirm it: {added}"


def _criterion(late: LateCriterion) -> str:
    """The metric, guardrail or key result around a value: `metrics[clicks]`."""
    name, entry, *_ = (part for part, _ in key_parts(late.moved.key))
    return f"{name}[{entry}]"


RULE = Rule(
    name="success-defined-after-result",
    severity=Severity.WARNING,
    level=1,
    asked_of=ONCE_ACCEPTED,
    mend="put it back, or say with an entry in `amendments` that it is exploratory, and what will confirm it",
    check=check,
    page=__doc__,
)
