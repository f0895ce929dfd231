import pytest

RULE = "partner-without-incentive"
AT = "options[0].partners[0].incentive"


def option(partner):
    return f"options: [{{id: sota, chosen: true, partners: [{{team: features{partner}}}]}}]"


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        (", agreed: 2026-02-18", [AT]),
        (", agreed: no, incentive: ''", [AT]),
        ("", [AT]),
        (", incentive: none", [AT]),
        (", incentive: TBD", [AT]),
        (", agreed: 2026-02-18, incentive: a second user of their features", []),
        (", agreed: no, incentive: it is their task", []),
    ],
)
def test_a_partner_gains_something_whether_it_agreed_or_not(fields, partner, expected):
    assert fields(RULE, option(partner), stakes=1) == expected


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1), (2, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(fields(RULE, option(""), stakes=stakes)) == count


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: deprecated", 0),
    ],
)
def test_it_is_asked_until_the_work_is_done(fields, state, count):
    assert len(fields(RULE, f"{{{state}, {option('')}}}", stakes=1)) == count


def test_a_partner_of_what_was_not_chosen_is_not_asked(fields):
    assert fields(RULE, "options: [{id: x, partners: [{team: features}]}]", stakes=1) == []


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, option(""), successor, stakes=1) == []
