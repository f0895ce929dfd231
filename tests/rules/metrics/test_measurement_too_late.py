import datetime as dt

import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "measurement-too-late"
DECIDED = dt.date(2026, 3, 2)
BY, COST, UNITS = ["metrics[0].measured_by"], ["metrics[0].cost_to_measure"], ["metrics[0].sample.units"]


def metric(fields, rest="economics: {horizon: 24 months, person_week: 4k}", others="", gain="100k"):
    options = f"options: [{{id: x, chosen: true, gain: {gain}}}]"
    return f"{{{rest}, {options}, metrics: [{{id: m, role: primary, {fields}}}{others}]}}"


@pytest.mark.parametrize(
    ("day", "expected"), [("2027-03-02", []), ("2027-03-03", BY), ("2026-09-11", []), ("2028-01-01", BY)]
)
def test_half_of_the_horizon_is_early_enough(fields, day, expected):
    """24 months from 2026-03-02: half of them have passed on 2027-03-02."""
    assert fields(RULE, metric(f"measured_by: {day}"), stakes=1) == expected


@pytest.mark.parametrize(("share", "expected"), [(0.25, BY), (0.3, []), (1.0, [])])
def test_the_policy_says_how_late_is_too_late(fields, share, expected):
    policy = Policy(limits=RuleLimits(measuring_horizon_share=share))
    assert fields(RULE, metric("measured_by: 2026-10-01"), stakes=1, policy=policy) == expected


@pytest.mark.parametrize(("today", "expected"), [("2027-05-31", BY), ("2027-06-01", []), ("2028-01-01", [])])
def test_from_the_day_of_the_measurement_on_nothing_can_be_done(fields, today, expected):
    record = metric("measured_by: 2027-06-01, cost_to_measure: 1k")
    assert fields(RULE, record, stakes=1, today=dt.date.fromisoformat(today)) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("id: early, proxy_for: m, measured_by: 2026-10-01", []),
        ("id: early, proxy_for: m, measured_by: 2027-04-01", BY),
        ("id: early, proxy_for: m", BY),
        ("id: early, measured_by: 2026-10-01", BY),
    ],
)
def test_what_stands_for_it_and_is_measured_early_answers(fields, other, expected):
    assert fields(RULE, metric("measured_by: 2027-06-01", others=f", {{{other}}}"), stakes=1) == expected


@pytest.mark.parametrize(
    ("units", "rest", "expected"),
    [
        ("60000 per month", "", []),
        ("5300 per month", "", []),
        ("5100 per month", "", UNITS),
        ("0 per month", "", []),
        ("300", "", []),
        ("5100 per month", ", measured_by: 2026-10-01", []),
    ],
)
def test_without_a_day_the_time_counts_that_the_units_take(fields, units, rest, expected):
    """62 468 units (E0.1) in twelve months are 5 206 a month."""
    written = f"unit: '%', baseline: 5%, mde: 0.5pp, sample: {{units: {units}}}{rest}"
    assert fields(RULE, metric(written), stakes=1) == expected


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        ("10k", []),
        ("10.1k", COST),
        ("500 per month", COST),
        ("400 per month", []),
        ("2 person-weeks", []),
        ("3 person-weeks", COST),
        ("40k USD", []),
        ("40 surveys", []),
    ],
)
def test_measuring_costs_no_more_than_a_tenth_of_the_gain(fields, cost, expected):
    """A gain of 100k that comes once; 24 months; a person-week of 4k."""
    assert fields(RULE, metric(f"cost_to_measure: {cost}"), stakes=1) == expected


@pytest.mark.parametrize(("share", "expected"), [(0.05, COST), (0.2, [])])
def test_the_policy_says_what_is_too_dear(fields, share, expected):
    policy = Policy(limits=RuleLimits(measuring_cost_share=share))
    assert fields(RULE, metric("cost_to_measure: 12k"), stakes=1, policy=policy) == expected


def test_without_a_gain_nothing_is_too_dear(fields):
    assert fields(RULE, metric("cost_to_measure: 40k", gain="0"), stakes=1) == []


@pytest.mark.parametrize("role", ["guardrail", "technical", "proxy"])
def test_only_what_success_is_judged_by_is_asked(fields, role):
    record = metric("measured_by: 2028-01-01").replace("primary", role)
    assert fields(RULE, record, stakes=1) == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_while_it_can_be_measured_otherwise(fields, state, count):
    assert len(fields(RULE, metric("measured_by: 2028-01-01", state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, metric("measured_by: 2028-01-01, cost_to_measure: 40k"), successor, stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, metric("measured_by: 2028-01-01"), stakes=0) == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (
            "measured_by: 2027-09-02",
            "`m` is measured by 2027-09-02, 18 months after the decision, out of 24 months in which it counts",
        ),
        (
            "unit: '%', baseline: 5%, mde: 0.5pp, sample: {units: 4000 per month}",
            "the 62,468 units that `m` needs take 15.6 months to come, out of 24 months in which it counts",
        ),
        ("cost_to_measure: 1k per month", "measuring `m` costs 24k EUR, 24 % of the expected gain of 100k EUR"),
    ],
)
def test_the_message_says_how_late_or_how_dear(record, problems_of, written, words):
    found = problems_of(record(metric(written)), stakes=1)
    assert any(each.message.startswith(words) for each in found)
