"""No dissent recorded.

Asks:    What speaks against it, in the words of somebody who saw it coming?
Why:     A group that agrees at once has often not looked: each waits for somebody else to doubt. Irving Janis, "Victims
         of Groupthink" (1972), found great failures that began so, and advised to give one person the task of speaking
         against. A large decision that nothing at all speaks against is not a good one but an unexamined one.
Reads:   `objections`, `premortem`, `chosen_because` of the chosen option and the text below the front matter. Asked of
         proposed and accepted decisions of stakes level 2, until they are delivered, reverted or replaced. The text is
         one-sided when no word of it stands for a reservation ("but", "risk", "slower", "bad, because"). It has to be
         long enough to argue, thirty words, and English; in any other case nothing is asked. A premortem is the other
         side as well.
Answer:  Ask one person to speak against it, and write what was said in `objections`, with what you made of it.
"""

import re
from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done
from roi_plugin.rules.stakes import stakes_in_words

RESERVATION_WORDS = r"""
    but|however|(?:al|even\s)?though|despite|never\s?theless|none\s?theless|unless|against|yet|whereas|still|otherwise|
    instead|only|rather\sthan|too|at\sthe\s(?:cost|expense)\sof|price|
    objections?|objected|dissent\w*|doubt\w*|concern\w*|critici\w+|disagree\w*|oppos\w+|s[ck]eptic\w*|fear\w*|
    cons|drawbacks?|disadvantages?|downsides?|trade\s?-?offs?|risk\w*|negative\w*|bad|worse|weak\w*|limit\w*|lack\w*|
    miss(?:es|ing)|harder|slower|difficult\w*|dear(?:er)?|costl\w+|expensive|los(?:es?|t|s)|burden\w*|overhead|
    cannot|\w+n't
"""
RESERVATION = re.compile(rf"\b(?:{RESERVATION_WORDS})\b", re.VERBOSE)
WORD = re.compile(r"[^\W\d_]+")
ENGLISH = frozenset({"and", "are", "for", "from", "it", "of", "that", "the", "this", "to", "with"})
ENGLISH_SHARE = 0.08
"""Other languages have hardly any of these words, English texts twice as many or more."""
WORDS_LEAST = 30


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when a text argues for a large decision, and neither it nor an objection speaks against."""
    if any(says(text) for text in (*decision.objections, *decision.premortem)):
        return
    if is_done(decision):
        return
    reasons = [option.chosen_because or "" for _, option in chosen_options(decision)]
    count = _one_sided_words("\n".join((*reasons, decision.reasoning)))
    if count:
        large = stakes_in_words(decision, context.returns, context.policy)
        message = f"{large}, none of the {count} words of its text speaks against it, and nobody objected"
        yield Concern(field=("objections",), message=message)


def _one_sided_words(text: str) -> int:
    """How many words a text has that knows one side only; 0 for one that is short, foreign or knows another."""
    plain = text.casefold().replace("\u2019", "'")
    if RESERVATION.search(plain):
        return 0
    words = WORD.findall(plain)
    is_english = sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words)
    return len(words) if is_english and len(words) >= WORDS_LEAST else 0


RULE = Rule(
    name="no-dissent",
    severity=Severity.INFO,
    level=2,
    asked_of=OPEN,
    mend="ask one person to speak against it, and write what was said in `objections`",
    check=check,
    page=__doc__,
)
