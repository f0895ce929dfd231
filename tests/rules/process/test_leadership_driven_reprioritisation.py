import pytest

RULE = "leadership-driven-reprioritisation"
LEADERSHIP = "trigger: leadership"


@pytest.mark.parametrize(
    ("displaces", "expected"),
    [
        ("", ["displaces"]),
        ("displaces: []", ["displaces"]),
        ("displaces: Faster search", ["displaces[0]"]),
        ("displaces: [{what: Faster search, why: the same people}]", ["displaces[0]"]),
        ("displaces: [Faster search, New index]", ["displaces[0]"]),
        ("displaces: [{what: Faster search, cost: 3k..8k}]", []),
        ("displaces: [{what: Faster search, cost: 0}]", []),
        ("displaces: [Faster search, {what: New index, cost: 2 person-weeks}]", []),
        ("displaces: nothing", []),
        ("displaces: none", []),
    ],
)
def test_what_stops_is_listed_with_a_price(fields, displaces, expected):
    assert fields(RULE, f"{{{LEADERSHIP}, {displaces}}}", stakes=0) == expected


@pytest.mark.parametrize("trigger", ["opportunity", "incident", "debt", "vendor", "regulation", "cost"])
def test_only_what_leadership_brought_up_is_asked(fields, trigger):
    assert fields(RULE, f"trigger: {trigger}") == fields(RULE, "{}") == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_until_the_work_is_done(fields, state, count):
    assert len(fields(RULE, f"{{{state}, {LEADERSHIP}}}")) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, LEADERSHIP, successor) == []


@pytest.mark.parametrize(
    ("displaces", "message"),
    [
        ("", "leadership brought it up, and nothing says which work stops for it or what that costs"),
        (
            "displaces: Faster search",
            "`Faster search` stops because leadership changed the course, and nothing says at what cost",
        ),
    ],
)
def test_the_message_says_what_has_no_price(record, problems_of, displaces, message):
    found = [problem.message for problem in problems_of(record(f"{{{LEADERSHIP}, {displaces}}}"))]
    assert message in found
