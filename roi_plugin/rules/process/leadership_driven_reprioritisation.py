"""Leadership-driven reprioritisation.

Asks:    What stops for this, and what does stopping cost?
Why:     "Never have I ever had to re-prioritize projects due to sudden changes in leadership directives" is part of the
         game with which the talk "Making Smart Investments" (Katerina Iliakopoulou) begins. A new direction may be
         right; it is never free. The work that is dropped had been paid for until that day, its people need weeks to
         change over, and as long as nobody writes that down the new plan looks cheaper than it is.
Reads:   `trigger`, `displaces[].what` and `.cost`. Asked of proposed and accepted decisions that leadership brought up,
         until they are delivered or another decision takes their place. One displaced work that has a cost is enough.
Answer:  List in `displaces` what stops or waits, with the `cost` of stopping and starting again. Where nothing stops,
         say that: `displaces: nothing`.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_delivered


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when leadership changed the course and no price of that is written."""
    if decision.trigger != "leadership" or is_delivered(decision):
        return
    displaced = decision.displaces
    if not displaced:
        message = "leadership brought it up, and nothing says which work stops for it or what that costs"
        yield Concern(field=("displaces",), message=message)
    elif not any(work.cost is not None or not says(work.what) for work in displaced):
        yield Concern(
            field=("displaces", 0),
            message=f"`{displaced[0].what}` stops because leadership changed the course, and nothing says at what cost",
            help="write what stopping and starting again costs: `{what: ..., cost: 2..5 person-weeks}`",
        )


RULE = Rule(
    name="leadership-driven-reprioritisation",
    severity=Severity.INFO,
    level=0,
    asked_of=OPEN,
    mend="list in `displaces` what stops or waits and what that costs; `displaces: nothing` says that nothing does",
    check=check,
    page=__doc__,
)
