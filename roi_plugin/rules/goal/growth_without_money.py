"""Growth without money story.

Asks:    When, and by what, do more users become money?
Why:     A larger audience is a means. The guide "Goals and metrics", section 1.2, warns whoever builds for growth that
         the day comes on which somebody asks "Are we really making money from this?", and that the question is worth
         considering from the outset: on that day a hypothesis with a number can be tested, a hope cannot.
Reads:   `goal.category` and the gains of the chosen option (of all while none is chosen). Asked of proposed and
         accepted decisions of stakes level 2 with the category `users`. A gain with an amount of money other than 0
         silences it, and so does one that cannot be computed. To choose to do nothing is not asked, nor is an option
         that a `constraint` leaves no choice about.
Answer:  Add a gain line that says what a user is worth and from when on (`value: new_users * value_per_user`, `from`),
         with a small `p` where it is only hoped for.
"""

from collections.abc import Iterator

from roi_plugin.economics.returns import DO_NOTHING, LineReturn, kind_of
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import is_constrained, options_in_question
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once when growth is the goal and no gain is money."""
    if decision.goal is None or decision.goal.category != "users":
        return
    asked = [(at, option) for at, option in options_in_question(decision) if kind_of(option) != DO_NOTHING]
    returns = [context.returns.options[at] for at, _ in asked]
    told = any(_is_money(line) for option in returns for line in option.lines)
    if not asked or told or any(is_constrained(option) for _, option in asked):
        return
    index, option = asked[0]
    cost = returns[0].cost.mean
    price = f"costs {money(cost, context.returns.currency)} and " if cost else ""
    yield Concern(
        field=("options", index, "gains"),
        message=f"`{option.id}` {price}shall bring users, and no gain says what a user is worth, or from when on",
    )


def _is_money(line: LineReturn) -> bool:
    """Whether a gain has an amount, also one that cannot be computed."""
    return line.side == "gain" and bool(line.text) and line.mean != 0


RULE = Rule(
    name="growth-without-money",
    severity=Severity.WARNING,
    level=2,
    asked_of=OPEN,
    mend="add a gain line that says what a user is worth and from when on",
    check=check,
    page=__doc__,
)
