"""Not enough experts.

Asks:    Are there as many experts as the work needs?
Why:     Work that needs two who know it and has one takes longer than twice as long, or is done by those who do not.
         "Determine the number of experts needed" closes the list of Skills in the talk "Making Smart Investments"
         (Katerina Iliakopoulou), and "Resources & Availability" is how she assesses capability.
Reads:   `options[].capability.experts_needed`, `.experts_available` of the chosen option; both have to be given. Asked
         of proposed and accepted decisions of stakes level 1 and 2, until they are delivered or another decision takes
         their place.
Answer:  Hire, train or start later, and count who is there then in `experts_available`; or choose a way that needs
         fewer, and write that in `experts_needed`.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import number
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_delivered


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option needs more experts than there are."""
    for index, option in chosen_options(decision):
        able = option.capability
        if able is None or able.experts_needed is None or able.experts_available is None:
            continue
        needed, available = able.experts_needed, able.experts_available
        if needed > available and not is_delivered(decision):
            yield Concern(
                field=("options", index, "capability", "experts_available"),
                message=f"the work needs {number(needed)} who know it, and {number(available)} "
                f"{'is' if available == 1 else 'are'} available",
            )


RULE = Rule(
    name="not-enough-experts",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="hire, train or start later, and count again in `experts_available`",
    check=check,
    page=__doc__,
)
