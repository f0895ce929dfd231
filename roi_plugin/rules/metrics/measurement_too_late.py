"""Too slow or costly to measure.

Asks:    Is it known early enough, and cheaply enough, whether it works?
Why:     A result that comes when most of the time is over can confirm and no longer correct. "Cheap enough to measure"
         is one of five things that the guide "Goals and metrics", section 1.3, wants of a metric, and it counts time
         among the costs: tests on retention or lifetime value "take a lot of time", during which some users get the
         worse service whichever way it ends.
Reads:   `metrics[].measured_by`, `.cost_to_measure`, `.proxy_for`, and `.mde` with `.sample.units` of the metrics by
         which success is judged; `date`, the horizon, the expected gain of the chosen option (of the best one while
         none is chosen), `measuring_horizon_share` and `measuring_cost_share` of the policy. Asked of proposed and
         accepted decisions of stakes level 1 and 2 that are neither reverted nor replaced, until the day of the
         measurement. Without such a day the time counts that the units need to come (by the policy's `significance`
         and `power`). A metric measured early enough
         that stands for the late one (`proxy_for`) answers. A cost that recurs counts for the whole horizon.
Answer:  Add a metric that moves sooner and stands for this one (`proxy_for`), measure on fewer, or measure cheaper.
"""

from collections.abc import Iterator

from roi_plugin.economics.cost_to_measure import cost_to_measure
from roi_plugin.economics.measurability import measurability
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample_size import Rigour
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.units import DAYS_A_YEAR
from roi_plugin.economics.wording import exact, money, months, percent
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.measurement import Metric
from roi_plugin.rules.claims import success_metrics
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

DAYS_A_MONTH = DAYS_A_YEAR / 12
CHEAPER = "measure on fewer, or in a cheaper way"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each metric of success that is measured late, and for each that is dear to measure."""
    for index, metric in success_metrics(decision):
        if not _says_how(metric) or is_reverted(decision):
            continue
        if metric.measured_by is not None and metric.measured_by <= context.today:
            continue
        late, dear = _late(metric, decision, context), _dear(metric, decision, context)
        if late and not _is_foreseen(metric, decision, context):
            field = ("measured_by",) if metric.measured_by else ("sample", "units")
            yield Concern(field=("metrics", index, *field), message=late)
        if dear:
            yield Concern(field=("metrics", index, "cost_to_measure"), message=dear, help=CHEAPER)


def _says_how(metric: Metric) -> bool:
    return any(known is not None for known in (metric.measured_by, metric.mde, metric.cost_to_measure))


def _late(metric: Metric, decision: Decision, context: Context) -> str | None:
    horizon = context.returns.horizon_months
    most = context.policy.limits.measuring_horizon_share * horizon
    if metric.measured_by is not None:
        end = (metric.measured_by - decision.date).days / DAYS_A_MONTH
        what = f"`{metric.id}` is measured by {metric.measured_by}, {months(end)} after the decision"
    elif metric.mde is not None and metric.sample is not None and metric.sample.units is not None:
        limits = context.policy.limits
        rigour = Rigour(significance=limits.significance, power=limits.power)
        found = measurability(metric, decision.date, None, rigour)
        end = found.months.value or 0.0
        what = f"the {exact(found.needed.value or 0.0)} units that `{metric.id}` needs take {months(end)} to come"
    else:
        return None
    return f"{what}, out of {months(horizon)} in which it counts: too late to correct it" if end > most else None


def _is_foreseen(metric: Metric, decision: Decision, context: Context) -> bool:
    """Whether something that stands for the metric is measured in time."""
    days = context.policy.limits.measuring_horizon_share * context.returns.horizon_months * DAYS_A_MONTH
    sooner = [each for each in decision.metrics if each.proxy_for == metric.id and each.measured_by is not None]
    return any(each.measured_by and (each.measured_by - decision.date).days <= days for each in sooner)


def _dear(metric: Metric, decision: Decision, context: Context) -> str | None:
    if metric.cost_to_measure is None:
        return None
    gains = [context.returns.options[index].gain.mean or 0.0 for index, _ in options_in_question(decision)]
    gain = max(gains, default=0.0)
    try:
        cost = cost_to_measure(metric.cost_to_measure, terms_of(decision, context.policy))
    except NoFigureError:
        return None
    if gain <= 0 or cost <= context.policy.limits.measuring_cost_share * gain:
        return None
    amounts = (money(each, context.returns.currency) for each in (cost, gain))
    return "measuring `{0}` costs {2}, {1} of the expected gain of {3}".format(
        metric.id, percent(cost / gain), *amounts
    )


RULE = Rule(
    name="measurement-too-late",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="add a metric that moves sooner and stands for this one, with its own day in `measured_by`",
    check=check,
    page=__doc__,
)
