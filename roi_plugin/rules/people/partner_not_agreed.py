"""Partner has not agreed.

Asks:    Have the teams that are needed said yes?
Why:     In the first story of the talk "Making Smart Investments" (Katerina Iliakopoulou) another team had to build the
         features, and they came late. "Recognize the dependencies with other teams", she asks: work that somebody else
         has not promised has no date, whatever the plan says.
Reads:   `options[].partners[].agreed` of the chosen option. Asked of proposed and accepted decisions, until they are
         delivered or another decision takes their place. Only a written `no` counts: where nothing is said, nothing is
         held against the record.
Answer:  Get a yes with a date, and write that day in `agreed`; `yes` will do where the day is not known.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_delivered


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned for each partner of the chosen option that has not agreed."""
    for index, option in chosen_options(decision):
        for at, partner in enumerate(option.partners):
            if partner.agreed is False and not is_delivered(decision):
                wanted = f"for {partner.needed_for}" if partner.needed_for else "for this"
                yield Concern(
                    field=("options", index, "partners", at, "agreed"),
                    message=f"`{partner.team}` is needed {wanted} and has not agreed: no date here holds without it",
                )


RULE = Rule(
    name="partner-not-agreed",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="agree on a date with that team, and write the day of the agreement in `agreed`",
    check=check,
    page=__doc__,
)
