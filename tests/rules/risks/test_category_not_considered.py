import pytest

from roi_plugin.rules.risks.category_not_considered import GUARDED
from roi_plugin.sources.schemas import schema

RULE = "category-not-considered"
AT = ["options[0].risks"]
ALL = ["technical", "budget", "performance", "privacy-security", "compliance"]


def risks(categories, more=""):
    return ", ".join(f"{{id: r{index}, category: {name}{more}}}" for index, name in enumerate(categories))


def asked(fields, text, stakes=2):
    return fields(RULE, f"{{{text}}}", stakes=stakes)


def option(categories, more=""):
    return f"options: [{{id: sota, chosen: true, risks: [{risks(categories, more)}]}}]"


@pytest.mark.parametrize("left_out", ALL)
def test_each_of_the_five_is_listed(fields, left_out):
    assert asked(fields, option(ALL)) == []
    assert asked(fields, option([name for name in ALL if name != left_out])) == AT


def test_an_entry_that_says_why_not_counts(fields):
    assert asked(fields, option(ALL, ", not_applicable: too small")) == []


def test_people_and_vendor_stand_for_none_of_the_five(fields):
    assert asked(fields, option(["people", "vendor", *ALL[:4]])) == AT


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("personal_data: no", 0),
        ("guardrails: [{metric: exposure, quality: security}]", 0),
        ("guardrails: [{metric: exposure, quality: budget}]", 1),
        ("scores: {risks: {privacy-security: 2}}", 0),
        ("scores: {risks: 2}", 1),
        ("scores: {potential: 2}", 1),
        ("compliance: [{kind: dpia}]", 1),
    ],
)
def test_other_places_of_the_record_speak_of_privacy_too(fields, rest, count):
    listed = option(["technical", "budget", "performance", "compliance"])
    assert len(asked(fields, f"{rest}, {listed}")) == count


def test_a_review_speaks_of_compliance(fields):
    assert asked(fields, f"compliance: [{{kind: legal}}], {option(ALL[:4])}") == []


def test_risks_of_all_options_count(fields):
    record = f"options: [{{id: a, risks: [{risks(ALL[:3])}]}}, {{id: b, chosen: true, risks: [{risks(ALL[3:])}]}}]"
    assert asked(fields, record) == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("[]", ["options"]),
        ("[{id: a}, {id: b}]", ["options"]),
        ("[{id: a}, {id: b, chosen: true}, {id: c, chosen: true}]", ["options[1].risks"]),
    ],
)
def test_it_is_said_once_where_the_chosen_option_s_risks_stand(fields, options, expected):
    assert asked(fields, f"options: {options}") == expected


@pytest.mark.parametrize(("stakes", "count"), [(1, 0), (2, 1)])
def test_only_a_large_decision_is_asked(fields, stakes, count):
    assert len(asked(fields, option([]), stakes)) == count


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
    assert len(asked(fields, f"{state}, {option([])}")) == count


@pytest.mark.parametrize(
    ("categories", "words"),
    [
        (ALL[:4], "risks of the category compliance:"),
        (ALL[:3], "risks of the categories privacy-security and compliance:"),
        (["performance"], "risks of the categories technical, budget, privacy-security and compliance:"),
    ],
)
def test_the_message_names_all_that_are_missing(record, problems_of, categories, words):
    found = problems_of(record(option(categories)), stakes=2)
    assert any(words in each.message for each in found)


def test_every_quality_of_a_guardrail_is_set_against_a_category():
    assert set(GUARDED) == set(schema("decision")["$defs"]["guardrail"]["properties"]["quality"]["enum"])
