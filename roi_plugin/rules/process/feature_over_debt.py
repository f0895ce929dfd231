"""Feature over debt.

Asks:    Was the feature compared with the debt that waits beside it?
Why:     "Never have I ever prioritized new feature development over addressing critical technical debt": the first card
         of the game in the talk "Making Smart Investments" (Katerina Iliakopoulou). A feature has somebody who asks for
         it every week and a debt has not, so the two are seldom laid side by side, and the debt waits although both
         records say what it would bring.
Reads:   `kind` of the chosen option, `area`, `date`, `trigger`; of the other records of the same area status, trigger,
         date, and the expected net value and ROI of what they chose (of their best option, while none is chosen).
         Asked of proposed and accepted decisions of stakes level 1 and 2 whose chosen option is a feature, until they
         are delivered, reverted or replaced. A debt is a proposed decision with the trigger `debt`, worth more than it
         costs, that was there when the feature was decided; of several the one that is worth most is asked for. The two
         count as compared when one record links to the other, when this one names it in a reason, in `displaces` or in
         its text, and when by both records' figures the feature returns as much on its cost.
Answer:  Compare what waiting costs a month on either side, and name the debt's record where you say why: in
         `chosen_because`, or under `related`.
"""

from collections.abc import Iterator

from roi_plugin.economics.key_figures import OptionFigures
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.wording import money, percent
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done

Debt = tuple[Decision, OptionFigures]
"""A decision that would pay back a debt, with the figures of the option that counts."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when a feature was chosen while a debt of the same area waits that returns more."""
    if not decision.area or decision.trigger == "debt":
        return
    features = [index for index, option in chosen_options(decision) if option.kind == "feature"]
    if not features or is_done(decision):
        return
    own = context.figures.options[features[0]]
    debts = [debt for debt in _debts(decision, context) if not _returns_as_much(own, debt[1])]
    largest = max(debts, key=_worth, default=None)
    if largest is not None and not _is_named(largest[0], decision, context):
        yield Concern(field=("options", features[0], "chosen_because"), message=_in_words(own, largest, context))


def _debts(decision: Decision, context: Context) -> Iterator[Debt]:
    for other in context.register.in_area(decision.area or ""):
        if other.status is Status.PROPOSED and other.trigger == "debt" and _was_there(other, decision):
            figures = context.all_figures[other.path].options
            chosen = [figures[index] for index, _ in chosen_options(other)]
            best = max(chosen or figures, key=lambda option: option.npv.mean or 0.0, default=None)
            if best is not None and (best.npv.mean or 0.0) > 0:
                yield other, best


def _was_there(debt: Decision, decision: Decision) -> bool:
    return decision.status is Status.PROPOSED or debt.date <= decision.date


def _returns_as_much(own: OptionFigures, debt: OptionFigures) -> bool:
    return own.roi.mean is not None and debt.roi.mean is not None and own.roi.mean >= debt.roi.mean


def _is_named(debt: Decision, decision: Decision, context: Context) -> bool:
    links = context.links_of(decision)
    linked = (*links.related, *links.depends_on, *links.dependents, *links.supersedes, *links.superseded_by)
    if any(link.id == debt.id for link in linked):
        return True
    reasons = (text for option in decision.options for text in (option.chosen_because, option.rejected_because) if text)
    return any(debt.id in text for text in (*reasons, *(work.what for work in decision.displaces), decision.reasoning))


def _worth(debt: Debt) -> float:
    return debt[1].npv.mean or 0.0


def _in_words(own: OptionFigures, debt: Debt, context: Context) -> str:
    other, figures = debt
    worth = money(_worth(debt), terms_of(other, context.policy).currency)
    both = own.roi.mean is not None and figures.roi.mean is not None
    compared = f" ({_roi(figures)} on its cost; this feature {_roi(own)})" if both else ""
    return f"`{other.id}` would pay back a debt here and be worth {worth}{compared}, and nothing compares the two"


def _roi(figures: OptionFigures) -> str:
    return percent(figures.roi.mean or 0.0, signed=True)


RULE = Rule(
    name="feature-over-debt",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="compare what waiting costs on either side, and name the debt's record in `chosen_because` or `related`",
    check=check,
    page=__doc__,
)
