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
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.rules.lines import chosen_options, gain_lines, is_nothing, original
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned once for each metric without a baseline, and once for all gains without a metric."""
    metrics = {metric.id: (index, metric.baseline) for index, metric in enumerate(decision.metrics)}
    claims: dict[str | None, tuple[FieldPath, str]] = {}
    for field, what, metric in _claims(decision):
        claims.setdefault(metric, (field, what))
    for metric, (field, what) in claims.items():
        if metric is None:
            yield Concern(
                field=field,
                message=f"{what} names no metric in which it will show, so there is no baseline to compare with",
                help="name it in `goal.metric` or in the gain's `metric`, and write its `baseline` in `metrics`",
            )
        elif metric not in metrics:
            yield Concern(
                field=field,
                message=f"{what} shows in `{metric}`, which `metrics` does not describe: where does it stand today?",
                help=f"add `{metric}` to `metrics`, with its `baseline`",
            )
        elif metrics[metric][1] is None:
            yield Concern(
                field=("metrics", metrics[metric][0], "baseline"),
                message=f"{what} shows in `{metric}`, which has no baseline: nobody can say by how much it moved",
            )


def _claims(decision: Decision) -> Iterator[tuple[FieldPath, str, str | None]]:
    goal = decision.goal.metric if decision.goal is not None else None
    lines = gain_lines(decision)
    for index, option in chosen_options(decision):
        place: FieldPath = ("options", index)
        if option.gain is not None and not is_nothing(option.gain):
            yield (*place, "gain"), f"the gain ({option.gain.text})", goal
        for at, line in enumerate(option.gains):
            meant = original(line, option.id, lines)
            if meant is not None and not is_nothing(meant.value):
                field = (*place, "gains", at, *(("metric",) if line.metric else ()))
                yield field, f"the gain `{line.id}`", line.metric or meant.metric or goal


RULE = Rule(
    name="no-baseline",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="measure the metric today, and write the value in `baseline`",
    check=check,
    page=__doc__,
)
