"""Cannot see the effect.

Asks:    Are there enough users, sessions or cases to tell the change that is sought from chance?
Why:     Numbers move by chance alone, the more the fewer there are. A test that is too small ends without an answer, or
         with a lucky one. The guide "Goals and metrics", section 1.3, wants a metric sensitive to "your changes"; its
         example is a test among 300 employees of a click rate of 5 % that is to move by half a point. They can show a
         move of 9.6 points; half a point takes 62,468 of them. (By the normal approximation: Fleiss, Levin and Paik,
         "Statistical Methods for Rates and Proportions", 2003.)
Reads:   `metrics[].mde`, `.baseline`, `.unit`, `.direction`, `.attribution` and `.sample`; `.measured_by`, else
         `review_due`; `date`; `significance`, `power` and `power_least` of the policy. Asked of proposed and accepted
         decisions of stakes level 1 and 2 that are neither reverted nor replaced, for every metric that gives both
         `mde` and `sample.units`. Units that keep coming count from the day of the decision to the day of the
         measurement, the most there can be: in two groups at the same time, or in one after the change where another
         came before it (`before-after`, `time-series`). Without such a day, and where the record does not say enough to
         compute, nothing is said. A test set of a model is the question of `holdout-too-small`.
Answer:  Seek a larger change, measure longer (`measured_by`), use every unit both ways (`sample.paired`), or take a
         metric that moves sooner.
"""

from collections.abc import Iterator

from roi_plugin.economics.measurability import Measurability, measurability
from roi_plugin.economics.measurability_words import POINTS, seeks_part_of_share, what_can_be_seen, what_is_sought
from roi_plugin.economics.sample_size import Rigour
from roi_plugin.economics.wording import percent
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.measurement import Metric
from roi_plugin.model.policy import RuleLimits
from roi_plugin.rules.metric_quality import BEFORE_AND_AFTER
from roi_plugin.rules.offline_metrics import is_of_a_test_set
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each metric whose units do not show the change it seeks."""
    for index, metric in enumerate(decision.metrics):
        if metric.mde is None or metric.sample is None or metric.sample.units is None:
            continue
        if is_of_a_test_set(metric, decision) or is_reverted(decision):
            continue
        limits = context.policy.limits
        until = metric.measured_by or decision.review_due
        rigour = Rigour(significance=limits.significance, power=limits.power)
        found = measurability(metric, decision.date, until, rigour)
        if _is_too_small(metric, found, limits):
            yield Concern(
                field=("metrics", index, "mde"),
                message=f"{what_can_be_seen(metric, found, until)}; {what_is_sought(metric, found)}",
                help=_advice(metric, found, limits),
            )


def _is_too_small(metric: Metric, found: Measurability, limits: RuleLimits) -> bool:
    available, power = found.available.value, found.power.value
    if found.groups is not None and available is not None:
        one_after_another = metric.attribution in BEFORE_AND_AFTER
        return available < (found.groups.changed if one_after_another else found.groups.total)
    return power is not None and power < limits.power_least


def _advice(metric: Metric, found: Measurability, limits: RuleLimits) -> str:
    power, advice = found.power.value, RULE.mend
    if power is not None and power < limits.power_least:
        advice = f"with a chance of {percent(power)} to see it, the test is not worth its time: {advice}"
    if metric.mde is not None and seeks_part_of_share(metric, found):
        advice = f"{advice}; where points are meant, write `{metric.mde.text.replace('%', POINTS)}`"
    return advice


RULE = Rule(
    name="effect-too-small-to-see",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="seek a larger change, measure longer, use each unit both ways, or take a metric that moves sooner",
    check=check,
    page=__doc__,
)
