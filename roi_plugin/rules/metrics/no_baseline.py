"""No baseline.

Asks:    Where does the metric that the gain shows in stand today?
Why:     An improvement is the distance from a baseline. Without a number from before, every number from after can be
         called a success. (The guide "Goals and metrics", section 1.2, wants a quick and rough one first; Ulysse
         Bottello, "How to get instant buy-in from your org?": what stays below the baseline, "kill it for now".)
Reads:   `options[].gain`, `options[].gains[].metric` of the chosen option, `goal.metric` for a gain that names no
         metric, `metrics[].baseline` and `.baseline_date`. Asked of proposed and accepted decisions. A gain of 0 claims
         nothing and is not asked, and a baseline of a day to come is none yet. Records that judge by scores alone claim
         no amount, and are not asked either.
Answer:  Name the metric in the gain (or in `goal.metric`), and give the metric a `baseline`: today's value, measured.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.measurement import Metric
from roi_plugin.rules.claims import Claim, claims
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import has_come
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

WHERE = "the gain's `metric`, or in `goal.metric`"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once for each metric without a baseline, and once for all gains without a metric."""
    metrics = {metric.id: (index, metric) for index, metric in enumerate(decision.metrics)}
    first: dict[str | None, Claim] = {}
    for claim in claims(decision, chosen_options(decision)):
        first.setdefault(claim.metric, claim)
    for metric, claim in first.items():
        if metric is None:
            yield Concern(
                field=claim.metric_field,
                message=f"{claim.name} names no metric in which it will show, so there is no baseline to compare with",
                help=f"name it in {WHERE if claim.line is not None else '`goal.metric`'}, "
                "and list it in `metrics` with its value of today, as `{id: ..., baseline: ...}`",
            )
        elif metric not in metrics:
            yield Concern(
                field=claim.metric_field,
                message=f"{claim.name} shows in `{metric}`, which `metrics` does not describe: "
                "where does it stand today?",
                help=f"list it in `metrics` with its value of today, as `{{id: {metric}, baseline: ...}}`",
            )
        else:
            index, described = metrics[metric]
            missing = _missing(described, context)
            if missing is not None:
                field, what = missing
                yield Concern(
                    field=("metrics", index, field),
                    message=f"{claim.name} shows in `{metric}`, which has {what}: nobody can say by how much it moved",
                )


def _missing(metric: Metric, context: Context) -> tuple[str, str] | None:
    """The field that should say where the metric stands, and what is there instead."""
    if metric.baseline is None:
        return "baseline", "no baseline"
    if not has_come(metric.baseline_date, context):
        return "baseline_date", f"no baseline before {metric.baseline_date}, a day to come"
    return None


RULE = Rule(
    name="no-baseline",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="measure the metric today, and write the value in `baseline`",
    check=check,
    page=__doc__,
)
