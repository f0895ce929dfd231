"""No do-nothing option.

Asks:    What happens if nothing is done?
Why:     A gain is a gain only against something. Without the option to leave things as they are, a decision that
         loses money looks like the best of those on the list. (The guide "Goals and metrics", section 1.2:
         "eliminate solutions that would lead to negative profitability"; the UK Treasury's Green Book asks for a
         business-as-usual option in every appraisal.)
Reads:   `options[].kind`, `options[].id`; asked of proposed and accepted decisions, for what is drafted is not
         complete, and what is rejected or retired is settled.
Answer:  Add an option `- id: do-nothing` and, where things get worse by themselves, price that in its costs.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import kind_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

KIND = "do-nothing"


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when no option is of the kind do-nothing."""
    if any(kind_of(option) == KIND for option in decision.options):
        return
    count = len(decision.options)
    named = "no options are named" if count == 0 else f"{count} {'option is' if count == 1 else 'options are'} named"
    yield Concern(field=("options",), message=f"{named}, and none says what happens if nothing is done")


RULE = Rule(
    name="no-do-nothing",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="add an option `- id: do-nothing`, and price what gets worse by itself",
    check=check,
    page=__doc__,
)
