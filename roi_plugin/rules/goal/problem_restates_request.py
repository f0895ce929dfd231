"""Problem restates the request.

Asks:    What is wrong today, without naming the solution?
Why:     A request comes as a solution. The guide "Goals and metrics", section 1.2, asks to trace it back: "I need a
         recommendation system" means "I want to increase sales". A problem that repeats the request leaves one way to
         solve it, and nothing by which to see afterwards whether it was solved.
Reads:   `problem`, `goal.problem`, `goal.request`, `title`, the id and title of the chosen option, and
         `limits.decision_similarity` of the policy. Asked of proposed and accepted decisions of stakes level 1 and 2.
         It counts which share of the problem's words stands in one of the others, and whether the problem says that
         the chosen option is needed. It reads English words: a number, or a word of trouble ("slow", "cannot"), of duty
         ("law", "contract") or of business ("sales", "churn"), silences it, and so does one of two problem texts that
         says something of its own.
Answer:  Ask why twice, and write what somebody suffers from today: who, how often, what it costs.
"""

import re
from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.content_words import content_words
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.troubles import says_what_is_wrong

NEED = re.compile(
    r"\b(?:needs?|needed|wants?|wanted|requires?|lacks?|lacking|missing|ha(?:ve|s) no|there(?: is|'s|s are) no"
    r"|do(?:es)?(?: not|n't) (?:yet )?have)\b"
)
"""Words that say that something is not there yet: what follows them is a solution, not what is wrong."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once when every problem text repeats what is wanted."""
    said = list(_problems(decision))
    if not said or any(says_what_is_wrong(NEED.sub(" ", _plain(text))) for _, text in said):
        return
    limit = context.policy.limits.decision_similarity
    found = [_repeated(text, decision, limit) or _needed(text, decision) for _, text in said]
    if all(found):
        yield Concern(field=said[0][0], message=f"{found[0]}: it names the solution, not what is wrong today")


def _problems(decision: Decision) -> Iterator[tuple[FieldPath, str]]:
    goal = decision.goal.problem if decision.goal is not None else None
    for place, text in ((("problem",), decision.problem), (("goal", "problem"), goal)):
        if text and says(text):
            yield place, text


def _plain(text: str) -> str:
    return text.casefold().replace("\u2019", "'")


def _wishes(decision: Decision) -> Iterator[tuple[str, str]]:
    if decision.goal is not None and decision.goal.request:
        yield "the request", decision.goal.request
    yield "the title", decision.title
    for _, option in chosen_options(decision):
        yield f"the chosen option `{option.id}`", f"{_words(option.id)} {option.title or ''}"


def _repeated(text: str, decision: Decision, limit: float) -> str | None:
    words = content_words(NEED.sub(" ", _plain(text)))
    for what, wish in _wishes(decision):
        count = len(words & content_words(wish))
        if words and count >= limit * len(words):
            return f"{count} of the {len(words)} words that count in the problem stand in {what}"
    return None


def _needed(text: str, decision: Decision) -> str | None:
    """That the chosen option is said to be needed, by all words of its id."""
    if not NEED.search(_plain(text)):
        return None
    words = content_words(text)
    for _, option in chosen_options(decision):
        name = content_words(_words(option.id))
        if name and name <= words:
            return f"the problem says that the chosen option `{option.id}` is needed"
    return None


def _words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")


RULE = Rule(
    name="problem-restates-request",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="ask why twice, and write who suffers from what today, how often, at what cost",
    check=check,
    page=__doc__,
)
