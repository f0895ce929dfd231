"""EVSI: what a planned test of an event is worth before deciding, against what the test costs.

The expected value of sample information: the test says yes or no, each answer changes the probability of the event
(Bayes), and with each the best option may be another.
"""

from msgspec import Struct

from roi_plugin.economics.conditional_means import Split
from roi_plugin.economics.cost_of_test import cost_of_test
from roi_plugin.economics.events import event_key, lines_with_events
from roi_plugin.economics.evppi import A_CHOICE, event_split
from roi_plugin.economics.exact_means import option_forms
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.single_figures import SingleFigure, single_figure
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import PlannedTest


class Answers(Struct, frozen=True, kw_only=True):
    """What a test is worth: `yes` is the probability that it says yes, `if_yes` and `if_no` what is then believed."""

    value: float
    yes: float
    if_yes: float | None
    if_no: float | None


class PlannedTestWorth(Struct, frozen=True, kw_only=True):
    """What a planned test of an option is worth before its cost, what it costs, and the net; money of today.

    `name` tells it from the other tests in a sentence. `input` names the event that it tests, None where that is not
    clear; `answers` are known where the worth is.
    """

    option: str
    name: str
    input: str | None
    kind: str | None
    value: SingleFigure
    cost: SingleFigure
    net: SingleFigure
    answers: Answers | None = None


def planned_tests(decision: Decision, sample: Sample) -> tuple[PlannedTestWorth, ...]:
    """The worth of every planned test, in the order of the record; nothing in a record makes it fail."""
    return tuple(
        _worth(test, place, index, decision, sample)
        for index, option in enumerate(decision.options)
        for place, test in enumerate(option.tests, start=1)
    )


def answers(sides: Split, sensitivity: float, specificity: float) -> Answers:
    """The worth of a test that says yes with probability `sensitivity` if the event comes, else 1 - `specificity`."""
    p, fails = sides.p, 1.0 - sides.p
    yes = p * sensitivity + fails * (1.0 - specificity)
    no = p * (1.0 - sensitivity) + fails * specificity
    after_yes = p * sensitivity * sides.happens + fails * (1.0 - specificity) * sides.fails
    after_no = p * (1.0 - sensitivity) * sides.happens + fails * specificity * sides.fails
    value = float(after_yes.max() + after_no.max() - sides.overall.max())
    return Answers(
        value=max(value, 0.0),
        yes=yes,
        if_yes=p * sensitivity / yes if yes else None,
        if_no=p * (1.0 - sensitivity) / no if no else None,
    )


def _worth(test: PlannedTest, place: int, option: int, decision: Decision, sample: Sample) -> PlannedTestWorth:
    cost = cost_of_test(test, decision.options[option].id, decision, sample.resolution.terms)
    tested, found, value = None, None, SingleFigure()
    try:
        event = _tested_event(test, option, sample)
        tested = input_names(sample.resolution)[event_key(event)]
        found = _answers(test, event, sample)
        value = single_figure(found.value)
    except NoFigureError as reason:
        value = SingleFigure(reason=str(reason))
    return PlannedTestWorth(
        option=decision.options[option].id,
        name=_name(test.kind or "test", tested or test.of, place),
        input=tested,
        kind=test.kind,
        value=value,
        cost=cost,
        net=_difference(value, cost),
        answers=found,
    )


def _name(kind: str, tested: str | None, place: int) -> str:
    return f"{kind} of `{tested}`" if tested else f"{kind} number {place}"


def _tested_event(test: PlannedTest, option: int, sample: Sample) -> str:
    """The key of the event that the test tells about: of the line it names, else of the only gain that may fail."""
    keys = lines_with_events(sample.resolution)
    lines = [line.stated for line in sample.resolution.options[option] if line.stated.side != "cost"]
    if test.of is not None:
        named = next((line for line in lines if line.id == test.of), None)
        if named is None:
            raise NoFigureError(f"it tests `{test.of}`, which is no gain or risk of this option")
        if named.key not in keys:
            raise NoFigureError(f"`{test.of}` has no probability `p`, so there is nothing to test")
        return keys[named.key]
    unsure = [line for line in lines if line.side == "gain" and line.key in keys]
    if len(unsure) != 1:
        raise NoFigureError("it does not say what it tests: name a gain or risk in `of`")
    return keys[unsure[0].key]


def _answers(test: PlannedTest, event: str, sample: Sample) -> Answers:
    if test.sensitivity is None or test.specificity is None:
        raise NoFigureError("it does not say how well it tells: add `sensitivity` and `specificity`")
    if len(sample.npv) < A_CHOICE:
        raise NoFigureError("there are no two options whose net value is known")
    sides = event_split(sample, option_forms(sample), event)
    if sides is None:
        raise NoFigureError("what it tests is certain, moves no money, or moves less than eight other events do")
    return answers(sides, test.sensitivity, test.specificity)


def _difference(value: SingleFigure, cost: SingleFigure) -> SingleFigure:
    if value.value is None or cost.value is None:
        return SingleFigure(reason=value.reason or cost.reason)
    return single_figure(value.value - cost.value)
