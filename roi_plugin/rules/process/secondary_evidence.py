"""Secondary evidence.

Asks:    Was the number that carries the result read where it was first said?
Why:     A number that is quoted loses its conditions on the way, and now and then its meaning. Amazon's Prime Video
         published in 2023 that it had joined small services into one program and cut a bill by 90 %; a page that
         retells it has the story the other way round. What a whole return rests on is worth the hour that finding
         the source takes.
Reads:   `evidence` of the largest gain and of the largest cost of the chosen option, of what they compute with and of
         their chance to come, and the kinds in the record's own `evidence`. Asked of proposed and accepted decisions of
         stakes level 1 and 2 that were not replaced. It is a concern when all that such a number names is of the kind
         `secondary` or `none`; one piece of any other kind beside it is enough. Evidence of a day to come does not
         count.
Answer:  Find who said it first, list that in `evidence` with the kind `primary`, and name it beside the number. Where
         it cannot be found, a waiver says so.
"""

from collections.abc import Iterator

from roi_plugin.economics.stated_lines import StatedLine, stated_lines
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.named_evidence import named_evidence
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

SECONDARY = "secondary"
NOT_FIRST_HAND = frozenset({SECONDARY, "none"})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each number of the largest gain and cost that is known at second hand only."""
    if all(entry.kind != SECONDARY for entry in decision.evidence):
        return
    stated = stated_lines(decision)
    for index, _ in chosen_options(decision):
        values = [line.mean or 0.0 for line in context.returns.options[index].lines]
        for side in ("gain", "cost"):
            lines = [pair for pair in zip(values, stated[index], strict=False) if pair[1].side == side]
            if lines:
                yield from _of_line(max(lines, key=lambda pair: pair[0])[1], decision, context)


def _of_line(line: StatedLine, decision: Decision, context: Context) -> Iterator[Concern]:
    for place, estimate in line.estimates:
        found = named_evidence(estimate.evidence, decision, context.today)
        kinds = {entry.kind for entry in found}
        if SECONDARY in kinds and kinds <= NOT_FIRST_HAND:
            names = " and ".join(f"`{entry.id}`" for entry in found if entry.kind == SECONDARY)
            carries = f"the largest {line.side} (`{line.id}`)"
            message = f"`{estimate.text}` is known from {names} alone, at second hand, and {carries} rests on it"
            yield Concern(field=(*place, "evidence"), message=message)


RULE = Rule(
    name="secondary-evidence",
    severity=Severity.INFO,
    level=1,
    asked_of=OPEN,
    mend="find who said it first, list that in `evidence` as `primary`, and name it beside the number",
    check=check,
    page=__doc__,
)
