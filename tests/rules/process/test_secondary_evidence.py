import pytest

RULE = "secondary-evidence"
KNOWN = "evidence: [{id: blog, kind: secondary}, {id: paper, kind: primary}, {id: guess, kind: none}, {id: old}]"


def record_of(option, more=KNOWN):
    return f"{{options: [{{id: x, chosen: true, {option}}}], {more}}}"


def gain(evidence, line="sales", value="40k"):
    return f"{{id: {line}, value: {{value: {value} per year, evidence: {evidence}}}}}"


@pytest.mark.parametrize(
    ("evidence", "count"),
    [
        ("blog", 1),
        ("[blog, guess]", 1),
        ("[blog, none]", 1),
        ("[blog, secondary]", 1),
        ("[blog, paper]", 0),
        ("[blog, survey]", 0),
        ("[blog, old]", 0),
        ("paper", 0),
        ("guess", 0),
        ("[]", 0),
    ],
)
def test_one_first_hand_piece_of_evidence_is_enough(fields, evidence, count):
    at = "options[0].gains[0].value.evidence"
    assert fields(RULE, record_of(f"gains: [{gain(evidence)}]"), stakes=1) == [at] * count


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (f"gains: [{gain('blog', 'a', '40k')}, {gain('paper', 'b', '90k')}]", []),
        (
            f"gains: [{gain('paper', 'a', '40k')}, {gain('blog', 'b', '90k')}]",
            ["options[0].gains[1].value.evidence"],
        ),
        ("gain: {value: 40k, evidence: blog}", ["options[0].gain.evidence"]),
        ("cost: {value: 40k, evidence: blog}", ["options[0].cost.evidence"]),
        (
            "costs: [{id: a, money: 1k}, {id: b, time: {value: 9 person-weeks, evidence: blog}}]",
            [],
        ),
        (
            "costs: [{id: a, money: 1k}, {id: b, money: {value: 9k, evidence: blog}}]",
            ["options[0].costs[1].money.evidence"],
        ),
        (
            "gains: [{id: a, value: n * 2k, per: year, inputs: {n: {range: 4..9, evidence: blog}}}]",
            ["options[0].gains[0].inputs.n.evidence"],
        ),
        (
            "gains: [{id: a, value: 9k per year, p: {value: 30%, evidence: blog}}]",
            ["options[0].gains[0].p.evidence"],
        ),
        ("risks: [{id: a, p: 30%, impact: {value: 90k, evidence: blog}}]", []),
    ],
)
def test_the_largest_gain_and_the_largest_cost_are_asked_for(fields, option, expected):
    """Weeks without a price are no amount, so they are not the largest."""
    assert fields(RULE, record_of(option), stakes=1) == expected


def test_a_line_that_repeats_another_says_nothing_of_its_own(fields):
    options = "[{id: y, cost: {value: 40k, evidence: blog}}, {id: x, chosen: true, costs: [{id: a, same_as: y.cost}]}]"
    assert fields(RULE, f"{{options: {options}, {KNOWN}}}", stakes=1) == []


def test_what_was_not_chosen_carries_no_result(fields):
    options = "[{id: y, cost: {value: 40k, evidence: blog}}, {id: x, chosen: true, cost: 3k}]"
    assert fields(RULE, f"{{options: {options}, {KNOWN}}}", stakes=1) == []


@pytest.mark.parametrize("text", ["{}", KNOWN, record_of("title: y"), record_of("gain: 40k", "tags: x")])
def test_a_record_without_such_numbers_is_not_asked(fields, text):
    assert fields(RULE, text, stakes=1) == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_of_what_is_compared_or_binds(fields, state, count):
    text = record_of(f"gains: [{gain('blog')}]", f"{KNOWN}, {state}")
    assert len(fields(RULE, text, stakes=1)) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, record_of(f"gains: [{gain('blog')}]"), successor, stakes=1) == []


def test_below_its_stakes_it_is_silent(fields):
    assert fields(RULE, record_of(f"gains: [{gain('blog')}]"), stakes=0) == []


def test_the_message_names_the_number_and_who_quotes_it(record, problems_of):
    found = problems_of(record(record_of(f"gains: [{gain('blog')}]")), stakes=1)
    words = "`40k per year` is known from `blog` alone, at second hand, and the largest gain (`sales`) rests on it"
    assert words in [problem.message for problem in found]
