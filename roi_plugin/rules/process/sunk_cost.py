"""Sunk cost.

Asks:    Is money that is gone kept out of the comparison?
Why:     What was spent before the day of the decision is spent whichever option is taken, so it can speak for none of
         them: only what is still to be paid differs. People go on because of it all the same (Hal Arkes and Catherine
         Blumer, "The psychology of sunk cost", 1985). Listed as a cost it makes the better option look worse; given as
         a reason it keeps alive what should end.
Reads:   Id, title and note of `options[].costs`, the note of `options[].cost`, `chosen_because` of the chosen option
         and `rejected_because` of the others. Asked of proposed and accepted decisions that were not replaced. It reads
         English words: a line is in question that is called sunk, already spent, spent so far or prior spending, and
         whose amount is not 0; a reason is that says how much was already spent or invested. A text is left alone when
         it says that the money does not count, speaks of what remains, of a rate, of what an estimate is based on, of
         what is there to use now, or of what somebody else has spent.
Answer:  Delete the line, or keep of it what is still to be paid. Let the reason compare what each option costs and
         brings from here on.
"""

import re
from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Cost, Option
from roi_plugin.rules.lines import is_nothing
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_replaced

HINTS = (
    "already",
    "invested",
    "past",
    "previous",
    "prior",
    "so far",
    "spent",
    "sunk",
    "to date",
    "too much",
    "until now",
)
"""One of these stands in each text that the patterns below find: most records need no second look."""
GONE = r"(?:spent|invested|sunk|put in(?:to)?)"
CALLED = re.compile(
    rf"\bsunk\b|\balready (?:been )?(?:{GONE}|paid)\b|\b(?:{GONE}|paid) (?:so far|to date|until now|already)\b"
    r"|\b(?:prior|previous|past) (?:spend(?:ing)?|investments?|costs?)\b"
    r"|\b(?:costs?|spend(?:ing)?|investments?) (?:so far|to date)\b"
)
"""Prior spending in the id or title of a cost line."""
NOTED = re.compile(r"\bsunk\b|\balready (?:been )?(?:spent|invested)\b")
"""Prior spending in the note of a cost, where people also say what they estimated from."""
ARGUED = re.compile(
    rf"\balready (?:been )?{GONE}\b|\b{GONE} (?:so far|to date|until now|already)\b"
    rf"|\b(?:have|'ve) (?:spent|invested) (?:too|so) much\b|\btoo much (?:\w+ ){{0,3}}{GONE}\b"
    r"|\binvestments? (?:so far|to date|already made)\b"
)
"""Prior spending as a reason."""
NOT_COUNTED_WORDS = r"""
    not(?!\s(?:abandon|give|going|let|lose|stop|throw|want|waste))|without|exclud\w+|ignor\w+|regardless|irrespective|
    whatever|omit\w*|leav\w+\sout|left\sout|gone|irrelevant|apart\sfrom|no\s(?:reason|argument|part)|\w+n't|
    remain\w*|further|additional|from\s(?:here|now)|left\sto|still|more(?!\sthan)|
    per|each|every|an?\s(?:day|week|month|quarter|year)|average|based|estimat\w*|extrapolat\w*|follow\w*|
    cheap\w*|less|fewer|faster|sooner|skills?|know\w*|exist\w*|reus\w*|
    vendors?|suppliers?|partners?|competitors?|customers?|investors?|users?|they
"""
NOT_COUNTED = re.compile(rf"\b(?:{NOT_COUNTED_WORDS})\b", re.VERBOSE)
"""Words of a text that leaves out what is gone, speaks of what is to come as well, or means something else."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each cost line, and each reason, that counts what was spent before."""
    said = _plain(" ".join(text for option in decision.options for text in _texts(option)))
    if any(hint in said for hint in HINTS) and not is_replaced(decision, context):
        for index, option in enumerate(decision.options):
            yield from _of_option(option, index)


def _texts(option: Option) -> Iterator[str]:
    yield from filter(None, (option.chosen_because, option.rejected_because, option.cost and option.cost.note))
    for line in option.costs:
        yield from filter(None, (line.id, line.title, line.note))


def _plain(text: str) -> str:
    return text.casefold().replace("\u2019", "'").replace("_", " ").replace("-", " ")


def _of_option(option: Option, index: int) -> Iterator[Concern]:
    place: FieldPath = ("options", index)
    reason = "chosen_because" if option.chosen else "rejected_because"
    said = _found(ARGUED, getattr(option, reason))
    if said:
        yield Concern(
            field=(*place, reason),
            message=f"the reason rests on what was \u201c{said}\u201d, which is gone whichever option is taken",
            help="compare what each option costs and brings from here on",
        )
    for at, line in enumerate(option.costs):
        said = _found(CALLED, f"{line.id} {line.title or ''}") or _found(NOTED, line.note)
        if said and _counts(line):
            yield _counted(f"the cost `{line.id}`", said, (*place, "costs", at))
    said = _found(NOTED, option.cost.note) if option.cost is not None else None
    if said:
        yield _counted("the cost", said, (*place, "cost"))


def _counted(what: str, said: str, field: FieldPath) -> Concern:
    return Concern(field=field, message=f"{what} speaks of \u201c{said}\u201d: what is gone costs no option anything")


def _found(pattern: re.Pattern[str], text: str | None) -> str | None:
    plain = _plain(text or "")
    found = pattern.search(plain)
    return found[0] if found and not NOT_COUNTED.search(plain) else None


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
