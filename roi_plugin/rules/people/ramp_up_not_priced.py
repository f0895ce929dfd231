"""Ramp-up not in the cost.

Asks:    Does the cost hold the time in which people learn what they do not know yet?
Why:     In the first story of the talk "Making Smart Investments" (Katerina Iliakopoulou) the delays came from missing
         features and from "ramping up on the model". The weeks of learning are paid like all others, and they are the
         first to be left out, because nothing is built in them.
Reads:   `options[].capability.knowledge`, `.ramp_up`, `.priced_in`, and the chosen option's cost lines and risks. Asked
         of proposed and accepted decisions of stakes level 1 and 2, until they are delivered, reverted or replaced. A
         stated `ramp_up` is no cost by itself: it counts once a cost line holds it. A cost line counts as learning by
         its words (ramp-up, training, course, hand-over, or people hired who know it already), a risk of the category
         `people` when it is `priced_in`. A `ramp_up` of 0 says that there is nothing to learn.
Answer:  Add a cost line for the weeks of learning, or name the line that holds them in `capability.priced_in`.
"""

import re
from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Option
from roi_plugin.model.quantity import Point
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.long_forms import cost_line_added, price_of_time
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done

LEARNING = re.compile(
    r"ramp.?up|(?<!machine.)learn|train|course|workshop|on.?board|hand.?over|skill|coach|educat|"
    r"hire|hiring|recruit|consult|contractor|freelance",
    re.IGNORECASE,
)


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option's people have to learn and no cost line holds the time for that."""
    for index, option in chosen_options(decision):
        missing = _not_counted(option)
        if missing is not None and not _is_priced(option) and not is_done(decision):
            advice = cost_line_added(option, "{id: learning, time: 3..8 person-weeks}") + price_of_time(
                decision, context
            )
            yield Concern(
                field=("options", index, "capability", "ramp_up"),
                message=missing,
                help=f"{advice}; or name the line that holds it in `capability.priced_in`",
            )


def _not_counted(option: Option) -> str | None:
    able = option.capability
    if able is None or says(able.priced_in) or not (option.cost or option.costs):
        return None
    if able.ramp_up is not None:
        weeks = "" if able.ramp_up.quantity.unit else " person-weeks"
        missing = f"learning takes {able.ramp_up.text}{weeks}, and no cost line holds that"
        return None if _is_nothing(able.ramp_up) else missing
    unknown = [gap for gap in able.knowledge if says(gap)]
    gaps = " and ".join(f"\u201c{gap}\u201d" for gap in unknown)
    are = "is" if len(unknown) == 1 else "are"
    return f"{gaps} {are} not known yet, and neither a time nor a cost is stated for learning" if gaps else None


def _is_nothing(estimate: Estimate) -> bool:
    return isinstance(estimate.quantity, Point) and estimate.quantity.value == 0


def _is_priced(option: Option) -> bool:
    if any(says(risk.priced_in) and risk.category == "people" for risk in option.risks):
        return True
    return any(LEARNING.search(f"{line.id} {line.title or ''}") for line in option.costs)


RULE = Rule(
    name="ramp-up-not-priced",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="add a cost line for the weeks of learning, or name the line that holds them in `capability.priced_in`",
    check=check,
    page=__doc__,
)
