"""Key result is not quantitative.

Asks:    From which number to which number?
Why:     "Key Results should always be defined as a quantitative improvement based on metrics" (Vectice, "How to Use
         OKRs and KPIs for Machine Learning"). Without a start and an end everybody may call it reached, and nobody can
         say half-way whether it will be.
Reads:   `okr[].key_results[].from`, `.to`, `.metric` and `.text`, `metrics[].baseline`. Asked of proposed and accepted
         decisions of stakes level 1 and 2 that are neither reverted nor replaced, for key results that are not past due
         yet. A missing `from` is no concern where the key result names a metric whose `baseline` is given: it starts
         there. Equal ends are no way to go. Something that is either done or not goes from 0 to 1.
Answer:  Write `from`, `to` and `unit`, and in `due` the day by which it shall be reached. To hold a value is no key
         result but a guardrail with a limit.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import number
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.measurement import KeyResult
from roi_plugin.rules.key_results import called, open_key_results
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

GUARDRAIL = "write where it shall be in `to`, or put it among `guardrails` with a limit where it is to stay as it is"


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each key result that names no way from one number to another."""
    started = {metric.id for metric in decision.metrics if metric.baseline is not None}
    for place, result in open_key_results(decision, context.today):
        begins = result.from_ is not None or result.metric in started
        if begins and result.to is not None and result.from_ != result.to:
            continue
        if is_reverted(decision):
            return
        if result.from_ is not None and result.from_ == result.to:
            yield Concern(
                field=(*place, "to"),
                message=f"{called(result)} goes from {number(result.from_)} to {number(result.from_)}: that is no way",
                help=GUARDRAIL,
            )
        else:
            yield Concern(field=(*place, "to" if begins else "from"), message=_missing(result, begins=begins))


def _missing(result: KeyResult, *, begins: bool) -> str:
    ends = [] if begins else ["where it starts"]
    ends += [] if result.to is not None else ["where it shall be"]
    told = f"{called(result)} does not say {' or '.join(ends)}"
    if any(letter.isdigit() for letter in result.text or ""):
        return f"{told}: the numbers in its text cannot be computed with"
    return f"{told}: nobody can tell how far it has come"


RULE = Rule(
    name="key-result-not-quantitative",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write `from` and `to` as numbers, what they count in `unit`, and the day in `due`",
    check=check,
    page=__doc__,
)
