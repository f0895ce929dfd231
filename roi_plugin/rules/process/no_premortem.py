"""No premortem.

Asks:    Has anybody imagined that it failed, and asked why?
Why:     Before a start everybody looks for reasons why it will work. Who imagines that an event has already happened
         describes its causes more fully than who asks whether it might (Deborah Mitchell, Edward Russo and Nancy
         Pennington, 1989). Gary Klein made that a method, the premortem (2007): assume that it failed, and let each
         write down why. It also lets the doubtful speak.
Reads:   `premortem`, a heading with that word in the text, and `premortem_causes` of the policy. Asked of proposed and
         accepted decisions of stakes level 2, until they are delivered, reverted or replaced. Each sentence, line or
         entry is a cause. Once it was delivered or taken back, what happened is asked for and no longer what might.
Answer:  Take ten minutes with the team: it is two years later and it failed; why? Write the causes in `premortem`.
"""

import re
from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done
from roi_plugin.rules.stakes import stakes_in_words

PARTS = re.compile(r"[\n;]|[.!?]\s")
HEADING = re.compile(r"^#+ .*\bpre-?mortem\b", re.IGNORECASE | re.MULTILINE)


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when fewer causes of failure are named than the policy asks for."""
    wanted = context.policy.limits.premortem_causes
    named = sum(says(part) for text in decision.premortem for part in PARTS.split(text))
    if named >= wanted or is_done(decision):
        return
    if not HEADING.search(decision.reasoning):
        names = f"only {named} of {wanted}" if named else f"none of {wanted}"
        large = stakes_in_words(decision, context.returns, context.policy)
        message = f"{large}, and {names} causes are named for which it may fail"
        yield Concern(field=("premortem",), message=message)


RULE = Rule(
    name="no-premortem",
    severity=Severity.INFO,
    level=2,
    asked_of=OPEN,
    mend="imagine with the team that it failed, and write in `premortem` why: it takes ten minutes",
    check=check,
    page=__doc__,
)
