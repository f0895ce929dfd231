import pytest

FIELD = ["depends_on[0]"]


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        ("{status: draft}", []),
        ("{status: proposed}", []),
        ("{status: accepted}", []),
        ("{status: accepted, delivery: delivered}", []),
        ("{status: accepted, delivery: reverted}", FIELD),
        ("{status: rejected}", FIELD),
        ("{status: deprecated}", FIELD),
        ("{status: superseded}", FIELD),
    ],
)
def test_what_a_decision_stands_on_still_stands(fields, record, needed, expected):
    assert fields("depends-on-dead-decision", "depends_on: ['0007']", record(needed, path="0007-a.md")) == expected


@pytest.mark.parametrize(
    ("reference", "successor", "expected"),
    [
        ("0007", "{supersedes: ['0007']}", FIELD),
        ("0007", "{supersedes: ['0007'], status: proposed}", []),
        ("0007", "{supersedes: ['0007#3']}", []),
        ("0007#3", "{supersedes: ['0007#3']}", FIELD),
        ("0007#2", "{supersedes: ['0007#3']}", []),
        ("0007#3", "{supersedes: ['0007#3'], status: proposed}", []),
    ],
)
def test_a_decision_dies_with_the_acceptance_of_its_successor(fields, record, reference, successor, expected):
    others = record("{}", path="0007-a.md"), record(successor, path="0009-b.md")
    assert fields("depends-on-dead-decision", f"depends_on: ['{reference}']", *others) == expected


@pytest.mark.parametrize(
    ("own", "count"),
    [
        ("status: proposed", 1),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("delivery: reverted", 0),
        ("delivery: delivered", 1),
    ],
)
def test_only_decisions_that_still_need_it_are_asked(fields, record, own, count):
    dead = record("status: rejected", path="0007-a.md")
    assert len(fields("depends-on-dead-decision", f"{{depends_on: ['0007'], {own}}}", dead)) == count


def test_unknown_decisions_and_oneself_are_left_to_the_check_of_links(fields):
    assert fields("depends-on-dead-decision", "depends_on: ['99', '0001']") == []


def test_the_message_names_the_successor(record, problems_of):
    decision = record("depends_on: ['0007']")
    others = record("status: superseded", path="0007-a.md"), record("supersedes: ['0007']", path="0009-b.md")
    found = next(one for one in problems_of(decision, *others) if one.name == "risk/depends-on-dead-decision")
    assert found.message == "depends on `0007-a`, which `0009-b` superseded"
    assert found.help == "decide again, or depend on its successor `0009-b`"
