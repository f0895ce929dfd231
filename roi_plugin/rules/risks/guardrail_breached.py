"""Guardrail breached.

Asks:    Do the limits hold that were set when it was decided?
Why:     A guardrail says beforehand where the gain stops being worth its price: uptime, response time, exposure, budget
         (talk "Making Smart Investments", Katerina Iliakopoulou). When the limit is passed and nobody acts, it was
         decoration, and the decision stands on a promise that is broken.
Reads:   `guardrails[].limit`, `.observations`, observations and actuals of the same metric in `reviews`, `delivery`,
         `date`. Asked of accepted decisions that are neither planned only nor reverted or replaced. The newest
         observation counts, from the day of the decision on and not after today: what was measured before is a
         baseline. A measured range breaks a limit when both its ends do; where units differ or the text cannot be
         compared, nothing is said.
Answer:  Act, and write what was measured afterwards: a newer observation within the limit silences the rule. Where the
         limit was wrong, change it and say why in `amendments`.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision, Delivery
from roi_plugin.model.finding import Severity
from roi_plugin.model.guardrail_limits import judged
from roi_plugin.model.guardrail_observations import observations_since
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each guardrail whose newest observation breaks its limit."""
    if not decision.guardrails or decision.delivery is Delivery.PLANNED or is_reverted(decision):
        return
    for index, guardrail in enumerate(decision.guardrails):
        seen = [pair for pair in observations_since(decision, index, context.today) if pair[1].value]
        for place, last in seen[-1:]:
            if guardrail.limit and last.value and judged(guardrail.limit, last).violated:
                limit = f"and its limit is `{guardrail.limit}`"
                yield Concern(
                    field=place, message=f"`{guardrail.metric}` was {last.value.text} on {last.date}, {limit}"
                )


RULE = Rule(
    name="guardrail-breached",
    severity=Severity.ERROR,
    level=0,
    asked_of=BINDING,
    mend="act, and add what was measured afterwards to `observations`",
    check=check,
    page=__doc__,
)
