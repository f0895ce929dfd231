"""Key result is off track.

Asks:    Has it come as far as its time asks for, and does anybody look?
Why:     A key result that lags early can still be re-planned; one that is looked at on its last day can only be
         explained. Quarterly reviews make OKRs "a system of progress and accountability" (Vectice, "How to Use OKRs and
         KPIs for Machine Learning"). Google's re:Work scores key results from 0.0 to 1.0 and calls 0.6 to 0.7 a good
         end, so less than the whole is no failure.
Reads:   `okr[].key_results[].from`, `.to`, `.now`, `.updated`, `.due`; the day of the decision, from which the time
         counts; `key_result_progress_share` and `key_result_stale_days` of the policy. Asked of accepted decisions of
         stakes level 1 and 2 that are neither planned only nor reverted or replaced: nothing works at them otherwise. A
         key result lags when its progress, (now - from) / (to - from), is less than that share of the time that had
         passed when `now` was measured (`updated`, else today). It is stale when the last update is older than that
         many days; `now` without a day is not. One with an end and without any `now` counts from the decision. A key
         result that is reached is done, and a review held on its last day or later closes it. An update or a review of
         a day to come does not count.
Answer:  Measure it today and write `now` and `updated`. Where it lags, plan anew: move its `due`. To give it up,
         end it (`due`) on the day of a review that says so.
"""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.economics.wording import days, number, percent
from roi_plugin.model.decision import Decision, Delivery
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.measurement import KeyResult
from roi_plugin.model.progress import elapsed_share, progress
from roi_plugin.rules.key_results import called
from roi_plugin.rules.past import has_come, held_reviews
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

DONE = 1.0
UPDATE = "measure it today, and write `now` and `updated`"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each key result that lags behind its time or that nobody has looked at for long."""
    if not decision.okr or decision.delivery is Delivery.PLANNED or is_reverted(decision):
        return
    reviewed = max((review.date for _, review in held_reviews(decision, context)), default=decision.date)
    for index, okr in enumerate(decision.okr):
        for at, result in enumerate(okr.key_results):
            if result.due is not None and reviewed >= result.due:
                continue
            place: FieldPath = ("okr", index, "key_results", at)
            concern = _lagging(result, place, decision.date, context) or _stale(result, place, decision.date, context)
            if concern is not None:
                yield concern


def _lagging(result: KeyResult, place: FieldPath, start: dt.date, context: Context) -> Concern | None:
    come = progress(result)
    if come is None or result.due is None:
        return None
    passed = elapsed_share(start, result.due, min(result.updated or context.today, context.today))
    if come >= context.policy.limits.key_result_progress_share * passed:
        return None
    way = f"from {number(result.from_ or 0.0)} to {number(result.to or 0.0)}"
    return Concern(
        field=(*place, "now"),
        message=f"{called(result)} has come {percent(come)} of its way {way}, "
        f"and {percent(passed)} of its time until {result.due} had passed",
    )


def _stale(result: KeyResult, place: FieldPath, start: dt.date, context: Context) -> Concern | None:
    if progress(result) == DONE or result.to is None or (result.now is not None and result.updated is None):
        return None
    seen_on = result.updated if has_come(result.updated, context) else None
    since = seen_on or start
    waited = (min(context.today, result.due or context.today) - since).days
    if waited <= context.policy.limits.key_result_stale_days:
        return None
    seen = f"was last looked at on {since}" if seen_on else f"has no value since the decision of {since}"
    return Concern(
        field=(*place, "updated" if result.now is not None else "now"),
        message=f"{called(result)} {seen}, {days(waited)} ago: nobody can tell whether it is on its way",
        help=UPDATE,
    )


RULE = Rule(
    name="key-result-off-track",
    severity=Severity.WARNING,
    level=1,
    asked_of=BINDING,
    mend="plan it anew, or give it up and say so in a review",
    check=check,
    page=__doc__,
)
