import pytest

RULE = "not-enough-experts"


def option(capability, chosen="chosen: true"):
    return f"options: [{{id: do-nothing}}, {{id: sota, {chosen}, capability: {{{capability}}}}}]"


@pytest.mark.parametrize(
    ("needed", "available", "count"),
    [(2, 1, 1), (2, 2, 0), (1, 2, 0), (0, 0, 0), (1, 0, 1), (1.5, 1, 1), (1, 1.5, 0)],
)
def test_as_many_are_available_as_are_needed(fields, needed, available, count):
    text = option(f"experts_needed: {needed}, experts_available: {available}")
    assert fields(RULE, text, stakes=1) == ["options[1].capability.experts_available"] * count


@pytest.mark.parametrize("capability", ["experts_needed: 2", "experts_available: 0", "bus_factor: 1"])
def test_both_numbers_are_needed_to_compare(fields, capability):
    assert fields(RULE, option(capability), stakes=1) == []


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1), (2, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(fields(RULE, option("experts_needed: 2, experts_available: 1"), stakes=stakes)) == count


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: planned", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_until_the_work_is_done(fields, state, count):
    record = f"{{{state}, {option('experts_needed: 2, experts_available: 1')}}}"
    assert len(fields(RULE, record, stakes=1)) == count


def test_what_was_not_chosen_needs_nobody(fields):
    assert fields(RULE, option("experts_needed: 2, experts_available: 1", "kind: ml"), stakes=1) == []


@pytest.mark.parametrize(("available", "words"), [(1, "1 is available"), (0, "0 are available"), (0.5, "0.5 are")])
def test_the_message_counts(record, problems_of, available, words):
    found = problems_of(record(option(f"experts_needed: 2, experts_available: {available}")), stakes=1)
    assert any("the work needs 2 who know it" in each.message and words in each.message for each in found)
