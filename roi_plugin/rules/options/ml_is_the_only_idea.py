"""ML is the only idea.

Asks:    What would it take to do this without machine learning?
Why:     People, a plain rule or a bought service can do most of what a model does, sometimes for less. The guide
         "Goals and metrics", section 1.1, warns to "avoid viewing machine learning as the sole solution"; the first of
         Google's "Rules of Machine Learning" (Martin Zinkevich) says not to be afraid to launch without it. Without
         such a way on the list nobody can see what the model itself adds.
Reads:   `options[].kind`, costs and scores. Asked of proposed and accepted decisions of stakes level 1 and 2 that chose
         an option of kind `ml`, or have no other options than that while none is chosen. Doing nothing is no other way.
         Another way silences it when it has a cost or scores, or is ruled out by a number in `rejected_because` or by
         its `constraint`; so does a `constraint` that leaves no choice but the chosen option.
Answer:  Add an option of kind `non-ml`, `hire`, `buy` or `process`, and give it its cost.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options, is_constrained, is_weighed
from roi_plugin.rules.reasons import is_ruled_out
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

MODEL = "ml"


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when all ways are machine learning, or when the others are names without a price."""
    ways = [(index, option) for index, option in enumerate(decision.options) if kind_of(option) != DO_NOTHING]
    others = [(index, option) for index, option in ways if kind_of(option) != MODEL]
    chosen = [option for _, option in chosen_options(decision)]
    if not ways or any(kind_of(option) != MODEL or is_constrained(option) for option in chosen):
        return
    if not others:
        every = {1: "the only way", 2: "both ways"}.get(len(ways), f"all {len(ways)} ways")
        are = "is" if len(ways) == 1 else "are"
        message = f"{every} besides doing nothing {are} machine learning: would people or a plain rule do it for less?"
        yield Concern(field=("options",), message=message)
    elif chosen and not any(is_weighed(option) or is_ruled_out(option) for _, option in others):
        index, option = others[0]
        message = f"`{option.id}` is the way without machine learning, and it has neither a cost nor scores"
        help_ = "write its cost, or the number or `constraint` that rules it out"
        yield Concern(field=("options", index), message=message, help=help_)


RULE = Rule(
    name="ml-is-the-only-idea",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="add an option of kind `non-ml`, `hire`, `buy` or `process`, with its cost",
    check=check,
    page=__doc__,
)
