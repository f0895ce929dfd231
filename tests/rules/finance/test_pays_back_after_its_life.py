import pytest

OPTION = "{id: x, chosen: true, cost: 60k, gain: 60k per year}"
"""Its cost comes back after twelve months, on its mean flows."""


def rules(fields, head, options=f"[{OPTION}]", *others, stakes=1):
    text = f"economics: {{horizon: 36 months}}\noptions: {options}\n{head}"
    return fields("pays-back-after-its-life", text, *others, stakes=stakes)


@pytest.mark.parametrize(
    ("life", "flagged"),
    [
        ("11 months", True),
        ("11", True),
        ("12 months", False),
        ("1 year", False),
        ("36 months", False),
        ("6..9 months", False),
    ],
)
def test_the_cost_comes_back_while_it_lives(fields, life, flagged):
    assert rules(fields, f"expected_life: {life}") == (["expected_life"] if flagged else [])


@pytest.mark.parametrize(
    "options",
    [
        "[{id: x, chosen: true, cost: 900k, gain: 60k per year}]",
        "[{id: x, chosen: true, cost: 60k}]",
        "[{id: x, cost: 60k, gain: 60k per year}]",
        "[{id: do-nothing, chosen: true}]",
        "[]",
    ],
)
def test_without_a_choice_that_pays_back_there_is_no_day_to_compare(fields, options):
    assert rules(fields, "expected_life: 2 months", options) == []


def test_of_several_chosen_options_the_last_to_pay_back_counts(fields):
    quick = "{id: y, chosen: true, cost: 6k, gain: 60k per year}"
    assert rules(fields, "expected_life: 6 months", f"[{quick}, {OPTION}]") == ["expected_life"]
    assert rules(fields, "expected_life: 6 months", f"[{quick}]") == []


@pytest.mark.parametrize(
    ("base", "flagged"),
    [
        ("{date: 2025-03-02, expected_life: 23 months}", True),
        ("{date: 2025-03-02, expected_life: 25 months}", False),
        ("{date: 2020-03-02, expected_life: 24 months}", True),
        ("{date: 2025-03-02}", False),
        ("{date: 2025-03-02, expected_life: 23 months, status: proposed}", False),
        ("{date: 2025-03-02, expected_life: 23 months, status: deprecated}", False),
    ],
)
def test_what_it_stands_on_lasts_until_then(fields, record, base, flagged):
    other = record(base, path="0009-platform.md")
    found = rules(fields, "depends_on: ['0009-platform']", f"[{OPTION}]", other)
    assert found == (["depends_on[0]"] if flagged else [])


def test_a_decision_that_depends_on_itself_or_on_nothing_known_is_not_asked(fields):
    assert rules(fields, "depends_on: ['0001-cache', '0099']") == []


@pytest.mark.parametrize(
    ("head", "stakes", "flagged"),
    [
        ("status: proposed", 1, True),
        ("delivery: delivered", 1, True),
        ("delivery: reverted", 1, False),
        ("status: draft", 1, False),
        ("status: deprecated", 1, False),
        ("status: accepted", 0, False),
    ],
)
def test_it_is_asked_of_what_is_live_and_not_small(fields, head, stakes, flagged):
    assert bool(rules(fields, f"{head}\nexpected_life: 2 months", stakes=stakes)) is flagged


def test_the_message_says_both_spans(record, problems_of):
    other = record("{date: 2020-03-02, expected_life: 2 years}", path="0009-platform.md")
    text = f"{{expected_life: 6 months, depends_on: ['0009-platform'], options: [{OPTION}]}}"
    found = problems_of(record(text), other, stakes=1)
    own, base = (each.message for each in found if each.name == "risk/pays-back-after-its-life")
    back = "its cost comes back after 12 months"
    assert own == f"{back}, and it is expected to live 6 months"
    assert base == f"{back}, and `0009-platform`, on which it stands, had reached its expected end by then"
