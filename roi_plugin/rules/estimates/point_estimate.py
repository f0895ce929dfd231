"""Point estimate.

Asks:    Does every amount that matters say how unsure it is?
Why:     A single number hides its doubt: nobody can tell a measured amount from a guess, and the chance of a loss
         cannot be computed from it. Douglas Hubbard, "How to Measure Anything", asks for 90 % ranges; Vectice, "How to
         Use OKRs and KPIs for Machine Learning", for the same reason says that "outcomes are not rigidly defined".
Reads:   Gain, cost and risk lines of the chosen option (of all options while none is chosen), `evidence`, and
         `point_estimate_share` of the policy. Asked of proposed and accepted decisions of stakes level 1 and 2 that
         were not reverted. A line counts when it makes more than that share of all gains, or of all costs with risks.
         Arithmetic is a single number when all that it computes with is. Where the total cannot be computed, nothing is
         asked.
Answer:  Write a 90 % range (`20..60 person-weeks`), or name what fixes the number, an invoice or a contract, beside it:
         `{value: 45k per year, evidence: contract}`.
"""

import re
from collections.abc import Iterator, Mapping

from roi_plugin.economics.returns import LineReturn, OptionReturns
from roi_plugin.economics.stated_lines import stated_lines
from roi_plugin.economics.wording import percent
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity
from roi_plugin.model.named_evidence import evidence_by
from roi_plugin.model.quantity import Constant, Expression, Name, Node, Point, Quantity
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.long_forms import with_evidence
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

NUMBER = re.compile(r"\d[\d.,_]*(?:[kMB]\b|%)?")
FIXED = frozenset({"invoice", "contract"})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each amount that is one number, is fixed by nothing and makes a large share."""
    if is_reverted(decision):
        return
    fixed = FIXED | {entry.id for entry in evidence_by(decision, context.today) if entry.kind in FIXED}
    stated = stated_lines(decision)
    for index, _ in options_in_question(decision):
        returns = context.returns.options[index]
        for line, value in zip(stated[index], returns.lines, strict=False):
            share = 0.0 if line.priced_in else _share(value, returns)
            if share > context.policy.limits.point_estimate_share:
                total = "gain" if line.side == "gain" else "cost"
                for name, estimate in line.amounts:
                    if _is_one_number(estimate, line.inputs, fixed):
                        message = (
                            f"`{estimate.text}` is a single number and makes {percent(share)} of the expected {total}"
                        )
                        yield Concern(
                            field=line.place_of(name),
                            message=f"{message}: how far off may it be?",
                            help=_advice(estimate),
                        )


def _advice(estimate: Estimate) -> str:
    form = NUMBER.sub("low..high", estimate.text, count=1)
    ends = f", `{form}`" if isinstance(estimate.quantity, Point) else " for each part that is unsure"
    return f"write a 90 % range{ends}, or name the invoice or contract: {with_evidence(estimate, 'contract')}"


def _share(line: LineReturn, returns: OptionReturns) -> float:
    total = (returns.gain if line.side == "gain" else returns.cost).mean
    return (line.mean or 0.0) / total if total is not None and total > 0 else 0.0


def _is_one_number(estimate: Estimate, inputs: Mapping[str, Estimate], fixed: frozenset[str]) -> bool:
    if not fixed.isdisjoint(estimate.evidence):
        return False
    if isinstance(estimate.quantity, Point):
        return True
    parts = [inputs.get(name) for name in _names(estimate.quantity)]
    points = [part for part in parts if part is not None and isinstance(part.quantity, Point)]
    return 0 < len(parts) == len(points) and any(fixed.isdisjoint(point.evidence) for point in points)


def _names(quantity: Quantity) -> Iterator[str]:
    waiting: list[Node] = [quantity.root] if isinstance(quantity, Expression) else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name):
            yield node.name
        elif not isinstance(node, Constant):
            waiting += (node.left, node.right)


RULE = Rule(
    name="point-estimate",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write a 90 % range such as `20..60 person-weeks`, or name the invoice or contract in the number's `evidence`",
    check=check,
    page=__doc__,
)
