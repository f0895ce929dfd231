"""How the worth of knowing more comes about: of everything, of one input, of the answer of a planned test."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roi_plugin.economics.step import Step
from roi_plugin.economics.wording import percent
from roi_plugin.language import text

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal
    from roi_plugin.economics.evsi import PlannedTestWorth


def knowledge_steps(appraisal: "Appraisal") -> Iterator[Step]:
    """EVPI, the EVPPI of each input, and what each planned test is worth and costs."""
    yield Step(
        key="evpi",
        label=text("worth of knowing everything before deciding (EVPI)"),
        value=appraisal.evpi.value,
        unit="money",
        formula=text("the least expected regret of all options"),
        reason=appraisal.evpi.reason,
    )
    for each in appraisal.evppi:
        yield Step(
            key=f"evppi/{each.input}",
            label=text("worth of knowing `%(input)s` before deciding (EVPPI)", input=each.input),
            value=each.value,
            unit="money",
            formula=text("the mean of the best option once it is known - the best mean as of now"),
            reason=each.reason,
        )
    for at, test in enumerate(appraisal.tests):
        yield from _test(test, f"tests/{at}")


def _test(test: "PlannedTestWorth", key: str) -> Iterator[Step]:
    answers = test.answers
    told = (text("it says yes in %(share)s of the cases", share=percent(answers.yes)),) if answers else ()
    named = {"test": test.name, "option": test.option}
    value, cost, net = test.value, test.cost, test.net
    worth = text("the mean of the best option after each answer - the best mean as of now")
    yield Step(
        key=f"{key}/value",
        label=text("worth of the planned %(test)s, for `%(option)s` (EVSI)", **named),
        value=value.value,
        unit="money",
        formula=worth,
        notes=told,
        reason=value.reason,
    )
    paid = text("its money, and its time priced with person_week")
    yield Step(
        key=f"{key}/cost",
        label=text("cost of the planned %(test)s, for `%(option)s`", **named),
        value=cost.value,
        unit="money",
        formula=paid,
        reason=cost.reason,
    )
    yield Step(
        key=f"{key}/net",
        label=text("net of the planned %(test)s, for `%(option)s`", **named),
        value=net.value,
        unit="money",
        formula=text("worth - cost"),
        reason=net.reason,
    )
