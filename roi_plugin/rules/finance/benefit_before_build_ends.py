"""Benefits before the build ends.

Asks:    Does the gain begin when what brings it can be there?
Why:     A gain that is counted from the day of the decision is the easiest money to find in a forecast: every month
         that the work takes is counted as a month of gain. The first story of the talk "Making Smart Investments"
         (Katerina Iliakopoulou) is one of delays until features and knowledge were there.
Reads:   `options[].gains[].from`, `.ramp` and `.gain` of the chosen option (of all options while none is chosen), its
         costs in working time that is spent once (of the kind `build` or of none, without a month of their own), and
         `capability.experts_available` and `.experts_needed`. Asked of proposed and accepted decisions of stakes level
         1 and 2 that are neither delivered, reverted nor replaced. The day compared with is the earliest: by the low
         end of the work, done by all experts who are there or needed, side by side, with nothing else to do. Where the
         record names none, nobody can say how long it takes; then only a gain that begins on the day of the decision is
         in question, and only where the low end of the work is more than one person does in a month. A gain that grows
         (`ramp`) counts from the end of that.
Answer:  Write in `from` the month in which the gain begins (a `gain` in one amount becomes a line of `gains`), and in
         `ramp` how long it takes to grow where it comes in parts, or give the work that it need not wait for a month of
         its own (`when`).
"""

import math
from collections.abc import Iterator

from roi_plugin.economics.build_work import build_work
from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.wording import months, number
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Option
from roi_plugin.rules.lines import gain_lines, is_nothing, options_in_question, original
from roi_plugin.rules.long_forms import gain_as_line
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done

A_MONTH = 1.0


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once for each option whose first gain begins before its work can be done."""
    if is_done(decision):
        return
    for index, option in options_in_question(decision):
        first = _first_gain(option, index, decision) if _has_cost(option) and kind_of(option) != "do-nothing" else None
        if first is None:
            continue
        field, name, begins = first
        people = _experts(option)
        if people is None and begins > 0:
            continue
        work = build_work(decision, index, terms_of(decision, context.policy))
        if work.soonest_months is None:
            continue
        soonest = work.soonest_months * work.people / (people or work.people)
        if begins < soonest and (people is not None or soonest > A_MONTH):
            when = f"in full from month {number(begins)} on" if begins else "from the day of the decision on"
            takes = _takes(f"{number(work.low or 0.0)} person-weeks of work, at the least,", people, soonest)
            yield Concern(
                field=field,
                message=f"`{name}` is counted {when}, and {takes}",
                help=gain_as_line(option.gain, f"from: {math.ceil(soonest)}")
                if name == "gain" and option.gain
                else None,
            )


def _takes(weeks: str, people: float | None, soonest: float) -> str:
    if people is None:
        return f"{weeks} come first"
    return f"{weeks} take {number(people)} {'expert' if people == 1 else 'experts'} {months(soonest)}"


def _has_cost(option: Option) -> bool:
    return option.cost is not None or bool(option.costs)


def _first_gain(option: Option, index: int, decision: Decision) -> tuple[FieldPath, str, float] | None:
    """The place of the gain that begins first, its name and the month in which it is fully there."""
    place: FieldPath = ("options", index)
    found = [] if is_nothing(option.gain) else [((*place, "gain"), "gain", 0.0)]
    lines = gain_lines(decision)
    for at, line in enumerate(option.gains):
        meant = original(line, option.id, lines)
        if meant is not None and not is_nothing(meant.value):
            found.append(((*place, "gains", at, "from"), line.id, line.from_ + line.ramp))
    return min(found, key=lambda each: each[2], default=None)


def _experts(option: Option) -> float | None:
    """All experts that the record knows of, there or needed; None where it names none."""
    named = option.capability
    return max(named.experts_available or 0.0, named.experts_needed or 0.0) or None if named is not None else None


RULE = Rule(
    name="benefit-before-build-ends",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write in `from` the month in which the gain begins",
    check=check,
    page=__doc__,
)
