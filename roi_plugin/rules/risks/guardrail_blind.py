"""Guardrail blind.

Asks:    When was the guardrail last looked at?
Why:     A limit that nobody measures against holds only on paper. The talk "Making Smart Investments" (Katerina
         Iliakopoulou) sets guardrails against risks so that they are seen; and machine learning in particular, say the
         notes on "Designing Machine Learning Systems", can "fail silently".
Reads:   `guardrails[].observations`, observations and actuals of the same metric in `reviews`, `delivery`, `date`, and
         `guardrail_blind_days` of the policy. Asked of accepted decisions of stakes level 1 and 2 that were delivered
         and not replaced. What runs is looked at once in that many days or more often; without any observation the days
         count from the decision, and what was seen before it is a baseline. What is dated after today was not seen yet.
         What was reverted no longer runs, and an old observation of it cannot be renewed: there only a guardrail that
         was never observed is named.
Answer:  Measure it today and add the value to `observations`; then see to it that the source reports by itself.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import days
from roi_plugin.model.decision import Decision, Delivery
from roi_plugin.model.finding import Severity
from roi_plugin.model.guardrail_observations import observations_since
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule

IMPLEMENTED = frozenset({Delivery.DELIVERED, Delivery.REVERTED})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each guardrail of something implemented that nobody has looked at for too long."""
    if not decision.guardrails or decision.delivery not in IMPLEMENTED:
        return
    runs = decision.delivery is Delivery.DELIVERED
    for index, guardrail in enumerate(decision.guardrails):
        seen = observations_since(decision, index, context.today)
        since = seen[-1][1].date if seen else decision.date
        waited = (context.today - since).days
        if waited > context.policy.limits.guardrail_blind_days and (runs or not seen):
            last = f"last observed on {since}, {days(waited)} ago" if seen else "never observed since the decision"
            yield Concern(
                field=("guardrails", index, "observations"),
                message=f"`{guardrail.metric}` was {last}: nobody knows where it {'stands' if runs else 'stood'}",
                help=None if runs else "write what was measured while it ran, if anything was",
            )


RULE = Rule(
    name="guardrail-blind",
    severity=Severity.WARNING,
    level=1,
    asked_of=BINDING,
    mend="measure it, add the value to `observations`, and let the source report by itself",
    check=check,
    page=__doc__,
)
