"""No outside view.

Asks:    How did work like this go for others?
Why:     From inside a plan every reason for delay is known and met; from outside, plans of its kind ran over all the
         same. Of 1,471 IT projects the mean one cost 27 % more than planned, and one in six three times as much (Bent
         Flyvbjerg and Alexander Budzier 2011, "Why your IT project may be riskier than you think"). The UK Treasury's
         Green Book asks for such a correction in every appraisal.
Reads:   `reference_class`. Asked of proposed and accepted decisions of stakes level 2 that are neither delivered,
         reverted nor replaced, and in which an option other than do-nothing has a cost in numbers. Options of the kinds
         `hire` and `process` are not asked, for no class is published for them; nor is a decision for do-nothing, for
         the outside view makes only the others dearer.
Answer:  Name the nearest class in `reference_class` (`cost: software-effort`); the page then shows the result as others
         fared beside the one as stated.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.wording import money
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done

WITHOUT_A_CLASS = frozenset({"do-nothing", "hire", "process"})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when a project is priced and no class says how such projects went."""
    named = decision.reference_class
    if (named is not None and (says(named.cost) or says(named.benefit))) or is_done(decision):
        return
    options = [index for index, option in options_in_question(decision) if kind_of(option) not in WITHOUT_A_CLASS]
    cost = max((context.returns.options[index].cost.mean or 0.0 for index in options), default=0.0)
    if cost > 0:
        yield Concern(
            field=("reference_class",),
            message=(
                f"{money(cost, context.returns.currency)} of cost is estimated from inside the plan alone: "
                "nothing says how far such plans have run over elsewhere"
            ),
        )


RULE = Rule(
    name="no-outside-view",
    severity=Severity.INFO,
    level=2,
    asked_of=OPEN,
    mend="name the nearest published class, such as `reference_class: {cost: software-effort}`",
    check=check,
    page=__doc__,
)
