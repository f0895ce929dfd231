"""Category never considered.

Asks:    Was each kind of risk thought of?
Why:     What is not on the list is not looked for. The talk "Making Smart Investments" (Katerina Iliakopoulou) names
         five kinds: technical limitations, budget, performance, data privacy and security, compliance. Authors list
         the kinds they know from their own work; the dear surprises come from the others.
Reads:   `options[].risks[].category` of all options (an entry with `not_applicable` counts), the parts of a risk score,
         `guardrails[].quality`, `compliance`, `personal_data`. Asked of proposed and accepted decisions of stakes level
         2, until they are delivered or another decision takes their place. All kinds that are missing are named in one
         concern. A risk score for the whole says nothing about kinds, and the categories `people` and `vendor` stand
         for none of the five.
Answer:  List a risk of that category, or an entry that says why there is none:
         `{id: no-data, category: privacy-security, not_applicable: no personal data is touched}`.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Risk
from roi_plugin.model.scores import FACTOR_PARTS
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_delivered

CATEGORIES = FACTOR_PARTS["risks"]
GUARDED = {
    "budget": "budget",
    "performance": "performance",
    "scalability": "performance",
    "privacy": "privacy-security",
    "security": "privacy-security",
    "reliability": "technical",
    "maintainability": "technical",
    "adaptability": "technical",
    "durability": "technical",
    "drift": "technical",
}
"""The category of risk that a guardrail of this quality is set against."""


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned once, with all categories of risk that nothing in the record speaks of."""
    considered = set(_considered(decision))
    missing = [category for category in CATEGORIES if category not in considered]
    if missing and not is_delivered(decision):
        chosen = next((index for index, _ in chosen_options(decision)), None)
        field: FieldPath = ("options",) if chosen is None else ("options", chosen, "risks")
        names = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
        message = f"nothing is said about risks of the {'category' if len(missing) == 1 else 'categories'} {names}"
        yield Concern(field=field, message=f"{message}: neither what could happen nor why nothing can")


def _considered(decision: Decision) -> Iterator[str]:
    scores = [decision.scores, *(option.scores for option in decision.options)]
    for factor in (each.risks for each in scores if each is not None):
        yield from factor.parts if factor is not None else ()
    risks = (risk for option in decision.options for risk in option.risks)
    yield from (risk.category for risk in risks if risk.category and _is_thought_of(risk))
    yield from (GUARDED[guardrail.quality] for guardrail in decision.guardrails if guardrail.quality in GUARDED)
    if any(says(review.kind) for review in decision.compliance):
        yield "compliance"
    if decision.personal_data is not None:
        yield "privacy-security"


def _is_thought_of(risk: Risk) -> bool:
    return risk.not_applicable is None or says(risk.not_applicable)


RULE = Rule(
    name="category-not-considered",
    severity=Severity.INFO,
    level=2,
    asked_of=OPEN,
    mend="list a risk of that category, or an entry whose `not_applicable` says why there is none",
    check=check,
    page=__doc__,
)
