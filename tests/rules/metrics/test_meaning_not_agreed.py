import pytest

RULE = "meaning-not-agreed"
AT = ["metrics[0].definition"]


def metric(fields="", rest="owner: kim, area: search", role="primary"):
    return f"{{{rest}, metrics: [{{id: m, role: {role}, {fields}}}]}}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", AT),
        ("definition: Bookings by sessions", []),
        ("definition: tbd", AT),
        ("trusted_by: finance", []),
        ("trusted_by: [kim, finance]", []),
        ("trusted_by: kim", AT),
        ("trusted_by: [kim, search team]", AT),
        ("trusted_by: none", AT),
        ("trusted_by: kim, definition: Bookings by sessions", []),
    ],
)
def test_a_definition_or_somebody_outside_answers(fields, written, expected):
    assert fields(RULE, metric(written), stakes=2) == expected


@pytest.mark.parametrize(
    ("role", "rest", "expected"),
    [
        ("proxy", "owner: kim", []),
        ("guardrail", "owner: kim", []),
        ("proxy", "goal: {metric: m}", AT),
        ("proxy", "options: [{id: x, chosen: true, gains: [{id: g, value: 0, metric: m}]}]", []),
        ("proxy", "options: [{id: x, chosen: true, gains: [{id: g, value: 5k, metric: m}]}]", AT),
    ],
)
def test_only_what_success_is_judged_by_is_asked(fields, role, rest, expected):
    assert fields(RULE, metric(rest=rest, role=role), stakes=2) == expected


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
def test_it_is_asked_while_somebody_may_still_read_the_result(fields, state, count):
    assert len(fields(RULE, metric(rest=state), stakes=2)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, metric(), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=2) == []


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 0), (2, 1)])
def test_only_a_large_decision_is_asked(fields, stakes, count):
    assert len(fields(RULE, metric(), stakes=stakes)) == count


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "nothing says what `m` counts, and nobody outside the team has agreed to it"),
        ("trusted_by: [kim, us]", "nothing says what `m` counts, and only `kim` and `us`, of the team, agreed to it"),
    ],
)
def test_the_message_says_who_has_agreed(record, problems_of, written, words):
    found = problems_of(record(metric(written)), stakes=2)
    assert any(each.message.startswith(words) for each in found)
