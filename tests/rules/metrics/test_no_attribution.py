import pytest

RULE = "no-attribution"
AT = ["metrics[0].attribution"]


def metric(fields="", rest="owner: kim"):
    return f"{{{rest}, metrics: [{{id: m, role: primary, {fields}}}]}}"


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("", AT),
        ("attribution: none", AT),
        ("attribution: unknown", AT),
        ("attribution: ab-test", []),
        ("attribution: holdout", []),
        ("attribution: diff-in-diff", []),
        ("attribution: before-after", []),
        ("attribution: time-series", []),
    ],
)
def test_every_method_answers_and_none_does_not(fields, method, expected):
    assert fields(RULE, metric(method), stakes=1) == expected


@pytest.mark.parametrize(
    ("metrics", "expected"),
    [
        ("{id: m, role: proxy, attribution: none}", []),
        ("{id: m, role: guardrail}", []),
        ("{id: skills, role: proxy, attribution: none}", []),
        ("{id: gained, role: proxy, attribution: none}", AT),
        ("{id: other}, {id: goal}", ["metrics[1].attribution"]),
    ],
)
def test_only_what_success_is_judged_by_is_asked(fields, metrics, expected):
    gains = "{id: g, value: 5k, metric: gained}, {id: h, value: 0, metric: skills}"
    options = f"[{{id: x, chosen: true, gains: [{gains}]}}]"
    record = f"{{goal: {{metric: goal}}, metrics: [{metrics}], options: {options}}}"
    assert fields(RULE, record, stakes=1) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_of_what_is_decided_or_about_to_be(fields, state, count):
    assert len(fields(RULE, metric(rest=state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, metric(), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, metric(), stakes=0) == []


def test_the_message_says_what_can_be_neither_shown_nor_denied(record, problems_of):
    options = "options: [{id: x, chosen: true, gain: 40k}]"
    found = problems_of(record(metric("attribution: none", options)), stakes=1)
    words = (
        "nothing tells what this does to `m` from what else moves it: a gain of 40k EUR can be neither shown nor denied"
    )
    assert words in [each.message for each in found]
