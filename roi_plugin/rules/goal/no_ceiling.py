"""No ceiling.

Asks:    What would it be worth if the model were always right?
Why:     A perfect model is the most that can be gained, and often surprisingly little. The guide "Goals and metrics",
         section 1.2, asks to look first at what "an ideal model with 100% accuracy" could achieve: where even that
         hardly pays, no real model will, and the question is answered before any work.
Reads:   `goal.ceiling`, and `options[].kind` of the chosen option (of all while none is chosen). Asked of proposed and
         accepted decisions of stakes level 1 and 2. An option whose `model_outcomes` say what a faultless model is
         worth has its ceiling there.
Answer:  Write in `goal.ceiling` what a perfect solution would bring, with its period: `900k per year`.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once when an option is machine learning and nothing says what a perfect one would be worth."""
    if decision.goal is not None and decision.goal.ceiling is not None:
        return
    models = [(index, option) for index, option in options_in_question(decision) if kind_of(option) == "ml"]
    if not models or any(_is_computed(index, context) for index, _ in models):
        return
    index, option = models[0]
    gain = context.returns.options[index].gain.mean
    hoped = f" and is expected to gain {money(gain, context.returns.currency)}" if gain else ""
    yield Concern(
        field=("goal", "ceiling"),
        message=f"`{option.id}` is machine learning{hoped}, and nothing says what a perfect model would be worth",
    )


def _is_computed(index: int, context: Context) -> bool:
    outcome = context.figures.options[index].outcome
    return outcome is not None and outcome.ceiling_per_year is not None


RULE = Rule(
    name="no-ceiling",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="write in `goal.ceiling` what a model that is always right would bring, as `900k per year`",
    check=check,
    page=__doc__,
)
