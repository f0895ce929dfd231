"""No baseline.

Asks:    Where does the metric that the gain shows in stand today?
Why:     An improvement is the distance from a baseline. Without a number from before, every number from after can be
         called a success. (The guide "Goals and metrics", section 1.2, wants a quick and rough one first; Ulysse
         Bottello, "How to get instant buy-in from your org?": what stays below the baseline, "kill it for now".)
Reads:   `options[].gain`, `options[].gains[].metric` of the chosen option, `goal.metric` for a gain that names no
         metric, and `metrics[].baseline`. Asked of proposed and accepted decisions. A gain of 0 claims nothing and is
         not asked. Records that judge by scores alone claim no amount, and are not asked either.
Answer:  Name the metric in the gain (or in `goal.metric`), and give the metric a `baseline`: today's value, measured.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.claims import Claim, claims
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned once for each metric without a baseline, and once for all gains without a metric."""
    metrics = {metric.id: (index, metric.baseline) for index, metric in enumerate(decision.metrics)}
    first: dict[str | None, Claim] = {}
    for claim in claims(decision, chosen_options(decision)):
        first.setdefault(claim.metric, claim)
    for metric, claim in first.items():
        if metric is None:
            yield Concern(
                field=claim.metric_field,
                message=f"{claim.name} names no metric in which it will show, so there is no baseline to compare with",
                help="name it in `goal.metric` or in the gain's `metric`, and write its `baseline` in `metrics`",
            )
        elif metric not in metrics:
            yield Concern(
                field=claim.metric_field,
                message=f"{claim.name} shows in `{metric}`, which `metrics` does not describe: "
                "where does it stand today?",
                help=f"add `{metric}` to `metrics`, with its `baseline`",
            )
        elif metrics[metric][1] is None:
            yield Concern(
                field=("metrics", metrics[metric][0], "baseline"),
                message=f"{claim.name} shows in `{metric}`, which has no baseline: nobody can say by how much it moved",
            )


RULE = Rule(
    name="no-baseline",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="measure the metric today, and write the value in `baseline`",
    check=check,
    page=__doc__,
)
