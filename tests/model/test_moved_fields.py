import pytest

from roi_plugin.model.frozen_fields import leaves
from roi_plugin.model.moved_fields import moved_fields

HOURS = {"id": "hours", "value": "30k per year", "from": 3}
CALM = {"id": "calm", "value": {"range": "1k..2k"}}
BEFORE = {"problem": "slow", "options": [{"id": "wait"}, {"id": "tune", "gains": [HOURS, CALM]}]}


def options(*gains):
    return BEFORE | {"options": [{"id": "wait"}, {"id": "tune", "gains": list(gains)}]}


GAINS = ("options", 1, "gains")


@pytest.mark.parametrize(
    ("after", "key", "index_key", "field", "values"),
    [
        (
            options(HOURS | {"value": "9k"}, CALM),
            "options[tune].gains[hours].value",
            "options[1].gains[0].value",
            (*GAINS, 0, "value"),
            ("30k per year", "9k"),
        ),
        (
            options(HOURS, CALM | {"value": {"range": "1k..3k"}}),
            "options[tune].gains[calm].value",
            "options[1].gains[1].value",
            (*GAINS, 1, "value", "range"),
            ("1k..2k", "1k..3k"),
        ),
        (
            options({"id": "hours", "value": "30k per year"}, CALM),
            "options[tune].gains[hours].from",
            "options[1].gains[0].from",
            (*GAINS, 0),
            (3, None),
        ),
        (
            options(HOURS),
            "options[tune].gains[calm]",
            "options[1].gains[1]",
            GAINS,
            ("calm: 1k..2k", None),
        ),
        (
            options(HOURS, CALM, {"id": "fame", "value": "5k", "p": 0.5}),
            "options[tune].gains[fame]",
            "options[1].gains[2]",
            (*GAINS, 2),
            (None, "fame: 5k, 0.5"),
        ),
        (BEFORE | {"options": BEFORE["options"][1:]}, "options[wait]", "options[0]", ("options",), ("wait", None)),
        ({"options": BEFORE["options"]}, "problem", "problem", ("problem",), ("slow", None)),
    ],
)
def test_a_moved_value_has_its_names_its_place_and_both_values(after, key, index_key, field, values):
    (found,) = moved_fields(BEFORE, after, leaves)
    assert (found.key, found.index_key, found.field) == (key, index_key, field)
    assert (found.before, found.after) == values


def test_a_renamed_entry_is_one_change_of_its_name_beside_what_else_changed():
    renamed = BEFORE["options"][1] | {"id": "mend"}
    (name,) = moved_fields(BEFORE, BEFORE | {"options": [renamed, {"id": "wait"}]}, leaves)
    assert (name.key, name.was, name.index_key) == ("options[mend].id", "options[tune].id", "options[0].id")
    assert (name.before, name.after, name.is_rename) == ("tune", "mend", True)
    found = moved_fields(BEFORE, BEFORE | {"options": [{"id": "wait"}, renamed | {"gains": [HOURS]}]}, leaves)
    assert [(one.key, one.was) for one in found] == [
        ("options[mend].id", "options[tune].id"),
        ("options[mend].gains[calm]", None),
    ]


def test_nothing_moved_in_the_same_text():
    assert moved_fields(BEFORE, BEFORE, leaves) == ()
