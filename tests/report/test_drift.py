"""How the forecast of a decision moved, in the terminal and as JSON."""

import datetime as dt
import json

import pytest
from msgspec.structs import replace

from roi_plugin.model.drift import Text, drift
from roi_plugin.report import decision_json, decision_text
from tests.report.conftest import HOSTILE
from tests.report.test_published_shapes import _faults

WORK = "options[tune].costs[work].money"


def _drift(*texts):
    found = [Text(day=dt.date(2026, 3, day), leaves=leaves) for day, leaves in enumerate(texts, 1)]
    return drift(found, is_accepted=True)


@pytest.fixture
def moved(judged):
    texts = ({"review_due": "2026-03-01", WORK: 5}, {"review_due": "2026-04-11", WORK: "jobs * 2"})
    return replace(judged(), drift=_drift(*texts))


def test_the_text_tells_each_value_that_moved(moved, assessment):
    text = decision_text.render(moved, assessment(moved))
    part = text.partition("How the forecast moved\n")[2].partition("\n\n")[0].splitlines()
    assert [" ".join(line.split()) for line in part] == [
        "Since it was accepted (2026-03-01):",
        "review_due 2026-03-01 -> 2026-04-11 later by 41 days 2026-03-02",
        f"{WORK} 5 -> jobs * 2 computed otherwise 2026-03-02",
    ]


def test_the_text_says_nothing_where_nothing_moved(judged, assessment):
    still = replace(judged(), drift=_drift({"review_due": "2026-03-01"}, {"review_due": "2026-03-01"}))
    for one in (judged(), still):
        assert "forecast moved" not in decision_text.render(one, assessment(one))


def test_the_json_has_every_move_in_its_published_shape(moved, assessment):
    text = decision_json.render(moved, assessment(moved))
    assert _faults("register", text) == []
    assert [list(move.values()) for move in json.loads(text)["drift"]] == [
        ["review_due", "date", "2026-03-01", "2026-03-01", "2026-04-11", "2026-03-02", 1, "later", 41],
        [WORK, "cost", 5, "2026-03-01", "jobs * 2", "2026-03-02", 1, "computed otherwise", None],
    ]


def test_hostile_values_do_not_steer_a_terminal(judged, assessment):
    key = f"options[{HOSTILE.replace('[', '').replace(']', '')}].cost"
    one = replace(judged(), drift=_drift({key: HOSTILE}, {key: f"{HOSTILE} x"}))
    assert one.drift.moves
    text = decision_text.render(one, assessment(one))
    assert all(char.isprintable() or char == "\n" for char in text)
