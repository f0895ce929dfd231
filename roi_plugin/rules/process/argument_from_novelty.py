"""Argument from novelty or authority.

Asks:    Is there a reason for the choice besides that it is new, strategic or wanted from above?
Why:     In the first story of the talk "Making Smart Investments" (Katerina Iliakopoulou) a team chose the
         state-of-the-art model its organisation had just launched: delays, hardly any effect, no value for the team.
         "Realism over hype", say the notes on "Designing Machine Learning Systems". New, strategic and wanted are
         compatible with any number, so they are no argument for a number.
Reads:   `options[].chosen_because`, `.constraint`. Asked of proposed and accepted decisions. It reads English words:
         the reason is in question when it speaks of novelty, strategy, fashion or leadership, and hardly a word is left
         without that. A number that says how much (not a date, a version, a label such as "phase 1", a vote), a
         comparison ("cheaper", "fewer"), a duty ("law", "contract", "deadline") or more words about the thing itself
         silence it, and so does what it cannot read. "Because" and "must" are no reasons by themselves: what follows
         them may be one, unless it begins with novelty or authority ("because the board wants it").
Answer:  Write the number that decided, or the constraint that left no choice (`constraint`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.amounts import names_an_amount, without_labels
from roi_plugin.rules.lines import chosen_options, is_constrained
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

LOUD = re.compile(
    r"\b("
    r"state[ -]of[ -]the[ -]art|sota|(cutting|bleeding|leading)[ -]edge|next[ -]gen(eration)?|brand[ -]new|newest|"
    r"latest|recently (launched|released|announced)|innovati(on|ve)|future[ -]proof|trend(y|ing)?|hype|"
    r"industry[ -]standard|best[ -]practices?|(world|best[ -]in)[ -]class|strateg(y|ic|ically)|visionary|flagship|"
    r"leadership|executives?|(senior|upper) management|boss|ceo|cto|cio|cfo|cpo|vp|founders?|mandated?"
    r")\b"
)
"""Words that are the whole argument when at most two others are left beside them."""
QUIET = re.compile(r"\b(new(er)?|modern|management|board|director|future|visions?|roadmap|everyone|everybody)\b")
"""Words that are the whole argument only when nothing else is left: they are often a part of something's name."""
LEFT_AT_MOST = ((LOUD, 2), (QUIET, 0))
REASON_WORDS = """
    benchmark cannot cheaper cheapest contract contractual cost costs cut cuts deadline doubles easier
    experiment expires faster fastest fewer gdpr half halves higher hundred incident latency law legal less
    licence license lower lowest measured million outage percent pilot price prototype quicker reduce
    reduces regulation regulator regulatory revenue risk safer save saves saving shorter simpler simplest
    smaller test tested thousand twice unsupported
"""
FILLER_WORDS = """
    a about across adopt adopted adopting adopts agreed aims align aligned alignment aligns all also an and
    approach approved architecture are around as asked asks at be been being by choice choose chose chosen comes
    committed company corporate could day decided decision direction do engineering enterprise every field fit
    fits for from general goal goals group has have high idea important in industry initiative into is it its
    key launched level like long-term make makes model move of on one or org org-wide organisation
    organisational organization organizational our overall own part people platform priority product program
    programme project push recent recently recommended requested says see senior should so solution stack
    standard support supported supports team teams tech technology term that the their them they thing this to
    tool top truly up us use used uses using very want wanted wants was way we were what which wide will wish
    with within world would you
"""
REASONS = frozenset(REASON_WORDS.split())
FILLERS = frozenset(FILLER_WORDS.split())
CONNECTIVES = frozenset({"because", "must"})
"""Words that announce a reason and are none: what stands next is, unless it is the argument itself."""
ARGUMENT = "|"
"""Stands for a word of novelty or authority among the others."""


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when nothing but novelty, fashion or authority speaks for the chosen option."""
    for index, option in chosen_options(decision):
        reason = option.chosen_because or ""
        named = _empty_argument(reason)
        if named is not None and not is_constrained(option):
            yield Concern(
                field=("options", index, "chosen_because"),
                message=f"the reason comes down to \u201c{named}\u201d, which speaks for any option at any price",
            )


def _empty_argument(reason: str) -> str | None:
    if names_an_amount(reason):
        return None
    text = without_labels(reason).casefold().replace("\u2019", "'").replace("'s ", " ").replace(ARGUMENT, " ")
    for arguments, left_at_most in LEFT_AT_MOST:
        found = arguments.search(text)
        words = _words_that_count(text) if found else []
        left = [word for word in words if word != ARGUMENT and word not in CONNECTIVES]
        if found and len(left) <= left_at_most and REASONS.isdisjoint(left) and not _announces_a_reason(words):
            return found[0]
    return None


def _words_that_count(text: str) -> list[str]:
    marked = LOUD.sub(f" {ARGUMENT} ", QUIET.sub(f" {ARGUMENT} ", text))
    return [word for word in re.findall(r"[^\W\d_][\w'-]*|\|", marked) if word not in FILLERS]


def _announces_a_reason(words: list[str]) -> bool:
    followed = (next_word for word, next_word in pairwise(words) if word in CONNECTIVES)
    return any(word != ARGUMENT and word not in CONNECTIVES for word in followed)


RULE = Rule(
    name="argument-from-novelty",
    severity=Severity.WARNING,
    level=0,
    asked_of=OPEN,
    mend="write the number that decided, or the `constraint` that left no choice",
    check=check,
    page=__doc__,
)
