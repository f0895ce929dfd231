"""Risk without guardrail.

Asks:    Would anybody see the risk coming?
Why:     A risk that is listed and not watched is found out when it has happened. The talk "Making Smart Investments"
         (Katerina Iliakopoulou) puts guardrail metrics beside its list of risks: uptime, response time, exposure
         points, data sensitivity, data durability, budget variance.
Reads:   `options[].risks[]` of the chosen option with `.guardrail`, `.priced_in`, `.not_applicable` and `.p`;
         `guardrails[].for_risk`; `compliance`. Asked of proposed and accepted decisions of stakes level 1 and 2 that
         are not reverted or replaced. A risk needs no guardrail when a cost line holds it already, when it does not
         apply, or when its probability is 0. For a risk of compliance, privacy or security a review in `compliance`
         counts too: there is no dial for a law.
Answer:  Name in `guardrail` the metric that would show it first, and give that a limit in `guardrails`.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Risk
from roi_plugin.model.quantity import Point
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.past import has_come
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

REVIEWED = frozenset({"compliance", "privacy-security"})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each risk of the chosen option that nothing watches."""
    reviewed = any(has_come(review.date, context) and says(review.kind) for review in decision.compliance)
    guardrails = [guardrail for guardrail in decision.guardrails if says(guardrail.metric)]
    for index, option in chosen_options(decision):
        for at, risk in enumerate(option.risks):
            named = says(risk.guardrail) or any(one.watches(option.id, risk.id) for one in guardrails)
            if not (named or (reviewed and risk.category in REVIEWED) or _needs_none(risk) or is_reverted(decision)):
                yield Concern(
                    field=("options", index, "risks", at, "guardrail"),
                    message=f"nothing would show `{risk.id}` before it has happened: no guardrail watches it",
                )


def _needs_none(risk: Risk) -> bool:
    never = risk.p is not None and isinstance(risk.p.quantity, Point) and risk.p.quantity.value == 0
    return says(risk.priced_in) or says(risk.not_applicable) or never


RULE = Rule(
    name="risk-without-guardrail",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="name in `guardrail` the metric that would show it first (uptime, latency, exposure, budget), and list it in "
    '`guardrails` with its limit, as `{metric: p99_latency, limit: "<= 200 ms"}`',
    check=check,
    page=__doc__,
)
