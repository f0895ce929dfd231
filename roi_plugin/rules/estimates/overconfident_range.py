"""Over-confident range.

Asks:    Is the range of the effort as wide as what nobody can know before the work has begun?
Why:     Asked for a range that holds the truth in 8 cases of 10, experts gave ranges that held it in 68 of 100
         (Speirs-Bridge and others 2010); 90 % intervals for software work are "much too narrow" (Jørgensen, Teigen and
         Moløkken 2004). A narrow range hides the loss it should warn of: six to eight of ten software projects run
         over, by 30-40 % on average over all (Moløkken and Jørgensen 2003).
Reads:   Single efforts (working time that does not recur) among the costs of the chosen option (of all options but
         do-nothing while none is chosen), `delivery`, `reference_class.cost`, and `narrow_effort_ratio` and
         `point_estimate_share` of the policy. Asked of proposed and accepted decisions of stakes level 1 and 2 whose
         work has not begun (`delivery` is `planned` or not said) and that are not replaced. An effort counts when its
         line makes more than `point_estimate_share` of all costs with risks. It is in question when the upper end of
         its 90 % interval is less than `narrow_effort_ratio` times the lower one, or when a reference class is named
         and the interval is less than half as wide as what that has on record (by the log-deviation). Evidence of the
         kinds `data`, `experiment`, `pilot`, `prototype`, `invoice`, `contract` or `direct-metric` silences it; how
         often a team's ranges have held does not count yet. Evidence of a day to come does not count.
Answer:  Write what the effort comes to when much goes wrong, split it into parts, or name the evidence (`data` of the
         last times, a `contract`) that narrows it.
"""

import math
from collections.abc import Iterator

from roi_plugin.economics.class_record import overrun_record
from roi_plugin.economics.distributions import interval
from roi_plugin.economics.normal_shapes import Z95
from roi_plugin.economics.reference_classes import CostClass
from roi_plugin.economics.returns import OptionReturns, kind_of
from roi_plugin.economics.stated_lines import StatedLine, stated_lines
from roi_plugin.economics.units import weeks_of_work
from roi_plugin.economics.wording import number, percent
from roi_plugin.model.decision import Decision, Delivery
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity
from roi_plugin.model.named_evidence import MEASURED, named_evidence
from roi_plugin.model.quantity import Expression, Point
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.long_forms import with_evidence
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

NOT_BEGUN = frozenset({None, Delivery.PLANNED})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each effort that makes a large share of the cost and is stated too narrowly."""
    if decision.delivery not in NOT_BEGUN:
        return
    record = overrun_record(decision)
    stated = stated_lines(decision)
    for index, option in options_in_question(decision):
        returns = context.returns.options[index]
        for line, value in zip(stated[index], returns.lines, strict=False):
            share = _share(value.mean, returns) if line.side == "cost" and kind_of(option) != "do-nothing" else 0.0
            if share <= context.policy.limits.point_estimate_share:
                continue
            for name, estimate in _efforts(line):
                fault = _fault(estimate, context.policy.limits.narrow_effort_ratio, record)
                kinds = {entry.kind for entry in named_evidence(estimate.evidence, decision, context.today)}
                if fault and kinds.isdisjoint(MEASURED):
                    makes = f"`{estimate.text}` makes {percent(share)} of the expected cost"
                    yield Concern(
                        field=line.place_of(name),
                        message=f"{makes}, and {fault}",
                        help=f"{RULE.mend}: {with_evidence(estimate, 'data')}",
                    )


def _share(mean: float | None, returns: OptionReturns) -> float:
    total = returns.cost.mean
    return (mean or 0.0) / total if total is not None and total > 0 else 0.0


def _efforts(line: StatedLine) -> Iterator[tuple[str, Estimate]]:
    for name, estimate in line.amounts:
        quantity = estimate.quantity
        is_time = weeks_of_work(quantity.unit) is not None or (name == "time" and quantity.unit is None)
        if is_time and not (line.per or quantity.period or isinstance(quantity, Point | Expression)):
            yield name, estimate


def _fault(estimate: Estimate, least: float, record: CostClass | None) -> str | None:
    ends = interval(estimate.quantity)
    if ends is None or ends[0] <= 0:
        return None
    ratio = ends[1] / ends[0]
    if ratio < least:
        return (
            f"its upper end is only {number(ratio)} times the lower one: before the work has begun, "
            f"less than {number(least)} times has hardly ever held"
        )
    if record is not None and math.log(ratio) < Z95 * record.multiple.sigma:
        wide = math.exp(2 * Z95 * record.multiple.sigma)
        return (
            f"its upper end is {number(ratio)} times the lower one, where nine of ten of the class `{record.name}` "
            f"spread over {number(wide)} times"
        )
    return None


RULE = Rule(
    name="overconfident-range",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write what the effort comes to when much goes wrong, or name the evidence that narrows it",
    check=check,
    page=__doc__,
)
