"""Waiver expired.

Asks:    Does every exception that was granted still hold?
Why:     A waiver is a promise with a date: until then somebody answers for the fault, afterwards it is mended or
         answered for anew. When dates pass and nobody notices, a waiver becomes a way to switch a rule off for ever.
Reads:   `waivers[].rule`, `.by` and `.until`. Asked of proposed and accepted decisions that are neither reverted nor
         replaced, for there is nothing left to allow. The last day still counts. A waiver that was followed by a newer
         one for the same rule is history, and silent.
Answer:  Mend what the rule holds against the record and delete the waiver, or renew it with a new `until` and a reason
         that is true today.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.past import first_day_after
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each waiver whose last day is over, unless a newer one holds for the same rule."""
    if not decision.waivers or is_reverted(decision):
        return
    last = {waiver.rule: waiver.until for waiver in sorted(decision.waivers, key=lambda waiver: waiver.until)}
    for index, waiver in enumerate(decision.waivers):
        if waiver.until < context.today and waiver.until == last[waiver.rule]:
            late = (context.today - waiver.until).days
            passed = f"ended on {waiver.until}, {late} {'day' if late == 1 else 'days'} ago"
            yield Concern(
                field=("waivers", index, "until"),
                message=f"the waiver of `{waiver.rule}` by {waiver.by} {passed}: the rule is asked again",
                since=first_day_after(waiver.until),
            )


RULE = Rule(
    name="waiver-expired",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="mend what the rule holds against it and delete the waiver, or renew it with a reason that is true today",
    check=check,
    page=__doc__,
)
