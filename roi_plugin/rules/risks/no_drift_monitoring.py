"""No drift monitoring.

Asks:    Would anybody notice that the model has got worse?
Why:     A model does not break, it goes stale: the data moves away from what it learnt, and it goes on answering. The
         notes on "Designing Machine Learning Systems" count "monitoring data drift, automating retraining" among what a
         system in production must do, because models "fail silently".
Reads:   `kind` of the chosen option, `guardrails[].quality`, `.metric`, `metrics[].id`, and the risks' mitigations.
         Asked of accepted decisions of stakes level 2 that chose machine learning, were delivered and not replaced. A
         guardrail or metric counts when its quality is `drift`, or when its name speaks of drift or of the quality of
         answers (accuracy, recall, AUC, calibration). So does a mitigation that speaks of drift, retraining or
         monitoring.
Answer:  Add a guardrail of the quality `drift`: how far the inputs or the answers may move before the model is trained
         again.
"""

import re
from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.model.decision import Decision, Delivery
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import BINDING, Concern, Context, Rule

QUALITY = re.compile(
    r"drift|skew|accura|precision|recall|calibrat|quality|hallucinat|confiden|rmse|mape|brier|ndcg|false.?(pos|neg)|"
    r"(model|prediction|forecast).?error|hit.?rate|(?<![a-z])(psi|f1|auc|auroc|mae)(?![a-z])",
    re.IGNORECASE,
)
CARE = re.compile(r"drift|re-?train|monitor", re.IGNORECASE)


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when a model runs and nothing watches what goes in or comes out."""
    if decision.delivery is not Delivery.DELIVERED:
        return
    for _, option in chosen_options(decision):
        if kind_of(option) != "ml" or _is_watched(decision):
            continue
        if not any(CARE.search(risk.mitigation or "") for risk in option.risks):
            yield Concern(
                field=("guardrails",),
                message=f"the model of `{option.id}` runs, and no guardrail would show its data or answers drift",
            )


def _is_watched(decision: Decision) -> bool:
    names = [guardrail.metric for guardrail in decision.guardrails] + [metric.id for metric in decision.metrics]
    return any(guardrail.quality == "drift" for guardrail in decision.guardrails) or any(
        QUALITY.search(name) for name in names
    )


RULE = Rule(
    name="no-drift-monitoring",
    severity=Severity.WARNING,
    level=2,
    asked_of=BINDING,
    mend="add a guardrail of the quality `drift`, with a limit from which on the model is trained again",
    check=check,
    page=__doc__,
)
