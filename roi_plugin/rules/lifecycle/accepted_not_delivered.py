"""Accepted and not delivered.

Asks:    Was what was decided also done?
Why:     A decision pays only when somebody carries it out. One that is accepted and never begun costs trust, and keeps
         its place in every sum of what the decisions in force are worth.
Reads:   `delivery`, `date`, the day on which git saw it accepted, `options[].gains[].from` and work of the chosen
         options, `reviews[].date`, `.outcome`, and `undelivered_days` of the policy. Asked of accepted decisions in
         force. Planned work may take those days to begin, from the commit that accepted it, or from its `date` where
         git does not know. Work in progress is late once the last gain was to come. Where no delivery is stated, only a
         record that plans work to build and was never reviewed is asked. A review that found it `kept` or `changed`
         begins the time anew; to do nothing needs no delivery.
Answer:  Write in `delivery` how far it is. Where nobody will do it, retire it; where it holds, say so in a review.
"""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.economics.build_work import build_work
from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.wording import days, number
from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.durations import months_between
from roi_plugin.model.finding import Severity
from roi_plugin.model.lives import RESUMING_OUTCOMES
from roi_plugin.model.option import Option
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import first_day_after, held_reviews, last_verdict, since
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when nothing is said to have begun for too long, or what has begun is beyond its own plan."""
    chosen = [(at, option) for at, option in chosen_options(decision) if kind_of(option) != DO_NOTHING]
    if decision.delivery is Delivery.IN_PROGRESS:
        yield from _late(decision, chosen, context)
    elif (decision.delivery is Delivery.PLANNED and chosen) or _is_silent_of_work(decision, chosen, context):
        yield from _not_begun(decision, context)


def _not_begun(decision: Decision, context: Context) -> Iterator[Concern]:
    day = since(decision, Status.ACCEPTED, context)
    looked, most = _looked_at(decision, day, context), context.policy.limits.undelivered_days
    if (context.today - looked).days > most:
        said = f"is still `{decision.delivery}`" if decision.delivery else "is not said to have begun"
        message = f"it was accepted on {day}, {days((context.today - day).days)} ago, and its delivery {said}"
        yield Concern(field=("delivery",), message=message, since=first_day_after(looked, most))


def _late(decision: Decision, chosen: list[tuple[int, Option]], context: Context) -> Iterator[Concern]:
    planned = max((gain.from_ for _, option in chosen for gain in option.gains), default=0.0)
    age = months_between(decision.date, context.today)
    looked = months_between(decision.date, _looked_at(decision, decision.date, context))
    if 0 < planned < age and looked < planned:
        message = (
            f"the last of its gains was to come from month {number(planned)} on, this is month {number(int(age) + 1)}, "
            "and it is still in progress"
        )
        yield Concern(field=("delivery",), message=message)


def _looked_at(decision: Decision, day: dt.date, context: Context) -> dt.date:
    """The last day on which somebody said that it goes on: the given one, or that of a review."""
    reviews = (review.date for _, review in held_reviews(decision, context) if review.outcome in RESUMING_OUTCOMES)
    return max([day, *reviews])


def _is_silent_of_work(decision: Decision, chosen: list[tuple[int, Option]], context: Context) -> bool:
    if decision.delivery is not None or last_verdict(decision, context) is not None:
        return False
    terms = terms_of(decision, context.policy)
    return any(build_work(decision, at, terms).mean for at, _ in chosen)


RULE = Rule(
    name="accepted-not-delivered",
    severity=Severity.WARNING,
    level=0,
    asked_of=BINDING,
    mend="write in `delivery` how far it is; where nobody will do it, retire it (`status: deprecated`); where it still "
    "holds, say so in a review (outcome `kept` or `changed`)",
    check=check,
    page=__doc__,
)
