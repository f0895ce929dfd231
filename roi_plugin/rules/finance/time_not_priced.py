"""Time not priced.

Asks:    Does the cost count both time and money?
Why:     "Cost = Time + Money" (Katerina Iliakopoulou, talk "Making Smart Investments"). Decisions are sold with the
         half that is easy to see: an invoice without the weeks of those who make it work, or weeks without the bills.
Reads:   `options[].costs[].time`, `.money` and `options[].cost` of the chosen option; `economics.person_week` and
         `person_week` of the policy. Asked of proposed and accepted decisions. An option without any cost line is not
         asked, nor is one with an amount in a unit that is neither money nor working time, and a line that repeats
         another (`same_as`) counts as what it repeats.
Answer:  Add the missing half as a cost line (`time: 3..8 person-weeks`, `money: 10k..20k`). Where there is none, write
         a line of 0 and so say that it was looked at. Time counts as priced when the record or the policy says what a
         person-week costs.
"""

from collections.abc import Iterator

from roi_plugin.economics.units import currency_of, weeks_of_work
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Cost, Option
from roi_plugin.rules.lines import LineTable, chosen_options, cost_lines, original
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

Found = tuple[FieldPath, Estimate]


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option's cost has one half only, or time that nothing prices."""
    lines = cost_lines(decision)
    for index, option in chosen_options(decision):
        time, money, unknown = _halves(option, ("options", index), lines)
        if unknown or not (time or money):
            continue
        if not time:
            yield _only(
                "money", money[0], "no time: whose weeks make it work?", "add a line such as `time: 3..8 person-weeks`"
            )
        elif not money:
            yield _only("time", time[0], "no money: which bills follow?", "add a line such as `money: 10k..20k`")
        if time and not _has_price(decision, context):
            field, estimate = time[0]
            message = f"the cost counts time ({estimate.text}), and nothing says what a person-week costs"
            yield Concern(field=field, message=message, help="write `person_week` in `economics` or in policy.yml")


def _only(half: str, found: Found, but: str, advice: str) -> Concern:
    field, estimate = found
    message = f"the cost counts {half} ({estimate.text}) and {but}"
    return Concern(field=field, message=message, help=f"{advice}; a line of 0 says that there is none")


def _halves(option: Option, place: FieldPath, lines: LineTable[Cost]) -> tuple[list[Found], list[Found], bool]:
    time: list[Found] = []
    money: list[Found] = []
    unknown = False
    if option.cost is not None:
        unknown = not (_is_time(option.cost) or _is_money(option.cost))
        (time if _is_time(option.cost) else money).append(((*place, "cost"), option.cost))
    for at, line in enumerate(option.costs):
        meant = original(line, option.id, lines)
        unknown = unknown or meant is None
        for name, half in (("time", time), ("money", money)):
            estimate: Estimate | None = getattr(meant, name, None)
            if estimate is not None:
                unknown = unknown or not (_is_time(estimate) or _is_money(estimate))
                own = getattr(line, name) is not None
                half.append(((*place, "costs", at, name if own else "same_as"), estimate))
    return time, money, unknown


def _is_time(estimate: Estimate) -> bool:
    return weeks_of_work(estimate.quantity.unit) is not None


def _is_money(estimate: Estimate) -> bool:
    """A number without a unit is money, or time where the line says so."""
    unit = estimate.quantity.unit
    return unit is None or (currency_of(unit) is not None and "/" not in unit)


def _has_price(decision: Decision, context: Context) -> bool:
    own = decision.economics.person_week if decision.economics is not None else None
    return (own or context.policy.person_week) is not None


RULE = Rule(
    name="time-not-priced",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="give the chosen option both time and money among its `costs`",
    check=check,
    page=__doc__,
)
