"""Budget variance.

Asks:    Does the decision still hold at what it costs by now?
Why:     "Budget variance" closes the list of guardrail metrics in the talk "Making Smart Investments" (Katerina
         Iliakopoulou). The choice was made at the planned cost; at another cost another option may be the better one.
         Software work overruns its estimate in 60 to 80 % of projects, by 30 to 40 % on average (Molokken and
         Jorgensen, 2003), so an overrun that is noticed early is the usual case and no disgrace.
Reads:   `actuals`, `outcome` and `next` of the latest review held by today (actuals under the id of a cost line, or of
         the option where its cost is one total), `options[].cost`, `.costs` of the chosen option, and
         `budget_overrun_ratio` of the policy. Asked of accepted decisions that were not replaced. A line is over when
         it came to more than the upper end of its range (the 95th percentile), or to more than that multiple of a
         single number. The whole is over when what the review counts as paid once, in two lines or more, is beyond both
         for all that the option was to cost. Weeks compare with weeks, money with money, a rate with a rate; arithmetic
         and `same_as` are not compared.
Answer:  Decide again at the new cost. The review that reports the overrun answers it when its outcome is `kept` or
         `changed` and its `next` says what was decided. A later review silences the rule too, also when it does not
         repeat the number; what was given up or taken back at this cost leaves the lesson standing.
"""

from collections.abc import Iterable, Iterator

from roi_plugin.economics.distributions import mean
from roi_plugin.economics.spending import Spending, spendings
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.wording import money, number
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import held_reviews
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule

DECIDED_AGAIN = frozenset({"kept", "changed"})
"""Outcomes of a review after which the decision goes on."""
ROUNDING = 1 + 1e-9
"""The end of a range is computed back from its distribution: what came out exactly there is not beyond it."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each cost line that came out beyond its plan, else for the sum of what was paid."""
    held = held_reviews(decision, context)
    if not held:
        return
    at, latest = held[-1]
    if latest.outcome in DECIDED_AGAIN and says(latest.next):
        return
    actuals = latest.actuals
    for index, option in chosen_options(decision) if actuals else ():
        place: FieldPath = ("reviews", at, "actuals")
        costs = spendings(option, actuals, context.returns.currency)
        over = {name: cost for name, cost in costs.items() if _is_over(cost, context)}
        for name, cost in over.items():
            yield Concern(field=(*place, name), message=_in_words(name, cost, context.returns.currency))
        whole = None if over else _whole_over(costs.values(), index, decision, context)
        if whole:
            yield Concern(field=place, message=f"`{option.id}` came to {whole}")


def _is_over(cost: Spending, context: Context) -> bool:
    ratio = context.policy.limits.budget_overrun_ratio if cost.exact else 1.0
    return cost.actual > ratio * cost.high * ROUNDING


def _in_words(name: str, cost: Spending, currency: str) -> str:
    came = f"{number(cost.actual)} person-weeks" if cost.in_weeks else money(cost.actual, currency)
    came += " a year" if cost.yearly else ""
    beyond = f"{number(cost.actual / cost.planned)} times" if cost.exact and cost.planned else "beyond"
    return f"`{name}` came to {came}, {beyond} the planned `{cost.plan}`: the choice was made at another cost"


def _whole_over(costs: Iterable[Spending], index: int, decision: Decision, context: Context) -> str | None:
    once = [cost for cost in costs if not cost.yearly]
    plan, currency = context.returns.options[index].cost, context.returns.currency
    if len(once) < 2 or not plan.mean:  # noqa: PLR2004 - one alone is judged by its own range
        return None
    week = terms_of(decision, context.policy).person_week
    price = (mean(week.quantity) if week else None) or 0.0
    paid = sum(cost.actual * (price if cost.in_weeks else 1.0) for cost in once)
    if paid <= max(context.policy.limits.budget_overrun_ratio * plan.mean, plan.high or 0.0):
        return None
    planned, times = money(plan.mean, currency), number(paid / plan.mean)
    return f"{money(paid, currency)} by this review, {times} times the {planned} that it was to cost in all"


RULE = Rule(
    name="budget-variance",
    severity=Severity.WARNING,
    level=0,
    asked_of=BINDING,
    mend="decide again at this cost, and write what was decided in the `next` of this review (outcome `kept` or "
    "`changed`), or hold a later review",
    check=check,
    page=__doc__,
)
