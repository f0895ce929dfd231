"""Build without vendor comparison.

Asks:    What would it cost to buy it?
Why:     In the second story of the talk "Making Smart Investments" (Katerina Iliakopoulou) a team keeps its platform
         running against a vendor's offer, "at a much higher cost". Whoever can build sees the price of a licence, and
         seldom the years of running what was built; a bought way with its price is what shows them.
Reads:   `options[].kind`, costs and scores. Asked of proposed and accepted decisions of stakes level 1 and 2 that chose
         an option of kind `build`, or chose to do nothing where that means to go on running something with one's own
         people (a cost line of `time` that recurs); while none is chosen, of those with an option of kind `build`.
         Below level 2, a record with two ways to build is about how, not whether, and is not asked. It is silenced by
         an option of kind `buy` with a cost or scores, or ruled out by a number in `rejected_because` or by its
         `constraint`; by a `constraint` of the chosen option; and by doing nothing when its words say that this is the
         bought way (a vendor, a cloud, a licence).
Answer:  Add an option of kind `buy` with migration, licence and exit among its costs, or say in `constraint` why
         nothing can be bought.
"""

import re
from collections.abc import Iterator

from roi_plugin.economics.returns import DO_NOTHING, kind_of
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Cost, Option
from roi_plugin.rules.lines import cost_lines, is_constrained, is_weighed, options_in_question, original
from roi_plugin.rules.reasons import is_ruled_out
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stakes import LARGE

BUILD, BUY = "build", "buy"
BOUGHT = re.compile(
    r"\b(vendors?|providers?|suppliers?|clouds?|saas|aws|azure|gcp|licen[cs]es?|subscriptions?|contractors?|outsourc\w*|"
    r"rent(ed|al|ing)?|hosted|bought|purchased?|off-the-shelf)\b"
)


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when what is built, or run by one's own people, is compared with nothing that can be bought."""
    made = [(at, option) for at, option in options_in_question(decision) if _is_made(option, decision)]
    if not made or any(is_constrained(option) for _, option in made) or _is_about_how(decision, context):
        return
    bought = [(at, option) for at, option in enumerate(decision.options) if _is_bought(option)]
    if any(_is_compared(option) for _, option in bought):
        return
    index, option = made[0]
    cost = context.returns.options[index].cost.mean
    price = f"costs {money(cost, context.returns.currency)}" if cost else "is work of one's own"
    if bought:
        other, offer = bought[0]
        message = (
            f"`{option.id}` {price}, and the bought way to compare it with (`{offer.id}`) has neither a cost nor scores"
        )
        help_ = "write its cost: migration, licence, exit; or the number or `constraint` that rules it out"
        yield Concern(field=("options", other), message=message, help=help_)
    else:
        yield Concern(
            field=("options",), message=f"`{option.id}` {price}, and no option says what it would cost to buy it"
        )


def _is_about_how(decision: Decision, context: Context) -> bool:
    return context.stakes < LARGE and sum(kind_of(option) == BUILD for option in decision.options) > 1


def _is_made(option: Option, decision: Decision) -> bool:
    kind = kind_of(option)
    if kind != DO_NOTHING:
        return kind == BUILD
    lines = cost_lines(decision) if option.chosen else {}
    return any(_is_work_that_recurs(line, original(line, option.id, lines)) for line in option.costs if lines)


def _is_work_that_recurs(line: Cost, meant: Cost | None) -> bool:
    if meant is None or meant.time is None:
        return False
    return (line.per or meant.per or meant.time.quantity.period) is not None


def _is_bought(option: Option) -> bool:
    return kind_of(option) == BUY or (kind_of(option) == DO_NOTHING and _says_bought(option))


def _says_bought(option: Option) -> bool:
    words = " ".join(filter(None, (option.title, *(line.title or line.id for line in option.costs))))
    return BOUGHT.search(words.casefold().replace("_", " ")) is not None


def _is_compared(option: Option) -> bool:
    return kind_of(option) == DO_NOTHING or is_weighed(option) or is_ruled_out(option)


RULE = Rule(
    name="build-without-buy",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="add an option of kind `buy` with its cost, or say in the `constraint` of this one why nothing can be bought",
    check=check,
    page=__doc__,
)
