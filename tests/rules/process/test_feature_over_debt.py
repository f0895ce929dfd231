import datetime as dt
import shutil
from pathlib import Path

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.model.policy import Policy

EXAMPLES = Path(__file__).parents[1] / "examples" / "feature-over-debt"
RULE = "feature-over-debt"
AT = ["options[0].chosen_because"]
POLICY = Policy(small=20_000.0)
FEATURE = "{id: saved, kind: feature, chosen: true, gain: 40k..110k per year, cost: 35k..80k}"
DEBT = "{id: one-index, gain: 90k..160k per year, cost: 30k..55k}"


def feature(more="", option=FEATURE):
    return f"{{area: search, options: [{option}], {more}}}"


@pytest.fixture
def debt(record):
    def make(more="", options=DEBT, path="0017-one-index.md"):
        head = "area: search, status: proposed, trigger: debt, date: 2026-02-02"
        return record(f"{{{head}, options: [{options}], {more}}}", path=path)

    return make


@pytest.mark.parametrize(
    ("waiting", "expected"),
    [
        ("area: search", AT),
        ("area: Search", AT),
        ("area: shop", []),
        ("status: accepted", []),
        ("status: draft", []),
        ("status: rejected", []),
        ("trigger: cost", []),
        ("date: 2026-03-02", AT),
        ("date: 2026-03-03", []),
    ],
)
def test_a_debt_counts_that_waited_in_the_same_area_when_the_feature_was_decided(fields, debt, waiting, expected):
    assert fields(RULE, feature(), debt(waiting), policy=POLICY) == expected


def test_of_a_feature_that_is_not_decided_yet_every_debt_is_asked(fields, debt):
    assert fields(RULE, feature("status: proposed"), debt("date: 2026-08-03"), policy=POLICY) == AT


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("{id: x, gain: 5k per year, cost: 30k..55k}", []),
        ("{id: x, cost: 30k..55k}", []),
        ("{id: x, gain: 90k..160k per year}", []),
        ("", []),
        (f"{{id: do-nothing}}, {DEBT}", AT),
        (f"{{id: x, gain: 5k per year, cost: 30k}}, {DEBT}", AT),
        (f"{{id: x, gain: 5k per year, cost: 30k, chosen: true}}, {DEBT}", []),
        ("{id: x, gain: 60k..90k per year, cost: 60k..90k, chosen: true}", []),
    ],
)
def test_a_debt_counts_that_is_worth_more_than_it_costs_and_returns_more_on_it(fields, debt, options, expected):
    assert fields(RULE, feature(), debt(options=options), policy=POLICY) == expected


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("{id: x, kind: feature, chosen: true, gain: 300k per year, cost: 55k}", []),
        ("{id: x, kind: feature, chosen: true, cost: 35k..80k}", AT),
        ("{id: x, kind: build, chosen: true, gain: 40k..110k per year, cost: 35k..80k}", []),
        ("{id: x, kind: feature, gain: 40k..110k per year, cost: 35k..80k}", []),
        ("{id: x, chosen: true, gain: 40k..110k per year, cost: 35k..80k}", []),
    ],
)
def test_a_feature_is_asked_that_was_chosen_and_does_not_return_as_much(fields, debt, option, expected):
    assert fields(RULE, feature(option=option), debt(), policy=POLICY) == expected


@pytest.mark.parametrize(
    "named",
    [
        "related: '0017'",
        "depends_on: '0017'",
        "displaces: {what: 0017-one-index waits until May, cost: 1k}",
    ],
)
def test_a_record_that_names_the_debt_has_compared_the_two(fields, debt, named):
    assert fields(RULE, feature(named), debt(), policy=POLICY) == []


def test_a_debt_that_names_the_feature_has_been_compared_too(fields, debt):
    assert fields(RULE, feature(), debt("related: '0001'"), policy=POLICY) == []


@pytest.mark.parametrize("reason", ["chosen_because", "rejected_because"])
def test_a_reason_may_name_the_debt(fields, debt, reason):
    option = FEATURE.replace("chosen: true", f"chosen: true, {reason}: 0017-one-index has to wait for two people")
    assert fields(RULE, feature(option=option), debt(), policy=POLICY) == []


@pytest.mark.parametrize(("body", "count"), [("After [the index](0017-one-index.md).", 0), ("After the index.", 1)])
def test_the_text_may_name_the_debt(record, problems_of, debt, body, count):
    found = problems_of(record(feature(), body=body), debt(), policy=POLICY)
    assert [problem.name for problem in found].count(f"risk/{RULE}") == count


def test_of_several_debts_the_one_that_is_worth_most_is_asked_for(fields, debt):
    small = debt(options="{id: x, gain: 90k per year, cost: 20k}", path="0018-small.md")
    assert fields(RULE, feature("related: '0018'"), debt(), small, policy=POLICY) == AT
    assert fields(RULE, feature("related: '0017'"), debt(), small, policy=POLICY) == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
        ("trigger: debt", 0),
    ],
)
def test_it_is_asked_while_the_order_can_be_changed(fields, debt, state, count):
    assert len(fields(RULE, feature(state), debt(), policy=POLICY)) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record, debt):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, feature(), debt(), successor, policy=POLICY) == []


def test_a_small_feature_is_not_asked(fields, debt):
    assert fields(RULE, feature(), debt(), policy=POLICY, stakes=0) == []


@pytest.mark.parametrize(
    "text", ["{}", "area: search", "{area: search, options: []}", f"{{area: '', options: [{FEATURE}]}}"]
)
def test_without_an_area_or_a_feature_there_is_nothing_to_compare(fields, debt, text):
    assert fields(RULE, text, debt(), policy=POLICY, stakes=2) == []


@pytest.mark.parametrize(
    ("gain", "compared"),
    [
        ("gain: 60k per year,", "be worth 60k EUR (+150 % on its cost; this feature +20 %), and nothing"),
        ("", "be worth 60k EUR, and nothing"),
    ],
)
def test_the_message_sets_the_two_side_by_side(record, problems_of, debt, gain, compared):
    """100k for 40k, undiscounted, beside 60k for 50k."""
    decision = record(feature(option=f"{{id: x, kind: feature, chosen: true, {gain} cost: 50k}}"))
    waiting = debt(options="{id: y, gain: 100k per year, cost: 40k}")
    found = problems_of(decision, waiting, policy=Policy(small=20_000.0, discount_rate=0.0))
    words = f"`0017-one-index` would pay back a debt here and {compared} compares the two"
    assert words in [problem.message for problem in found]


def test_in_a_folder_the_figures_come_from_the_other_record(tmp_path):
    shutil.copy(EXAMPLES / "0017-one-index-for-products.md", tmp_path)
    shutil.copy(EXAMPLES / "flagged.md", tmp_path / "0001-saved-searches.md")
    found = assess_folder(tmp_path, today=dt.date(2026, 9, 10), shown_from=tmp_path).findings
    assert [finding.path for finding in found if finding.name == f"risk/{RULE}"] == ["0001-saved-searches.md"]
