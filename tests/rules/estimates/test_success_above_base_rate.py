"""Base rates: model document, section D2; the 90th percentile of Beta(2, 4) is 0.5839, of Beta(5, 5) 0.6990."""

import pytest

from roi_plugin.model.policy import Policy

CLASS = "reference_class: {benefit: online-experiments}"
P = ["options[0].gains[0].p"]


def rules(fields, gain, named=CLASS, kind="", head="", **view):
    evidence = "evidence: [{id: trial, kind: experiment}, {id: log, kind: data}]"
    option = f"{{id: x, chosen: true, {kind} cost: 60k, {gain}}}"
    text = f"{head}\n{named}\n{evidence}\noptions: [{option}]"
    return fields("success-above-base-rate", text, **{"stakes": 1} | view)


def line(rest):
    return f"gains: [{{id: g, {rest}}}]"


@pytest.mark.parametrize(
    ("p", "flagged"),
    [
        ("0.35", False),
        ("0.58", False),
        ("0.59", True),
        ("1", True),
        ("90%", True),
        ("40%..60%", False),
        ("60%..90%", True),
        ("{value: 0.9, evidence: trial}", False),
        ("{value: 0.9, evidence: pilot}", False),
        ("{value: 0.9, evidence: log}", True),
    ],
)
def test_a_chance_is_one_that_nine_of_ten_ideas_of_the_class_have_had(fields, p, flagged):
    assert rules(fields, line(f"value: 10k..90k per year, p: {p}")) == (P if flagged else [])


@pytest.mark.parametrize(
    ("named", "p", "flagged"),
    [
        ("", "0.99", False),
        ("reference_class: {cost: software-effort}", "0.99", False),
        ("reference_class: {benefit: unheard-of}", "0.99", False),
        ("reference_class: {benefit: mature-product-experiments}", "0.35", True),
    ],
)
def test_the_class_that_is_named_says_how_high_is_high(fields, named, p, flagged):
    assert rules(fields, line(f"value: 10k..90k per year, p: {p}"), named) == (P if flagged else [])


@pytest.mark.parametrize(("p", "flagged"), [("0.69", False), ("0.71", True)])
def test_a_team_that_counts_its_own_ideas_is_held_against_those(fields, p, flagged):
    policy = Policy(team_successes=3, team_failures=1)
    assert rules(fields, line(f"value: 10k..90k per year, p: {p}"), policy=policy) == (P if flagged else [])


@pytest.mark.parametrize(
    ("gain", "expected"),
    [
        ("gain: 10k..90k per year", ["options[0].gain"]),
        (line("value: 10k..90k per year"), P),
        (line("value: 0..90k per year"), []),
        (line("value: -10k..90k per year"), []),
        (line("value: p10 -1k p50 5k p90 9k per year"), []),
        (line("value: 0"), []),
        (line("metric: joy"), []),
        (line("value: n * each, per: year, inputs: {n: 1k..2k, each: 1..3}"), P),
        (line("value: n * each, per: year, inputs: {n: 1k..2k, each: -1..3}"), []),
        (line("value: {range: 10k..90k per year, evidence: trial}"), []),
        (line("value: n * 3, per: year, inputs: {n: {range: 1k..2k, evidence: trial}}"), []),
        (line("same_as: lost.line"), []),
        ("gains: [{id: a, value: 5k per year, p: 0.3}, {id: b, value: 5k per year}]", []),
        ("gains: [{id: a, value: 5k per year, p: 0.3}, {id: b, value: 6k per year}]", ["options[0].gains[1].p"]),
        ("gains: [{id: a, value: 1..2 per year, p: 0.3}, {id: b, value: 9k per year}]", ["options[0].gains[1].p"]),
        ("gains: [{id: a, value: 9k per year, p: 0.3}, {id: b, value: 1..2 per year}]", []),
        ("gains: [{id: a, value: {value: 9k per year, evidence: trial}}, {id: b, value: 5k per year}]", []),
        ("gains: [{id: a, value: 2k per year}, {id: b, value: 9k per year}]", ["options[0].gains[1].p"]),
        ("gains: [{id: a, value: 9 pears per year, p: 0.3}, {id: b, value: 5k per year}]", []),
        ("gains: [{id: a, value: 9 pears per year}, {id: b, value: 5k per year}]", ["options[0].gains[1].p"]),
        ("gains: [{id: a, value: 0}, {id: b, value: 5k per year}]", ["options[0].gains[1].p"]),
        ("scores: {potential: 4}", []),
    ],
)
@pytest.mark.parametrize("by", ["kind", "class"])
def test_gains_without_a_chance_count_as_certain_where_they_are_most_of_the_gain(fields, gain, expected, by):
    named, kind = (CLASS, "") if by == "class" else ("", "kind: ml,")
    assert rules(fields, gain, named, kind) == expected


def test_a_gain_without_a_chance_is_no_claim_of_certainty_elsewhere(fields):
    assert rules(fields, "gain: 10k..90k per year", "", "kind: build,") == []


def test_a_chance_is_taken_over_from_the_line_that_is_repeated(fields):
    gains = "gains: [{id: a, value: 10k..90k per year, p: 0.7}, {id: b, same_as: a}, {id: c, same_as: a, p: 0.3}]"
    assert rules(fields, gains) == ["options[0].gains[0].p", "options[0].gains[1].p"]


@pytest.mark.parametrize(
    ("head", "flagged"),
    [
        ("status: proposed", True),
        ("status: draft", False),
        ("status: deprecated", False),
        ("delivery: in-progress", True),
        ("delivery: delivered", False),
    ],
)
def test_it_is_asked_while_the_work_is_not_behind_it(fields, head, flagged):
    assert bool(rules(fields, line("value: 10k..90k per year, p: 0.9"), head=head)) is flagged


def test_a_small_decision_is_not_asked(fields):
    assert rules(fields, line("value: 10k..90k per year, p: 0.9"), stakes=0) == []


def test_do_nothing_is_no_idea_and_all_others_are_asked_until_one_is_chosen(fields):
    gain = "gains: [{id: G, value: 10k..90k per year, p: 0.9}]"
    options = f"[{{id: do-nothing, {gain}}}, {{id: a, {gain}}}, {{id: b, {gain}}}]"
    text = f"{{status: proposed, {CLASS}, options: {options}}}"
    assert fields("success-above-base-rate", text, stakes=1) == ["options[1].gains[0].p", "options[2].gains[0].p"]


def test_the_message_says_what_such_ideas_have_had(record, problems_of):
    option = "{id: x, chosen: true, cost: 60k, gains: [{id: g, value: 10k..90k per year, p: 0.9}]}"
    decision = record(f"{{{CLASS}, options: [{option}]}}")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/success-above-base-rate")
    assert message == (
        "`g` comes with a chance of 90 %, where 33.3 % of such ideas worked and nine of ten had less than 58.4 %"
    )
