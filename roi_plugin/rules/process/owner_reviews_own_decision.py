"""Owner reviews own decision.

Asks:    Did anybody look at the outcome who has nothing to defend?
Why:     Whoever took a decision remembers the reasons and forgives the result. The guide "Goals and metrics" wants a
         metric "calculated by external oracle (not yourself)", and where much is at stake an honest mistake in one's
         own sums soon looks like something worse. What the numbers mean needs other eyes as much as the numbers.
Reads:   `reviews[].by` and `.outcome`, `owner`, `deciders`. Asked of accepted decisions of stakes level 2 that were not
         replaced, about the latest review held by today that did not find it too early. One reviewer who neither owns
         nor took the decision is enough; a review that names nobody is not asked.
Answer:  Invite somebody who did not decide to look at the numbers, and add that name to `by`.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.past import last_verdict
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when all who reviewed the decision had taken it themselves."""
    last = last_verdict(decision, context)
    if last is None:
        return
    at, review = last
    reviewers = [name for name in review.by if says(name)]
    own = {name.casefold() for name in (*decision.deciders, decision.owner or "")}
    if reviewers and own.issuperset(name.casefold() for name in reviewers):
        names = " and ".join(filter(None, (", ".join(reviewers[:-1]), reviewers[-1])))
        message = (
            f"the review of {review.date} was held by {names} alone, and nobody looked at it who had not decided it"
        )
        yield Concern(field=("reviews", at, "by"), message=message)


RULE = Rule(
    name="owner-reviews-own-decision",
    severity=Severity.INFO,
    level=2,
    asked_of=BINDING,
    mend="invite somebody who did not decide to look at the numbers, and add that name to `by`",
    check=check,
    page=__doc__,
)
