"""Short-lived decision.

Asks:    Was it over before it could pay, and does anybody know why?
Why:     "Never have I ever launched a product or feature only to deprecate it a few months later": the talk "Making
         Smart Investments" (Katerina Iliakopoulou) begins with that game. The whole cost was paid and hardly any of the
         gain came, and whether the choice was wrong or merely unlucky is known only when somebody looks.
Reads:   `date`, `expected_life`, `kill_if`, `reviews[].date`, `.outcome`, `.lessons`, the successor's `date`, git's
         history where these tell no day, and `short_life_months` and `short_life_share` of the policy. Asked of
         accepted and retired decisions that were reverted, deprecated or replaced as a whole. They end with the review
         that says so, on the day of their successor, else on the day git saw their status or delivery say so; where no
         such day after the start has come, nothing is asked, nor of what was only planned, or what git never saw
         accepted. Short is a life of fewer than those months, or of less than that share of the expected one; where no
         more than those months were expected, the share alone decides.
Answer:  Hold a retrospective, and write in `lessons` of a review what could have been known before. The lessons of the
         review that reverted it are enough where a `kill_if` had said when to stop, or once it is retired or replaced;
         while it still stands as `accepted`, a later review has to say what follows.
"""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.economics.terms import months_if_known
from roi_plugin.economics.wording import days, months
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.finding import Severity
from roi_plugin.model.policy import RuleLimits
from roi_plugin.rules.ends import End, end_of, is_short
from roi_plugin.rules.past import held_reviews
from roi_plugin.rules.rule import ONCE_ACCEPTED, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when it ended early and nobody has written down what was learnt."""
    end = end_of(decision, context) if decision.delivery is not Delivery.PLANNED else None
    if end is None or not _is_short(decision, end, context.policy.limits):
        return
    reviews = [review for _, review in held_reviews(decision, context)]
    lessons = [review.date for review in reviews if any(says(lesson) for lesson in review.lessons)]
    if not _is_answered(decision, end, lessons, context):
        yield Concern(field=end.field, message=_in_words(decision, end), help=_advice(decision, lessons, context))


def _is_short(decision: Decision, end: End, limits: RuleLimits) -> bool:
    return is_short(decision, end, months=limits.short_life_months, share=limits.short_life_share)


def _in_words(decision: Decision, end: End) -> str:
    life = months_if_known(decision.expected_life)
    lived = months(int(end.months)) if end.months >= 1 else days((end.date - end.start).days)
    expected = f" of the {months(life)} that were expected" if life is not None else ""
    return f"it was {end.how} on {end.date}, after {lived}{expected}: what it cost had hardly time to come back"


def _is_answered(decision: Decision, end: End, lessons: list[dt.date], context: Context) -> bool:
    return bool(lessons) and (_is_foreseen(decision, context) or max(lessons) > end.date)


def _is_foreseen(decision: Decision, context: Context) -> bool:
    """Whether the lessons of the review that ended it are enough: it is retired, or its end was planned for."""
    retired = decision.status is not Status.ACCEPTED or context.links_of(decision).successor is not None
    return retired or any(stop.says_when for stop in decision.kill_if)


def _advice(decision: Decision, lessons: list[dt.date], context: Context) -> str | None:
    """What has to be done beside writing lessons, where that is not enough."""
    if _is_foreseen(decision, context):
        return None
    follows = "retire it (`status: deprecated`), or say in the `lessons` of a later review what follows"
    return follows if lessons else f"{RULE.mend}; then {follows}"


RULE = Rule(
    name="short-lived-decision",
    severity=Severity.WARNING,
    level=0,
    asked_of=ONCE_ACCEPTED,
    mend="hold a retrospective, and write in the `lessons` of a review what could have been known before",
    check=check,
    page=__doc__,
)
