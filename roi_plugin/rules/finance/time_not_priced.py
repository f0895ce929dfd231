"""Time not priced.

Asks:    Does the cost count both time and money?
Why:     "Cost = Time + Money" (Katerina Iliakopoulou, talk "Making Smart Investments"). Decisions are sold with the
         half that is easy to see: an invoice without the weeks of those who make it work, or weeks without the bills.
Reads:   `options[].costs[].time`, `.money` and `options[].cost` of the chosen option; `economics.person_week` and
         `person_week` of the policy. Asked of proposed and accepted decisions. An option without any cost line is not
         asked, nor is one with an amount in a unit that is neither money nor working time, and a line that repeats
         another (`same_as`) counts as what it repeats.
Answer:  Add the missing half as a cost line (`{id: work, time: 3..8 person-weeks}`, `{id: bills, money: 10k..20k}`); a
         `cost` in one amount becomes a line beside it. Where there is none, write a line of 0 and so say that it was
         looked at. Time counts as priced when the record or the policy says what a person-week costs.
"""

from collections.abc import Iterator

from roi_plugin.economics.units import currency_of, weeks_of_work
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Cost, Option
from roi_plugin.rules.lines import LineTable, chosen_options, cost_lines, is_nothing, original
from roi_plugin.rules.long_forms import cost_line_added, price_of_time
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

Found = tuple[FieldPath, Estimate]


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option's cost has one half only, or time that nothing prices."""
    lines = cost_lines(decision)
    for index, option in chosen_options(decision):
        time, money, unknown = _halves(option, ("options", index), lines)
        if unknown or not (time or money):
            continue
        price = price_of_time(decision, context)
        if not time:
            advice = cost_line_added(option, "{id: work, time: 3..8 person-weeks}") + price
            yield _only("money", money[0], "no time: whose weeks make it work?", advice)
        elif not money:
            advice = cost_line_added(option, "{id: bills, money: 10k..20k}")
            yield _only("time", time[0], "no money: which bills follow?", advice)
        worked = [found for found in time if not is_nothing(found[1])]
        if worked and price:
            field, estimate = worked[0]
            message = f"the cost counts time ({estimate.text}), and nothing says what a person-week costs"
            advice = "write it as `person_week: 3.5k..5k` in `economics` or in policy.yml"
            yield Concern(field=field, message=message, help=advice)


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


RULE = Rule(
    name="time-not-priced",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="give the chosen option both time and money among its `costs`",
    check=check,
    page=__doc__,
)
