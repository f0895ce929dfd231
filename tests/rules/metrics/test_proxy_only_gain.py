import pytest

RULE = "proxy-only-gain"
PROXY = "{id: a, type: proxy, metric: enps, value: 40k per year}"
DIRECT = "{id: b, type: direct, metric: sales, value: 9k per year}"
AT = "options[0].gains[0]"
STUDY = "evidence: [{id: study, kind: data}]"


def option(gains, rest="", state="status: accepted"):
    return f"{{{state}, options: [{{id: x, chosen: true, gains: [{gains}]}}], {rest}}}"


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        (PROXY, [f"{AT}.type"]),
        (f"{PROXY}, {DIRECT}", []),
        (f"{PROXY}, {{id: c, type: proxy, value: 5k}}", [f"{AT}.type"]),
        (f"{PROXY}, {{id: c, value: 5k}}", []),
        (f"{PROXY}, {{id: c, type: direct, value: 0}}", [f"{AT}.type"]),
        (DIRECT, []),
        ("{id: a, type: proxy, value: 0}", []),
        ("{id: a, type: proxy, metric: enps}", []),
        ("{id: a, value: 5k}", []),
        ("", []),
    ],
)
def test_one_gain_that_is_no_proxy_is_enough(fields, gains, expected):
    assert fields(RULE, option(gains), stakes=1) == expected


@pytest.mark.parametrize(
    ("gain", "metric", "expected"),
    [
        ("metric: enps", "role: proxy", [f"{AT}.metric"]),
        ("metric: enps", "role: primary", []),
        ("metric: enps", "direction: up", []),
        ("metric: enps, type: direct", "role: proxy", []),
        ("metric: enps, type: proxy", "role: primary", [f"{AT}.type"]),
    ],
)
def test_a_gain_without_a_type_has_that_of_its_metric(fields, gain, metric, expected):
    gains = f"{{id: a, value: 5k, {gain}}}"
    assert fields(RULE, option(gains, f"metrics: [{{id: enps, {metric}}}]"), stakes=1) == expected


@pytest.mark.parametrize(
    ("metric", "rest", "count"),
    [
        ("proxy_for: turnover, evidence: study", STUDY, 0),
        ("proxy_for: turnover", STUDY, 1),
        ("evidence: study", STUDY, 1),
        ("proxy_for: turnover, evidence: study", "evidence: [{id: study, kind: none}]", 1),
    ],
)
def test_a_link_with_evidence_answers(fields, metric, rest, count):
    record = option(PROXY, f"metrics: [{{id: enps, role: proxy, {metric}}}], {rest}")
    assert len(fields(RULE, record, stakes=1)) == count


@pytest.mark.parametrize(("role", "expected"), [("proxy", ["options[0].gain"]), ("primary", [])])
def test_a_total_shows_in_the_metric_of_the_goal(fields, role, expected):
    options = "[{id: x, chosen: true, gain: 40k}]"
    record = f"{{goal: {{metric: enps}}, metrics: [{{id: enps, role: {role}}}], options: {options}}}"
    assert fields(RULE, record, stakes=1) == expected


def test_a_line_that_repeats_a_proxy_is_one(fields):
    other = f"{{id: y, gains: [{PROXY}]}}"
    record = f"{{options: [{{id: x, chosen: true, gains: [{{id: c, same_as: y.a}}]}}, {other}]}}"
    assert fields(RULE, record, stakes=1) == [AT]
    assert fields(RULE, record.replace("y.a", "y.gone"), stakes=1) == []


def test_while_nothing_is_chosen_every_option_is_asked(fields):
    options = f"[{{id: x, gains: [{PROXY}]}}, {{id: y, gains: [{DIRECT}]}}, {{id: z, gains: [{PROXY}]}}]"
    assert fields(RULE, f"options: {options}", stakes=1) == [f"{AT}.type", "options[2].gains[0].type"]
    assert fields(RULE, f"options: {options.replace('id: y', 'id: y, chosen: true')}", stakes=1) == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_while_the_gain_may_come(fields, state, count):
    assert len(fields(RULE, option(PROXY, state=state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, option(PROXY), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, option(PROXY), stakes=0) == []


@pytest.mark.parametrize(
    ("gain", "words"),
    [
        ("metric: enps, stands_for: morale", "shows in `enps`, which stands for morale: that it becomes money is"),
        ("metric: enps", "shows in `enps`, which only stands for the good itself: that it becomes money is"),
        ("stands_for: tbd", "shows in a proxy, which only stands for the good itself"),
    ],
)
def test_the_message_says_what_the_gain_is_and_what_it_shows_in(record, problems_of, gain, words):
    found = problems_of(record(option(f"{{id: a, type: proxy, value: 40k, {gain}}}")), stakes=1)
    (message,) = [each.message for each in found if each.name == f"risk/{RULE}"]
    assert message.startswith("the whole gain (40k EUR) ")
    assert words in message
