import pytest

RULE = "key-result-not-quantitative"
AT = "okr[0].key_results[0]"


def okr(result, rest="owner: kim"):
    return f"{{{rest}, okr: {{objective: Better search, key_results: [{{{result}}}]}}}}"


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("from: 5.0, to: 5.5", []),
        ("from: 0, to: 1", []),
        ("from: 14, to: 11", []),
        ("from: 5", [f"{AT}.to"]),
        ("to: 5", [f"{AT}.from"]),
        ("text: Far fewer sessions without a click", [f"{AT}.from"]),
        ("text: Raise it from 5 % to 5.5 %", [f"{AT}.from"]),
        ("from: 5, to: 5", [f"{AT}.to"]),
        ("from: 0, to: 0", [f"{AT}.to"]),
        ("from: 5, to: 5.5, due: 2026-09-09", []),
        ("text: Better, due: 2026-09-09", []),
        ("text: Better, due: 2026-09-10", [f"{AT}.from"]),
    ],
)
def test_a_key_result_goes_from_one_number_to_another(fields, result, expected):
    assert fields(RULE, okr(result), stakes=1) == expected


@pytest.mark.parametrize(
    ("result", "metric", "expected"),
    [
        ("metric: rate, to: 5.5", "{id: rate, baseline: 5%}", []),
        ("metric: rate, to: 5.5", "{id: rate}", [f"{AT}.from"]),
        ("metric: rate, to: 5.5", "{id: other, baseline: 5%}", [f"{AT}.from"]),
        ("metric: rate", "{id: rate, baseline: 5%}", [f"{AT}.to"]),
    ],
)
def test_it_starts_where_its_metric_stands(fields, result, metric, expected):
    assert fields(RULE, okr(result, f"metrics: [{metric}]"), stakes=1) == expected


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
def test_it_is_asked_while_the_objective_is_worked_at(fields, state, count):
    assert len(fields(RULE, okr("text: Better", state), stakes=1)) == count


def test_a_replaced_decision_is_not_asked(fields, record):
    assert fields(RULE, okr("to: 5"), record("supersedes: '0001-cache'", path="0002-better.md"), stakes=1) == []


def test_a_small_decision_is_not_asked(fields):
    assert fields(RULE, okr("to: 5"), stakes=0) == []


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (
            "id: KR1, text: Far fewer",
            "`KR1` does not say where it starts or where it shall be: nobody can tell how far",
        ),
        ("id: KR1, to: 5", "`KR1` does not say where it starts: nobody can tell how far"),
        (
            "text: Up to 60 %, from: 40",
            "does not say where it shall be: the numbers in its text cannot be computed with",
        ),
        ("id: KR1, from: 5, to: 5", "`KR1` goes from 5 to 5: that is no way"),
    ],
)
def test_the_message_says_which_end_is_missing(record, problems_of, result, words):
    found = problems_of(record(okr(result)), stakes=1)
    assert any(words in each.message for each in found)
