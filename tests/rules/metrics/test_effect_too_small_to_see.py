"""The numbers are those of the specification's section E0."""

import datetime as dt

import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "effect-too-small-to-see"
AT = ["metrics[0].mde"]
USUAL = {"baseline": "5%", "mde": "0.5pp", "unit": "'%'"}


def metric(units="60000 per month", rest="review_due: 2026-09-01", sample="", **written):
    written = {name: value for name, value in (USUAL | written).items() if value is not None}
    fields = ", ".join(f"{name}: {value}" for name, value in written.items())
    return f"{{{rest}, metrics: [{{id: ctr, {fields}, sample: {{units: {units}{sample}}}}}]}}"


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ("60000 per month", []),
        ("300", AT),
        ("62468", []),
        ("62467", AT),
        ("10391 per month", []),
        ("10389 per month", AT),
        ("0 per month", AT),
    ],
)
def test_there_are_as_many_units_as_the_change_needs_until_the_review(fields, units, expected):
    """62 468 in all (E0.1); six months and a day of them from 2026-03-02 to 2026-09-01, 183 days."""
    assert fields(RULE, metric(units), stakes=1) == expected


@pytest.mark.parametrize(
    ("rest", "day", "expected"),
    [
        ("review_due: 2026-09-01", None, []),
        ("review_due: 2026-03-30", None, AT),
        ("review_due: 2026-03-30", "2026-09-01", []),
        ("review_due: 2026-09-01", "2026-03-30", AT),
        ("owner: kim", None, []),
        ("review_due: 2026-02-01", None, []),
    ],
)
def test_units_that_keep_coming_count_to_the_day_of_the_measurement(fields, rest, day, expected):
    assert fields(RULE, metric(rest=rest, measured_by=day), stakes=1) == expected


def test_all_there_are_need_no_day(fields):
    assert fields(RULE, metric("300", rest="owner: kim"), stakes=1) == AT


@pytest.mark.parametrize(
    ("written", "sample", "units", "expected"),
    [
        ({"mde": "0.5%"}, "", "60000 per month", AT),
        ({"mde": "0.5%"}, "", "4M per month", []),
        ({"baseline": "94%", "mde": "0.2pp"}, "", "435759", AT),
        ({"baseline": "94%", "mde": "0.2pp"}, "", "435760", []),
        ({"baseline": "99%", "mde": "0.9pp"}, "", "2118", []),
        ({"baseline": "94%", "mde": "1pp"}, ", discordant: 0.04", "3138", []),
        ({"baseline": "94%", "mde": "1pp"}, ", discordant: 0.04", "3137", AT),
        ({}, ", icc: 0.05, cluster_size: 20", "62468", AT),
        ({"unit": "min", "baseline": None, "mde": "1"}, ", sd: 10", "3140", []),
        ({"unit": "min", "baseline": None, "mde": "1"}, ", sd: 10", "3138", AT),
        ({"unit": "min", "baseline": None, "mde": "1"}, "", "300", []),
        ({"baseline": None}, "", "300", []),
        ({"mde": None}, "", "300", []),
        ({"mde": "0pp"}, "", "300", []),
        ({"mde": "99pp"}, "", "300", []),
    ],
)
def test_shares_means_pairs_and_clusters_need_what_they_need(fields, written, sample, units, expected):
    """E0.2, E0.7, E0.8, E0.9; where the record does not say enough, or what cannot be, nothing is said."""
    assert fields(RULE, metric(units, sample=sample, **written), stakes=1) == expected


@pytest.mark.parametrize("written", ["id: ctr, mde: 0.5pp", "id: ctr, baseline: 5%, sample: {units: 300}", "id: ctr"])
def test_without_a_change_and_a_number_of_units_nothing_is_asked(fields, written):
    assert fields(RULE, f"metrics: [{{{written}}}]", stakes=1) == []


@pytest.mark.parametrize(
    ("attribution", "units", "expected"),
    [
        ("ab-test", "40000", AT),
        ("before-after", "40000", []),
        ("time-series", "31234", []),
        ("before-after", "31233", AT),
    ],
)
def test_one_after_another_all_units_are_in_the_second_group(fields, attribution, units, expected):
    assert fields(RULE, metric(units, attribution=attribution), stakes=1) == expected


def test_a_test_set_is_another_rule_s_question(fields):
    record = "metrics: [{id: auc, baseline: 90%, mde: 1pp, sample: {units: 100}}]"
    assert fields(RULE, record, stakes=1) == []


@pytest.mark.parametrize(
    ("limits", "units", "expected"),
    [
        ({"power": 0.9}, "70000", AT),
        ({"power": 0.5}, "40000", []),
        ({"significance": 0.2}, "50000", []),
    ],
)
def test_the_policy_says_how_sure_it_has_to_be(fields, limits, units, expected):
    policy = Policy(limits=RuleLimits(**limits))
    assert fields(RULE, metric(units), stakes=1, policy=policy) == expected


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
def test_it_is_asked_while_something_may_still_be_measured(fields, state, count):
    assert len(fields(RULE, metric("300", rest=state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, metric("300"), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, metric("300"), stakes=0) == []


@pytest.mark.parametrize(
    ("record_text", "words", "advice"),
    [
        (
            metric("300 users", unit=None),
            "can show a rise of `ctr` by 9.6 points or more; the goal is 0.5 points, and 31,234 a group are needed",
            "with a chance of 5.43 % to see it, the test is not worth its time",
        ),
        (
            metric("60000 sessions per month", mde="0.5%"),
            "the goal is 0.025 points (`0.5%` of `5%`), and 11,958,549 a group are needed",
            "where points are meant, write `0.5pp`",
        ),
        (
            metric("600 per month", sample=", split: 0.2"),
            "the goal is 0.5 points, and 19,307 with the change and 77,228 without are needed",
            "seek a larger change",
        ),
        (
            metric("2000 cases", sample=", discordant: 0.04", baseline="94%", mde="1pp"),
            "by 1.3 points or more; the goal is 1 point, and 3,138 are needed, each used both ways",
            "seek a larger change",
        ),
        (
            metric("20", sample=", sd: 30", unit="min", baseline=None, mde="1", direction="down"),
            "20 units can show a fall of `ctr` by 38 min or more; the goal is 1 min, and 14,128 a group are needed",
            "with a chance of 5.06 % to see it",
        ),
        (
            metric("100", baseline="99%", mde="0.9pp"),
            "100 units can show no rise of `ctr` at all; the goal is 0.9 points, and 1,059 a group are needed",
            "with a chance of 9.29 % to see it",
        ),
    ],
)
def test_the_message_says_what_can_be_seen_what_is_sought_and_what_that_takes(
    record, problems_of, record_text, words, advice
):
    """E0.1 to E0.4, E0.8 and E0.9 in words."""
    (found,) = [each for each in problems_of(record(record_text), stakes=1) if each.name == f"risk/{RULE}"]
    assert words in found.message
    assert advice in found.help


@pytest.mark.parametrize(("least", "is_said"), [(0.05, False), (0.5, True)])
def test_a_chance_below_the_policy_s_least_is_not_worth_the_time(record, problems_of, least, is_said):
    policy = Policy(limits=RuleLimits(power_least=least))
    found = problems_of(record(metric("300")), stakes=1, policy=policy)
    (advice,) = [each.help for each in found if each.name == f"risk/{RULE}"]
    assert ("not worth its time" in advice) is is_said


def test_the_days_count_from_the_decision_not_from_today(fields):
    assert fields(RULE, metric(), stakes=1, today=dt.date(2030, 1, 1)) == []
