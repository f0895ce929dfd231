"""Key result is a task.

Asks:    Does the key result say what will be different, or only what will be done?
Why:     A task can be finished and change nothing. The article of Vectice, "How to Use OKRs and KPIs for Machine
         Learning", asks for improvements and then lists tasks among its samples: "Review 5.000 detected false
         positives", "identify and segment target customers in 10 subgroups". Both can be done in full while the false
         positives stay; its own "Retrain classification model from 99% to 99.9% accuracy" says the effect.
Reads:   `okr[].key_results[].text`, `.metric`, `.unit`, `.from` and `.to`. Asked of proposed and accepted decisions of
         stakes level 2 that are neither reverted nor replaced, for key results that are not past due yet. A text is a
         task when it begins with an English verb of work (launch, review, investigate, train) and nothing names an
         effect: no `metric`, no start above 0, no unit of `%`, and in the text no percentage and no number to get to or
         by. Counting from 0 how much of the task is done names none.
Answer:  Say what the work is for: "Wrong alarms fall from 9 % to 6 %", with `metric`, `from` and `to`. The task belongs
         into the plan.
"""

import re
from collections.abc import Iterator

from roi_plugin.economics.units import is_share
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.measurement import KeyResult
from roi_plugin.rules.key_results import called, open_key_results
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

_WORK = (
    "analy[sz]e assess audit build complete conduct create define deliver deploy design develop document draft "
    "evaluate explore finish hire identify implement install integrate interview investigate launch migrate "
    "organi[sz]e plan prepare present publish refactor release research (?:re)?train (?:re)?write review roll.out "
    "set.up ship start study survey"
)
_MEASURES = (
    "accuracy age availability cost costs count coverage delay duration error errors frequency length quality rate "
    "rates ratio score share speed success time times volume"
)
TASK = re.compile(
    rf"\s*(?:\w+ly\s+)?(?:{'|'.join(_WORK.split())})(?![\w-])(?!\s+(?:\w+\s+)?(?:{'|'.join(_MEASURES.split())})\b)",
    re.IGNORECASE,
)
EFFECT = re.compile(
    r"%|\bper ?cent|\bpoints?\b|\b(?:to|by|from|within|below|above|under|over|than|least|most)"
    r"\s+(?:\D{0,12}\s)?(?!(?:19|20)\d\d\b)\d",
    re.IGNORECASE,
)


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each key result that says what is done and not what comes of it."""
    for place, result in open_key_results(decision, context.today):
        if not result.text or _names_effect(result) or not TASK.match(result.text):
            continue
        if is_reverted(decision):
            return
        yield Concern(
            field=(*place, "text"),
            message=f"{called(result)} says what is to be done: it can be finished while nothing gets better",
        )


def _names_effect(result: KeyResult) -> bool:
    return bool(says(result.metric) or result.from_ or is_share(result.unit) or EFFECT.search(result.text or ""))


RULE = Rule(
    name="key-result-is-a-task",
    severity=Severity.INFO,
    level=2,
    asked_of=OPEN,
    mend="write the effect instead, with the `metric` that shows it and `from` and `to`",
    check=check,
    page=__doc__,
)
