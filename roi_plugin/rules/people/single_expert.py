"""Single expert.

Asks:    What happens when the one who knows how it works is away?
Why:     In the second story of the talk "Making Smart Investments" (Katerina Iliakopoulou) those who knew the platform
         had left: "lost know-how led to confusion", and repairs became guesses. It is the rule rather than the
         exception: of 133 popular systems on GitHub, 65 % rest on one or two developers (Avelino and others, 2016).
Reads:   `options[].capability.bus_factor` of the chosen option; where it is not given, `experts_available`, unless the
         work needs no expert. Asked of proposed and accepted decisions, delivered ones too, until another decision
         takes their place. Whether an owner has left does not stand in a record, so that is not asked.
Answer:  Let two people do it, or write it down so that others can; then count again in `bus_factor`: from 2 on the rule
         is content, whatever `experts_available` says.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Capability
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when the chosen option rests on one person, or on none."""
    for index, option in chosen_options(decision):
        weak = option.capability and _weak_point(option.capability)
        if weak:
            name, message = weak
            yield Concern(field=("options", index, "capability", name), message=message)


def _weak_point(capability: Capability) -> tuple[str, str] | None:
    """The field that shows it, and what it shows."""
    if capability.bus_factor is not None:
        if capability.bus_factor > 1:
            return None
        known = "one person knows" if capability.bus_factor else "nobody knows any more"
        return "bus_factor", f"{known} how it works: what is not written down is lost with the first who leaves"
    available = capability.experts_available
    if available is None or not 0 < available <= 1 or capability.experts_needed == 0:
        return None
    return "experts_available", "one person knows how it is done: the work stops when that one is away or leaves"


RULE = Rule(
    name="single-expert",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="let a second person work on it, or write down how it works, and count again in `bus_factor`",
    check=check,
    page=__doc__,
)
