"""Single estimator on the top driver.

Asks:    Did more than one person estimate the number that the choice turns on?
Why:     Two who estimate apart from each other are wrong in different ways, and where they are far apart, that is the
         first thing to talk about. The talk "Making Smart Investments" (Katerina Iliakopoulou) sets one word beside the
         question of what the gain is: "Bias". One person's range holds one person's.
Reads:   The ranking of what is worth knowing, `by` of the number on top of it (an amount, an input or a chance), and
         `evpi_share` of the policy. Asked of proposed and accepted decisions of stakes level 2 that are neither
         delivered, reverted nor replaced. The number on top is one of the chosen option (of any while none is chosen);
         a chance of success that a known reference class stands for is left out. Nothing is asked where knowing
         everything would be worth less than `evpi_share` of the cost or knowing this number less than one
         `person_week`, where `by` is empty, for that says nothing of how many there were, and where somebody measured
         (evidence of the kinds `data`, `experiment`, `pilot`, `prototype`, `invoice`, `contract`, `direct-metric`) or a
         `source` is named: then it is no matter of opinion. Evidence of a day to come does not count.
Answer:  Let somebody else write a range without seeing the first one, take the wider of the two, and name both in `by`.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import money
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.named_evidence import MEASURED, named_evidence
from roi_plugin.rules.drivers import top_driver
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned when one name stands behind the number that the choice turns on."""
    if is_done(decision):
        return
    driver = top_driver(decision, context)
    if driver is None:
        return
    estimate = driver.number.estimate
    kinds = {entry.kind for entry in named_evidence(estimate.evidence, decision, context.today)}
    people = {name.casefold(): name for name in estimate.by if says(name)}
    if len(people) == 1 and not says(estimate.source) and kinds.isdisjoint(MEASURED):
        worth = money(driver.worth, context.returns.currency)
        yield Concern(
            field=(*driver.number.field, "by"),
            message=(
                f"the choice turns on {driver.words}: to know it would be worth {worth}, "
                f"and `{next(iter(people.values()))}` alone has estimated it"
            ),
        )


RULE = Rule(
    name="single-estimator",
    severity=Severity.WARNING,
    level=2,
    asked_of=OPEN,
    mend="ask somebody else for a range before they see this one, and name both in `by`",
    check=check,
    page=__doc__,
)
