"""No review date.

Asks:    When will somebody look whether it paid off?
Why:     A forecast that is never compared with what came teaches nobody. Vectice, "How to Use OKRs and
         KPIs for Machine Learning", rests its "system of progress and accountability" on quarterly reviews; a date is
         the least that makes one happen.
Reads:   `review_due`, `reviews`. Asked of accepted decisions that are in force: drafts and proposals may still be
         without one, retired and rejected ones are not nagged. A decision that was reviewed by today, with another
         outcome than `too-early`, is not asked again.
Answer:  Write the day of the next look in `review_due`: early enough to stop, late enough to see something.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.past import last_verdict
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when no day is set and nobody has looked yet."""
    if decision.review_due is None and last_verdict(decision, context) is None:
        yield Concern(
            field=("review_due",),
            message=f"decided on {decision.date}, and no day is set on which somebody looks whether it paid off",
        )


RULE = Rule(
    name="no-review-date",
    severity=Severity.WARNING,
    level=0,
    asked_of=BINDING,
    mend="write `review_due: YYYY-MM-DD`: early enough to stop, late enough to see something",
    check=check,
    page=__doc__,
)
