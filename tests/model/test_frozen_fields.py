import pytest

from roi_plugin.model.frozen_fields import FROZEN, ChangedLeaf, changed_leaves, forecast_leaves, leaves
from roi_plugin.sources.schemas import schema

OPEN = {
    "schema", "id", "title", "status", "delivery", "date", "type", "owner", "deciders", "decision-makers", "approvers",
    "consulted", "informed", "area", "tags", "aliases", "confidentiality", "affects", "illustrative", "depends_on",
    "assumptions", "supersedes", "superseded_by", "related", "trigger", "reversibility", "personal_data", "metrics",
    "guardrails", "okr", "premortem", "objections", "evidence", "stakeholders", "compliance", "waivers", "amendments",
    "review_due", "reviews", "reasoning",
}  # fmt: skip

TUNE = {
    "id": "tune",
    "chosen": True,
    "gains": [
        {"id": "hours", "value": "30k..60k per year", "from": 3},
        {"id": "calm", "value": {"range": "1k..2k", "by": ["kim"], "evidence": "survey", "note": "a guess"}},
    ],
}
RECORD = {"title": "Tune", "problem": "It is slow", "kill_if": "No lift by May", "options": [{"id": "wait"}, TUNE]}


def changes(before, after):
    return [(one.key, one.before, one.after) for one in changed_leaves(forecast_leaves(before), forecast_leaves(after))]


def test_a_record_s_forecast_is_told_flat_by_keys_that_name_what_they_are_of():
    assert forecast_leaves(RECORD) == {
        "problem": "It is slow",
        "kill_if[0].text": "No lift by May",
        "options[wait].id": "wait",
        "options[tune].id": "tune",
        "options[tune].chosen": True,
        "options[tune].gains[hours].id": "hours",
        "options[tune].gains[hours].value": "30k..60k per year",
        "options[tune].gains[hours].from": 3,
        "options[tune].gains[calm].id": "calm",
        "options[tune].gains[calm].value": "1k..2k",
    }


def test_a_leaf_knows_where_it_stands_in_the_record():
    places = {leaf.key: leaf.field for leaf in leaves(RECORD)}
    assert places["options[tune].gains[hours].from"] == ("options", 1, "gains", 0, "from")
    assert places["options[tune].gains[calm].value"] == ("options", 1, "gains", 1, "value", "range")


def test_every_field_of_a_record_is_frozen_or_open_on_purpose():
    assert set(FROZEN) | OPEN == set(schema("decision")["properties"])
    assert not set(FROZEN) & OPEN


@pytest.mark.parametrize(
    "after",
    [
        RECORD | {"title": "Tune it", "status": "accepted", "reviews": [{"date": "2026-01-01"}]},
        RECORD | {"options": [TUNE, {"id": "wait"}]},
        RECORD | {"kill_if": ["No lift by May"]},
        RECORD | {"kill_if": [{"text": "No lift by May."}]},
        RECORD | {"options": [{"id": "wait", "chosen": "no"}, TUNE | {"x-local": "a", "evidence": ["survey"]}]},
        RECORD | {"options": [{"id": "wait"}, TUNE | {"motivation": {"date": "2026-05-01"}}]},
        RECORD | {"options": [{"id": "wait"}, TUNE | {"gains": [TUNE["gains"][1], TUNE["gains"][0] | {"from": 3.0}]}]},
    ],
)
def test_what_is_open_written_otherwise_or_put_in_another_order_is_no_change(after):
    assert changes(RECORD, after) == []


def test_what_is_new_gone_or_another_number_is_a_change():
    gains = [TUNE["gains"][0] | {"value": "50k..90k per year"}]
    after = RECORD | {"problem": "It is dear", "options": [TUNE | {"gains": gains}, {"id": "stop"}]}
    assert changes(RECORD, after) == [
        ("problem", "It is slow", "It is dear"),
        ("options[tune].gains[hours].value", "30k..60k per year", "50k..90k per year"),
        ("options[stop].id", None, "stop"),
        ("options[wait].id", "wait", None),
        ("options[tune].gains[calm].id", "calm", None),
        ("options[tune].gains[calm].value", "1k..2k", None),
    ]


def test_the_long_form_of_an_estimate_is_one_value_as_the_record_states_it():
    placed = {"value": "9k", "shared": True, "stated": "7k", "assumption": "price"}
    for cost in ("7k", {"value": "7k"}):
        before = {"options": [{"id": "buy", "cost": cost}]}
        assert changes(before, {"options": [{"id": "buy", "cost": placed}]}) == [
            ("options[buy].cost.assumption", None, "price")
        ]


def test_inputs_are_told_by_their_names_whatever_they_are_called():
    gain = {"id": "hours", "value": "owner * note", "inputs": {"owner": "1..2", "note": {"range": "3..4"}}}
    found = forecast_leaves({"options": [{"id": "tune", "gains": [gain]}]})
    assert found["options[tune].gains[hours].inputs.owner"] == "1..2"
    assert found["options[tune].gains[hours].inputs.note"] == "3..4"


def test_correlations_are_told_by_what_they_are_between():
    one, other = {"between": ["a", "b"], "rho": 0.5}, {"between": ["b", "a"], "rho": 0.4}
    assert changes({"correlations": [one]}, {"correlations": [other]}) == [("correlations[a+b].rho", 0.5, 0.4)]


def test_of_two_entries_with_one_name_the_later_is_told_by_its_index():
    assert list(forecast_leaves({"options": [{"id": "a"}, {"id": "a"}]})) == ["options[a].id", "options[1].id"]


@pytest.mark.parametrize("options", [None, 3, "text", [None], [[1, [2]]], [{"id": 7}], [{"id": None, "gains": {}}]])
def test_data_of_any_shape_can_be_read(options):
    assert isinstance(forecast_leaves({"options": options, "kill_if": None, "correlations": [{"between": 3}]}), dict)


def test_a_changed_leaf_is_a_plain_value():
    assert changed_leaves({"problem": "a b"}, {}) == (ChangedLeaf(key="problem", before="a b", after=None),)
