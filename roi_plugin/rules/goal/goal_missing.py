"""Goal missing.

Asks:    Which problem does the decision solve?
Why:     Requests name solutions. Unless a request is traced back to the problem behind it, nobody can tell whether
         another way would have solved that, or whether it is solved now. (From the guide "Goals and metrics", section
         1.2: "I need a recommendation system" means "I want to increase sales".)
Reads:   `problem`, `goal.problem`; asked once a decision was accepted, so drafts, proposals and rejected records are
         free of it.
Answer:  Write in `problem`, or in `goal.problem`, what is wrong or missing today, before and without the solution.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import said, says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.rule import ONCE_ACCEPTED, Concern, Context, Rule

SHOWN_AT_MOST = 60


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned when neither place holds a word."""
    if says(decision.problem) or (decision.goal is not None and says(decision.goal.problem)):
        return
    request = said(decision.goal.request) if decision.goal is not None else None
    known = f"only the request is written (\u201c{_short(request)}\u201d)" if request else "no problem is written"
    field = ("problem",) if decision.goal is None else ("goal", "problem")
    yield Concern(field=field, message=f"{known}: nobody can tell what the decision is for, or whether it worked")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN_AT_MOST else f"{words[: SHOWN_AT_MOST - 3].rstrip()}..."


RULE = Rule(
    name="goal-missing",
    severity=Severity.ERROR,
    level=0,
    asked_of=ONCE_ACCEPTED,
    mend="write in `problem` what is wrong or missing today, before and without the solution",
    check=check,
    page=__doc__,
)
