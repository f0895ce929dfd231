import pytest

RULE = "owner-reviews-own-decision"
AT = ["reviews[0].by"]
PEOPLE = "owner: kim, deciders: [kim, Lee]"


def reviewed(reviews, state=PEOPLE):
    return f"{{{state}, reviews: [{reviews}]}}"


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("[kim]", AT),
        ("kim", AT),
        ("[lee]", AT),
        ("[KIM, lee]", AT),
        ("[kim, '-']", AT),
        ("[kim, finance]", []),
        ("[finance]", []),
        ("[]", []),
        ("['?']", []),
    ],
)
def test_one_who_did_not_decide_looks_too(fields, by, expected):
    assert fields(RULE, reviewed(f"{{date: 2026-08-01, by: {by}}}"), stakes=2) == expected


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ("", []),
        ("{date: 2026-08-01}", []),
        ("{date: 2026-08-01, by: kim, outcome: too-early}", []),
        ("{date: 2026-06-01, by: kim}, {date: 2026-08-01, by: finance}", []),
        ("{date: 2026-06-01, by: finance}, {date: 2026-08-01, by: kim}", ["reviews[1].by"]),
        ("{date: 2026-08-01, by: kim}, {date: 2026-06-01, by: finance}", AT),
        ("{date: 2026-06-01, by: kim}, {date: 2026-08-01, by: finance, outcome: too-early}", AT),
    ],
)
def test_the_latest_review_counts(fields, reviews, expected):
    assert fields(RULE, reviewed(reviews), stakes=2) == expected


@pytest.mark.parametrize(
    ("people", "expected"), [("owner: kim", AT), ("deciders: kim", AT), ("approvers: kim", []), ("tags: x", [])]
)
def test_owner_and_deciders_are_those_who_answer_for_it(fields, people, expected):
    assert fields(RULE, reviewed("{date: 2026-08-01, by: kim}", people), stakes=2) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("delivery: delivered", 1),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: proposed", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_of_what_binds(fields, state, count):
    assert len(fields(RULE, reviewed("{date: 2026-08-01, by: kim}", f"{PEOPLE}, {state}"), stakes=2)) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, reviewed("{date: 2026-08-01, by: kim}"), successor, stakes=2) == []


def test_below_its_stakes_it_is_silent(fields):
    assert fields(RULE, reviewed("{date: 2026-08-01, by: kim}"), stakes=1) == []


@pytest.mark.parametrize(("by", "who"), [("kim", "kim"), ("[kim, lee]", "kim and lee")])
def test_the_message_names_the_reviewers(record, problems_of, by, who):
    found = problems_of(record(reviewed(f"{{date: 2026-08-01, by: {by}}}")), stakes=2)
    words = f"the review of 2026-08-01 was held by {who} alone, and nobody looked at it who had not decided it"
    assert words in [problem.message for problem in found]
