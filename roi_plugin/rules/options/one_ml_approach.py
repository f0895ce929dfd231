"""Only one ML approach.

Asks:    Would a simpler model do?
Why:     Between the first model that works and the best there is, cost grows faster than value. The guide "Goals and
         metrics", section 1.1, asks for "the most cost-efficient method among all available machine learning
         approaches": that takes two of them with their prices.
Reads:   `options[].kind`. Asked of proposed and accepted decisions of stakes level 2 that chose the record's only
         option of kind `ml`. A `constraint` that leaves no choice but this option silences it.
Answer:  Add a simpler model as an option, or a smaller one, with what it would gain and cost.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import is_constrained
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option is the only one of kind ml."""
    models = [(index, option) for index, option in enumerate(decision.options) if kind_of(option) == "ml"]
    if len(models) != 1 or not models[0][1].chosen or is_constrained(models[0][1]):
        return
    index, option = models[0]
    cost = context.returns.options[index].cost.mean
    price = f", at {money(cost, context.returns.currency)}" if cost else ""
    message = f"`{option.id}` is the only model that was looked at{price}: what would a simpler one bring?"
    yield Concern(field=("options",), message=message)


RULE = Rule(
    name="one-ml-approach",
    severity=Severity.INFO,
    level=2,
    asked_of=OPEN,
    mend="add a simpler or smaller model as an option, with its gain and cost",
    check=check,
    page=__doc__,
)
