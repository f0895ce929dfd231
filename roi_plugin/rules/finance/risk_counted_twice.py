"""Risk counted twice.

Asks:    Is each risk counted in one place only?
Why:     A risk can be counted as an event (its chance times its impact), inside the range of a cost, or as a lower
         chance of the gain. Counted twice, it makes a good option look bad, and nobody sees where. A discount rate with
         something in it for risk is the second place that nobody looks at: the UK Treasury took it out of its own rate
         and now corrects costs instead (HM Treasury, Green Book, after Mott MacDonald 2002).
Reads:   `options[].risks[].p`, `.impact`, `.impact_same_as`, `.priced_in`, `options[].gains[].p`, and note, assumption
         and source of `economics.discount_rate`. Asked of proposed and accepted decisions. A risk that is priced in a
         cost line and has a chance and an impact above 0 as well is a contradiction: the figures count it in the line
         only. A rate is in question when its own words, in English, speak of a risk premium, margin, allowance, loading
         or adjustment without a "no" or "without", and the record counts risks or chances of its own.
Answer:  Keep one: delete `p` and `impact`, or delete `priced_in` and take the risk out of the line's range; write the
         rate without what stands in it for risk.
"""

import re
from collections.abc import Iterator

from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Risk
from roi_plugin.rules.lines import is_nothing
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

LOADED = re.compile(r"\brisk[ -](premium|margin|allowance|surcharge|load(ed|ing)?|adjust(ed|ment))\b", re.IGNORECASE)
DENIED = re.compile(r"\b(no|not|non|without|excludes?|excluding|before|free|less|minus|nor)\b", re.IGNORECASE)


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned for each risk that is priced in and an event as well, and for a rate that holds risk beside events."""
    counted = False
    for index, option in enumerate(decision.options):
        counted = counted or any(gain.p is not None for gain in option.gains)
        for at, risk in enumerate(option.risks):
            if _is_event(risk):
                counted = True
                if risk.priced_in is not None:
                    place: FieldPath = ("options", index, "risks", at, "priced_in")
                    yield Concern(field=place, message=_twice(risk))
    rate = decision.economics.discount_rate if decision.economics is not None else None
    if counted and rate is not None and _holds_risk(rate):
        yield Concern(
            field=("economics", "discount_rate"),
            message=f"the rate of {rate.text} holds something for risk, and the record counts risks one by one as well",
            help="write the rate without what stands in it for risk",
        )


def _is_event(risk: Risk) -> bool:
    impact = not is_nothing(risk.impact) or risk.impact_same_as is not None
    return impact and not is_nothing(risk.p)


def _twice(risk: Risk) -> str:
    impact = risk.impact.text if risk.impact is not None else f"that of `{risk.impact_same_as}`"
    chance = risk.p.text if risk.p is not None else ""
    return (
        f"`{risk.id}` is priced in `{risk.priced_in}` and has a chance ({chance}) and an impact ({impact}) as well: "
        f"the figures count it in `{risk.priced_in}` only"
    )


def _holds_risk(rate: Estimate) -> bool:
    texts = [text for text in (rate.note, rate.assumption, rate.source) if text]
    return any(LOADED.search(text) and not DENIED.search(text) for text in texts)


RULE = Rule(
    name="risk-counted-twice",
    severity=Severity.ERROR,
    level=0,
    asked_of=OPEN,
    mend="keep one: delete `p` and `impact`, or delete `priced_in` and take the risk out of that line's range",
    check=check,
    page=__doc__,
)
