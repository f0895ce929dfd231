import pytest

RULE = "gain-above-ceiling"
LINE = ["options[0].gains[0].value"]


@pytest.mark.parametrize(
    ("ceiling", "gain", "expected"),
    [
        ("300k per year", "310k per year", LINE),
        ("300k per year", "300k per year", []),
        ("300k per year", "303k per year", []),
        ("300k per year", "200k..500k per year", LINE),
        ("300k per year", "200k..450k per year", []),
        ("300k per year", "30k per month", LINE),
        ("25k per month", "290k per year", []),
        ("200k..400k per year", "310k per year", []),
        ("200k..400k per year", "450k per year", LINE),
        ("p10 100k p50 200k p90 400k per year", "450k per year", LINE),
        ("100k < 200k < 400k per year", "390k per year", []),
        ("300 EUR per year", "310k per year", LINE),
        ("300k USD per year", "310k per year", []),
        ("3 EUR/booking per year", "310k per year", []),
        ("900 bookings per year", "310k per year", []),
        ("300k per year", "2M", []),
        ("300k per year", "unknown_name", []),
        ("300k", "310k per year", []),
        ("200k", "310k per year", LINE),
        ("300k", "400k", LINE),
        ("300k", "290k", []),
    ],
)
def test_no_option_gains_more_than_a_perfect_solution(fields, ceiling, gain, expected):
    """Horizon 9 months: a gain of 310k a year brings 226k of today, so a ceiling of 300k that names no period holds."""
    option = f'{{id: a, cost: 1k, gains: [{{id: g, value: "{gain}"}}]}}'
    record = f'{{goal: {{ceiling: "{ceiling}"}}, economics: {{horizon: 9}}, options: [{option}]}}'
    assert fields(RULE, record) == expected


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        ("gain: 310k per year", ["options[1].gain"]),
        ("gains: [{id: g, value: 200k per year}, {id: h, value: 200k per year}]", ["options[1].gains"]),
        ("gains: [{id: g, value: 200k per year, to: 12}, {id: h, value: 250k per year, from: 12}]", []),
        ("gains: [{id: g, value: 100k per month, from: 2, to: 4}]", []),
        ("gains: [{id: g, value: 310k per year, p: 0.1}]", ["options[1].gains[0].value"]),
        ("gains: [{id: g, same_as: b.h}]", ["options[1].gains[0].value"]),
        ("cost: 5k", []),
    ],
)
def test_what_flows_in_the_best_year_counts_whether_it_is_likely_or_not(fields, gains, expected):
    options = f"{{id: do-nothing}}, {{id: a, chosen: true, cost: 1k, {gains}}}"
    other = "{id: b, cost: 1k, gains: [{id: h, value: 310k per year}]}" if "b.h" in gains else "{id: c}"
    record = f"{{goal: {{ceiling: 300k per year}}, economics: {{horizon: 24}}, options: [{options}, {other}]}}"
    found = fields(RULE, record)
    assert [field for field in found if field.startswith("options[1]")] == expected


def test_every_option_is_held_against_it(fields):
    record = (
        "{goal: {ceiling: 9k per year}, options: [{id: a, gain: 8k per year}, {id: b, cost: 1, gain: 10k per year}]}"
    )
    assert fields(RULE, record) == ["options[1].gain"]


@pytest.mark.parametrize(("status", "count"), [("proposed", 1), ("draft", 0), ("rejected", 0), ("superseded", 0)])
def test_only_live_decisions_are_asked(fields, status, count):
    record = f"{{status: {status}, goal: {{ceiling: 9k per year}}, options: [{{id: a, cost: 1, gain: 10k per year}}]}}"
    assert len(fields(RULE, record)) == count


@pytest.mark.parametrize(
    ("ceiling", "gain", "start"),
    [
        ("9k per year", "12k per year", "`a` would gain 12k EUR a year if it works, and"),
        ("9k", "12k", "`a` would gain 12k EUR if it works, and"),
    ],
)
def test_the_message_says_both_numbers(record, problems_of, ceiling, gain, start):
    decision = record(f"{{goal: {{ceiling: {ceiling}}}, options: [{{id: a, cost: 1, gain: {gain}}}]}}")
    message = next(one.message for one in problems_of(decision) if one.name == f"risk/{RULE}")
    assert message == f"{start} a perfect solution is said to be worth no more than `{ceiling}`"
