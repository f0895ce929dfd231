import pytest

RULE = "single-expert"
BUS, AVAILABLE = "options[0].capability.bus_factor", "options[0].capability.experts_available"


def option(capability, chosen="chosen: true"):
    return f"options: [{{id: sota, {chosen}, capability: {{{capability}}}}}]"


@pytest.mark.parametrize(
    ("capability", "expected"),
    [
        ("bus_factor: 0", [BUS]),
        ("bus_factor: 1", [BUS]),
        ("bus_factor: 2", []),
        ("bus_factor: 2, experts_available: 1", []),
        ("bus_factor: 1, experts_available: 3", [BUS]),
        ("experts_available: 1", [AVAILABLE]),
        ("experts_available: 0.5", [AVAILABLE]),
        ("experts_available: 1.5", []),
        ("experts_available: 0, experts_needed: 1", []),
        ("experts_available: 1, experts_needed: 0", []),
        ("tools: [gpu]", []),
    ],
)
def test_two_people_know_it(fields, capability, expected):
    assert fields(RULE, option(capability), stakes=0) == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: deprecated", 0),
    ],
)
def test_what_runs_is_asked_as_well_as_what_is_planned(fields, state, count):
    assert len(fields(RULE, f"{{{state}, {option('bus_factor: 1')}}}")) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, option("bus_factor: 1"), successor) == []


def test_what_was_not_chosen_is_not_asked(fields):
    assert fields(RULE, option("bus_factor: 1", "kind: ml")) == []


@pytest.mark.parametrize(("factor", "words"), [(1, "one person knows how it works"), (0, "nobody knows any more")])
def test_the_message_says_how_many_know_it(record, problems_of, factor, words):
    assert any(words in each.message for each in problems_of(record(option(f"bus_factor: {factor}"))))
