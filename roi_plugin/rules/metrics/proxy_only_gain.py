"""Proxy-only gain.

Asks:    Is any of the gain seen in the good itself?
Why:     The talk "Making Smart Investments" (Katerina Iliakopoulou) tells direct metrics from proxy metrics, which
         stand for a good that is hard to see. "The further the metric is from financial outcomes, the more you will
         rely on stakeholders' beliefs about the connection", warns the guide "Goals and metrics", section 1.3. Where
         every gain is a proxy, the whole return is such a belief.
Reads:   `options[].gains[].type`, `.metric` and `.gain` of the chosen option (of each option while none is chosen),
         `goal.metric`, `metrics[].role`, `.proxy_for`, `.evidence`. Asked of proposed and accepted decisions of stakes
         level 1 and 2 that are neither reverted nor replaced. A gain that names no type is a proxy where its metric has
         the role `proxy`. One gain that is no proxy is enough, and so is one whose metric names what it stands for
         (`proxy_for`) and the evidence that the two move together. Evidence of a day to come does not count. A gain of
         0 claims nothing.
Answer:  Add a gain whose metric is the good itself; or name in the metric what it stands for in `proxy_for`, and in
         `evidence` where it was seen that the one moves the other.
"""

import itertools
from collections.abc import Iterator

from roi_plugin.economics.wording import money
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.measurement import Metric
from roi_plugin.rules.claims import Claim, claims, is_linked
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once for each option all of whose gains are proxies."""
    metrics = {metric.id: metric for metric in decision.metrics}
    found = claims(decision, options_in_question(decision))
    for index, group in itertools.groupby(found, key=lambda claim: claim.option):
        gains = list(group)
        if all(_is_proxy(claim, metrics, decision, context) for claim in gains) and not is_reverted(decision):
            gain = context.returns.options[index].gain.mean
            whole = f" ({money(gain, context.returns.currency)})" if gain else ""
            yield Concern(
                field=_place(gains[0]),
                message=f"the whole gain{whole} shows in {_stand_in(gains[0])}: that it becomes money is a belief",
            )


def _is_proxy(claim: Claim, metrics: dict[str, Metric], decision: Decision, context: Context) -> bool:
    metric = metrics.get(claim.metric or "")
    if metric is not None and is_linked(metric, decision, context):
        return False
    return claim.type == "proxy" or (claim.type is None and metric is not None and metric.role == "proxy")


def _place(claim: Claim) -> FieldPath:
    return (*claim.place, "type") if claim.line is not None and claim.line.type else claim.metric_field


def _stand_in(claim: Claim) -> str:
    good = claim.meant.stands_for if claim.meant is not None else None
    shown = f"`{claim.metric}`" if claim.metric else "a proxy"
    return f"{shown}, which stands for {good}" if says(good) else f"{shown}, which only stands for the good itself"


RULE = Rule(
    name="proxy-only-gain",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="add a gain that shows in the good itself, or give the metric `proxy_for` and `evidence` for the link",
    check=check,
    page=__doc__,
)
