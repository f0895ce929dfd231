"""Sunk cost.

Asks:    Is money that is gone kept out of the comparison?
Why:     What was spent before the day of the decision is spent whichever option is taken, so it can speak for none of
         them: only what is still to be paid differs. People go on because of it all the same (Hal Arkes and Catherine
         Blumer, "The psychology of sunk cost", 1985). Listed as a cost it makes the better option look worse; given as
         a reason it keeps alive what should end.
Reads:   Id, title and note of `options[].costs`, the note of `options[].cost`, `chosen_because` of the chosen option
         and `rejected_because` of the others. Asked of proposed and accepted decisions that were not replaced. It reads
         English words: a line is in question that is called sunk, already spent, spent so far or prior spending, and
         whose amount is not 0; a reason is that says how much was already spent or invested, or that so much was spent
         on "it" or sunk into it. A text is left alone when it says that the money does not count, speaks of what
         remains, of a rate, of what an estimate is based on, of what is there to use now, of what somebody else has
         spent, or of what was found out on the way.
Answer:  Delete the line, or keep of it what is still to be paid. Let the reason compare what each option costs and
         brings from here on.
"""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Cost, Option
from roi_plugin.rules.lines import is_nothing
from roi_plugin.rules.past_spending import argued, called, may_be_past, noted
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned for each cost line, and each reason, that counts what was spent before."""
    texts = (text for option in decision.options for text in _texts(option))
    if may_be_past(" ".join(texts)):
        for index, option in enumerate(decision.options):
            yield from _of_option(option, index)


def _texts(option: Option) -> Iterator[str]:
    yield from filter(None, (option.chosen_because, option.rejected_because, option.cost and option.cost.note))
    for line in option.costs:
        yield from filter(None, (line.id, line.title, line.note))


def _of_option(option: Option, index: int) -> Iterator[Concern]:
    place: FieldPath = ("options", index)
    reason = "chosen_because" if option.chosen else "rejected_because"
    said = argued(getattr(option, reason) or "")
    if said:
        yield Concern(
            field=(*place, reason),
            message=f"the reason rests on what is gone whichever option is taken: \u201c{said}\u201d",
            help="compare what each option costs and brings from here on",
        )
    for at, line in enumerate(option.costs):
        part, said = _called(line)
        if said and _counts(line):
            yield _counted(f"the cost `{line.id}`", said, (*place, "costs", at, part))
    said = noted(option.cost.note or "") if option.cost is not None else ""
    if said:
        yield _counted("the cost", said, (*place, "cost", "note"))


def _counted(what: str, said: str, field: FieldPath) -> Concern:
    return Concern(field=field, message=f"{what} speaks of \u201c{said}\u201d: what is gone costs no option anything")


def _called(line: Cost) -> tuple[str, str]:
    """The field of a cost line that says what was spent, and its words; empty where none does."""
    title = line.title or ""
    words = (("id", called(line.id, title)), ("title", called(title, line.id)), ("note", noted(line.note or "")))
    return next((pair for pair in words if pair[1]), ("", ""))


def _counts(line: Cost) -> bool:
    return line.same_as is not None or not (is_nothing(line.time) and is_nothing(line.money))


RULE = Rule(
    name="sunk-cost",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="delete what was spent before, and keep what is still to be paid",
    check=check,
    page=__doc__,
)
