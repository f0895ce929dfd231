"""Weak evidence for the top driver.

Asks:    What does the number rest on that the choice turns on?
Why:     Most numbers of a forecast may be guesses, for they change nothing. One or two decide, and for those a guess, a
         seller's word or a likeness is the most expensive kind of number. "Prototype everything to reach as soon as
         possible the baseline" (Ulysse Bottello, "How to get instant buy-in from your org?"): weeks of trying are
         cheaper than a year built on hearsay.
Reads:   The ranking of what is worth knowing, `evidence` of the number on top of it (an amount, an input or a chance),
         kind and date in the record's `evidence`, and `evidence_months` and `evpi_share` of the policy. Asked of
         proposed and accepted decisions of stakes level 1 and 2 that are neither delivered nor replaced. The number on
         top is one of the chosen option (of any while none is chosen); a chance of success that a known reference class
         stands for is left out, for the class is its evidence. Nothing is asked where knowing everything would be worth
         less than `evpi_share` of the cost, or knowing this number less than one `person_week`, the least that trying
         takes. Weak are the kinds `none`, `vendor` and `analogy`, no evidence at all, and evidence that was older than
         `evidence_months` on the day of the decision (of a proposal: is today), or is of a day to come. One piece that
         is not weak is enough, as is a published `source`; for the chance of a gain also a trial (`experiment`,
         `pilot`, `prototype`) that its amount names, for who tried it saw both. A record that lists good evidence
         without saying for which number is not asked.
Answer:  Try it (`prototype`, `pilot`, `experiment`) or measure it (`data`), list that in `evidence`, and name it in the
         `evidence` of the number.
"""

import datetime as dt
from collections.abc import Iterator

from msgspec import structs

from roi_plugin.economics.wording import money, months
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.estimate import Evidence
from roi_plugin.model.finding import Severity
from roi_plugin.model.named_evidence import evidence_by, named_evidence
from roi_plugin.rules.drivers import Driver, top_driver
from roi_plugin.rules.lines import gain_lines, original
from roi_plugin.rules.long_forms import with_evidence
from roi_plugin.rules.past import has_come
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_delivered
from roi_plugin.rules.trials import trials

TRY = "try or measure it, and name that beside the number"
WEAK = {"none": "a guess", "vendor": "a seller's word", "analogy": "a likeness"}


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when nothing but weak or old evidence stands behind the number that the choice turns on."""
    if is_delivered(decision):
        return
    driver = top_driver(decision, context)
    if driver is None or says(driver.number.estimate.source):
        return
    number = driver.number
    found = (
        *named_evidence(number.estimate.evidence, decision, context.today),
        *_tried_with(driver, decision, context),
    )
    faults = [_fault(entry, decision, context) for entry in found]
    if found and None not in faults:
        rests = f"rests on {' and '.join(fault for fault in faults if fault)}"
    elif not found and not _has_unnamed(decision, driver, context):
        rests = "names nothing that it rests on"
    else:
        return
    worth = money(driver.worth, context.returns.currency)
    yield Concern(
        field=(*number.field, "evidence") if number.estimate.evidence else number.field,
        message=f"the choice turns on {driver.words}: to know it would be worth {worth}, and it {rests}",
        help=None if number.estimate.evidence else f"{TRY}: {with_evidence(number.estimate, 'pilot')}",
    )


def _tried_with(driver: Driver, decision: Decision, context: Context) -> tuple[Evidence, ...]:
    """Of the chance of a gain, the trials that its amount names."""
    line = driver.number.line
    if not driver.number.is_event or line.side != "gain":
        return ()
    lines = gain_lines(decision)
    own = lines[line.option].get(line.id)
    meant = original(own, line.option, lines) if own is not None else None
    return trials(structs.replace(meant, p=None), decision, context) if meant is not None else ()


def _fault(entry: Evidence, decision: Decision, context: Context) -> str | None:
    day = context.today if decision.status is Status.PROPOSED else decision.date
    most = context.policy.limits.evidence_months
    if not has_come(entry.date, context):
        return f"`{entry.id}` (of {entry.date}, a day to come)"
    if entry.kind in WEAK:
        return f"`{entry.id}` ({WEAK[entry.kind]})"
    if entry.date is not None and _is_older(entry.date, day, most):
        return f"`{entry.id}` of {entry.date} (more than {months(most)} before)"
    return None


def _is_older(made: dt.date, day: dt.date, months: int) -> bool:
    passed = (day.year - made.year) * 12 + day.month - made.month
    return (passed, day.day) > (months, made.day)


def _has_unnamed(decision: Decision, driver: Driver, context: Context) -> bool:
    """Whether good evidence is listed that no number names: it may be meant for this one."""
    good = {entry.id for entry in evidence_by(decision, context.today) if entry.kind not in WEAK}
    for line in driver.lines if good else ():
        good.difference_update(name for _, estimate in line.estimates for name in estimate.evidence)
    return bool(good)


RULE = Rule(
    name="weak-evidence",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="try or measure it, list that in `evidence`, and name it in the `evidence` of the number",
    check=check,
    page=__doc__,
)
