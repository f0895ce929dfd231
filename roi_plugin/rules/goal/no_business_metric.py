"""Not tied to a business metric.

Asks:    Which number of the business moves when this works?
Why:     A model can improve for years while the business sees nothing of it and in the end stops paying. The notes on
         "Designing Machine Learning Systems" name it as the common pitfall: a team "fails to tie those improvements to
         real-world business KPIs". Ulysse Bottello, "How to get instant buy-in from your org?", asks for the metric
         before the work: for a business problem "it must be a business/product metric".
Reads:   `goal.metric`, `options[].gains[].metric` of the chosen option (of all while none is chosen), `metrics[].role`
         and `okr.key_results[].kind`. Asked of proposed and accepted decisions of stakes level 1 and 2. A metric whose
         role is not written is taken at its word, one of the role `technical` is not enough. To choose to do nothing
         needs no metric, nor does an option that a `constraint` leaves no choice about, nor a comparison of costs
         alone: that is in money already.
Answer:  Name the metric in `goal.metric`, and describe it in `metrics` with `role: primary`. A metric of the system may
         stay beside it.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.economics.wording import money
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import gain_lines, is_constrained, options_in_question, original
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when no metric is named, or technical ones only."""
    if _needs_none(decision):
        return
    roles = {metric.id: metric.role for metric in decision.metrics}
    named = dict.fromkeys(filter(says, _named(decision)))
    if any(roles.get(metric) != "technical" for metric in named) or _has_business_result(decision):
        return
    spent = _spent(decision, context)
    technical = next((index for index, metric in enumerate(decision.metrics) if metric.id in named), None)
    if technical is None:
        message = f"no metric says what the business gets{spent and f' for {spent}'}"
        yield Concern(field=("goal", "metric"), message=message)
    else:
        what = f"`{decision.metrics[technical].id}` is about the system only"
        message = f"{what}: it can improve while the business gets nothing{spent and f' for {spent}'}"
        yield Concern(field=("metrics", technical, "role"), message=message)


def _needs_none(decision: Decision) -> bool:
    asked = [option for _, option in options_in_question(decision)]
    if asked and all(kind_of(option) == DO_NOTHING or is_constrained(option) for option in asked):
        return True
    gains = any(option.gain or option.gains for option in decision.options)
    return not gains and sum(bool(option.cost or option.costs) for option in decision.options) > 1


def _named(decision: Decision) -> Iterator[str]:
    if decision.goal is not None and decision.goal.metric:
        yield decision.goal.metric
    yield from (metric.id for metric in decision.metrics if metric.role == "primary")
    lines = gain_lines(decision)
    for _, option in options_in_question(decision):
        for line in option.gains:
            meant = original(line, option.id, lines)
            metric = line.metric or (meant.metric if meant is not None else None)
            if metric:
                yield metric


def _has_business_result(decision: Decision) -> bool:
    return any(result.kind == "business" for okr in decision.okr for result in okr.key_results)


def _spent(decision: Decision, context: Context) -> str:
    costs = [context.returns.options[index].cost.mean for index, option in enumerate(decision.options) if option.chosen]
    cost = costs[0] if len(costs) == 1 else None
    return money(cost, context.returns.currency) if cost else ""


RULE = Rule(
    name="no-business-metric",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="name in `goal.metric` the number of the business that moves, and give it `role: primary` in `metrics`",
    check=check,
    page=__doc__,
)
