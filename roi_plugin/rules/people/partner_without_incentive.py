"""Partner has no incentive.

Asks:    What does the team that is needed gain by it?
Why:     A yes is kept when keeping it helps those who gave it; otherwise it goes behind their own goals at the first
         shortage of hands. "Find the right incentives" is the second step of Involvement in the talk "Making Smart
         Investments" (Katerina Iliakopoulou), before the dependencies themselves.
Reads:   `options[].partners[].incentive` of the chosen option. Asked of proposed and accepted decisions of stakes level
         1 and 2, until they are delivered or another decision takes their place. It is asked whether the team has
         agreed or not: without a gain of its own an agreement is weak, and a refusal is no surprise. A word such as
         `none` or `TBD` is no incentive.
Answer:  Write in `incentive` what the team gains: a goal of its own that is served, work it is spared, a second user
         of what it builds. That it is that team's task and is paid for as such is an answer too.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_delivered


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned for each partner of the chosen option of which nobody says what it gains."""
    for index, option in chosen_options(decision):
        for at, partner in enumerate(option.partners):
            if not says(partner.incentive) and not is_delivered(decision):
                wanted = f"for {partner.needed_for}" if partner.needed_for else "for this"
                yield Concern(
                    field=("options", index, "partners", at, "incentive"),
                    message=f"`{partner.team}` is needed {wanted}, and nothing says what it gains by that",
                )


RULE = Rule(
    name="partner-without-incentive",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write in `incentive` what that team gains, or find something that it would gain",
    check=check,
    page=__doc__,
)
