"""No boundary metric.

Asks:    What would show that the metric is bought at too high a price?
Why:     Whatever is rewarded alone gets better at the cost of what nobody looks at: cheaper support that drives
         customers away, more advertising that drives them off. The guide "Goals and metrics", section 1.3, wants a good
         metric balanced by a boundary metric, and names the pairs: quality of service against its cost, earnings from
         advertising against users who stay.
Reads:   `metrics[].boundary` of the metrics that are pursued: those of the role `primary` or `proxy`, that of the goal,
         and those in which a gain shows. A proxy is asked although it is no primary metric: nothing is easier to raise
         without the good that it stands for. Asked of proposed and accepted decisions of stakes level 1 and 2 that were
         not reverted. Two metrics of which one is the other's boundary balance each other, and a proxy is balanced by
         what it stands for where `metrics` describes that as well (`proxy_for`).
Answer:  Name in `boundary` the metric that must not get worse meanwhile, and give it a limit in `guardrails`.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.measurement import Metric
from roi_plugin.rules.claims import success_metrics
from roi_plugin.rules.metric_quality import has_boundary
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

PURSUED = frozenset({"primary", "proxy"})
OFFERED = 3


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned for each pursued metric that nothing balances."""
    if not decision.metrics or is_reverted(decision):
        return
    success = {index for index, _ in success_metrics(decision)}
    pursued = [
        (index, metric) for index, metric in enumerate(decision.metrics) if metric.role in PURSUED or index in success
    ]
    balancing = {metric.boundary for _, metric in pursued if metric.boundary != metric.id}
    described = {metric.id for metric in decision.metrics}
    for index, metric in pursued:
        balanced = has_boundary(metric) or metric.id in balancing
        shown = metric.proxy_for in described and metric.proxy_for != metric.id
        if not (balanced or shown):
            yield Concern(
                field=("metrics", index, "boundary"),
                message=f"`{metric.id}` has no boundary metric: nothing would show if it is bought at too high a price",
                help=_advice(metric, decision),
            )


def _advice(metric: Metric, decision: Decision) -> str | None:
    """Where the record watches something already, that may be what is missing."""
    watched = [guardrail.metric for guardrail in decision.guardrails]
    watched += [each.id for each in decision.metrics if each.role == "guardrail"]
    offered = [f"`{name}`" for name in dict.fromkeys(watched) if name != metric.id][:OFFERED]
    if not offered:
        return None
    return f"{RULE.mend}; if {' or '.join(offered)} would show it, name that"


RULE = Rule(
    name="no-boundary-metric",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="name in `boundary` the metric that must not get worse meanwhile",
    check=check,
    page=__doc__,
)
