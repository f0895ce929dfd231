"""Which number a choice turns on."""

import pytest

from roi_plugin.model.decision import Status
from roi_plugin.model.policy import Policy, RuleLimits
from roi_plugin.rules.drivers import share_of_knowing, top_driver

UNSURE = "{id: g, value: users * worth, per: year, inputs: {users: 1k..90k, worth: 2..3}}"


@pytest.fixture
def driver(record, context):
    def find(text, **view):
        decision = record(text)
        found = top_driver(decision, context(decision, **view))
        return found and found.number.name

    return find


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (f"{{id: x, chosen: true, cost: 60k, gains: [{UNSURE}]}}", "g.users"),
        (f"{{id: x, cost: 60k, gains: [{UNSURE}]}}", "g.users"),
        ("{id: x, chosen: true, cost: 60k, gain: 10k..300k per year}", "gain"),
        ("{id: x, chosen: true, cost: 60k, gain: 200k..300k per year}", None),
        ("{id: x, chosen: true, cost: 60k, gain: 70k per year}", None),
        ("{id: x, chosen: true, cost: 60k, gains: [{id: g, value: 300k per year, p: 0.3}]}", "g.success"),
        (f"{{id: x, chosen: true, cost: 60k}}, {{id: y, cost: 60k, gains: [{UNSURE}]}}", None),
        (f"{{id: x, chosen: true, cost: 60k, gain: 10k}}, {{id: y, cost: 60k, gains: [{UNSURE}]}}", None),
        (f"{{id: x, cost: 60k, gain: 10k}}, {{id: y, cost: 60k, gains: [{UNSURE}]}}", "g.users"),
        ("{id: x, chosen: true}", None),
    ],
)
def test_the_choice_turns_on_the_number_that_is_worth_most_to_know(driver, options, expected):
    assert driver(f"options: [{{id: do-nothing}}, {options}]") == expected


@pytest.mark.parametrize(
    ("benefit", "expected"), [("online-experiments", "g"), ("our-own-experience", "g.success"), ("", "g.success")]
)
def test_a_chance_that_a_known_class_stands_for_is_left_out(driver, benefit, expected):
    gain = "{id: g, value: 100k..400k per year, p: 0.3}"
    named = f"reference_class: {{benefit: {benefit}}}, " if benefit else ""
    assert driver(f"{{{named}options: [{{id: do-nothing}}, {{id: x, cost: 60k, gains: [{gain}]}}]}}") == expected


@pytest.mark.parametrize(("week", "expected"), [("1k", "gain"), ("20k", None)])
def test_a_number_that_is_worth_less_than_a_week_of_work_is_left_alone(driver, week, expected):
    options = "[{id: do-nothing}, {id: x, chosen: true, cost: 60k, gain: 10k..300k per year}]"
    assert driver(f"{{economics: {{person_week: {week}}}, options: {options}}}") == expected


@pytest.mark.parametrize(("share", "expected"), [(0.05, "gain"), (0.9, None)])
def test_the_policy_says_what_share_of_the_cost_counts(driver, share, expected):
    options = "[{id: do-nothing}, {id: x, chosen: true, cost: 60k, gain: 10k..300k per year}]"
    policy = Policy(limits=RuleLimits(evpi_share=share))
    assert driver(f"options: {options}", policy=policy) == expected


def test_a_choice_that_costs_nothing_is_measured_by_the_dearest_option(record, context):
    decision = record("options: [{id: do-nothing, chosen: true}, {id: x, cost: 60k, gain: 10k..300k per year}]")
    view = context(decision)
    assert decision.status is Status.ACCEPTED
    assert share_of_knowing(decision, view) == pytest.approx(view.figures.evpi / 60e3)


def test_the_words_say_number_and_chance(record, context):
    chance = record("options: [{id: do-nothing}, {id: x, cost: 60k, gains: [{id: g, value: 300k per year, p: 0.3}]}]")
    amount = record("options: [{id: do-nothing}, {id: x, cost: 60k, gain: 10k..300k per year}]")
    found = [top_driver(each, context(each)).words for each in (chance, amount)]
    assert found == ["the chance that `g` comes (0.3)", "`gain` (10k..300k per year)"]
