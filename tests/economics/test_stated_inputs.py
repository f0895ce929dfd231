"""The numbers behind the names of sensitivity figures."""

import pytest

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.stated_inputs import stated_input
from roi_plugin.economics.stated_lines import stated_lines
from roi_plugin.model.finding import dotted
from roi_plugin.model.policy import Policy


def found(decision, name):
    number = stated_input(name, [line for option in stated_lines(decision) for line in option])
    return number and (dotted(number.field), number.estimate.text)


def test_every_name_in_the_ranking_leads_to_its_place_in_the_record(decision, flagship):
    record = decision(*flagship["options"], **flagship["terms"])
    ranked = [each.input for each in appraise(record, Policy()).evppi]
    assert [name for name in ranked if found(record, name) is None] == ["person_week"]
    assert len({found(record, name)[0] for name in ranked if name.endswith(".success")}) == 2


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("sota_bookings.uplift", ("options[2].gains[0].inputs.uplift", "0.2%..2%")),
        ("sota_bookings.success", ("options[2].gains[0].p", "0.35")),
        ("sota_bookings.p", ("options[2].gains[0].p", "0.35")),
        ("feature-delay", ("options[2].risks[0].impact", "30k..120k")),
        ("feature-delay.event", ("options[2].risks[0].p", "0.4")),
        ("build", ("options[2].costs[0].time", "20..60 person-weeks")),
        ("sota.build", None),
        ("person_week", None),
        ("build.of.nothing", None),
    ],
)
def test_a_name_is_an_amount_an_input_or_a_chance(decision, flagship, name, place):
    assert found(decision(*flagship["options"], **flagship["terms"]), name) == place


def test_a_chance_is_an_event_and_an_amount_is_not(decision):
    record = decision({"id": "a", "gains": [{"id": "g", "value": "1..2", "p": "20%..50%"}]})
    lines = stated_lines(record)[0]
    events = {name: stated_input(name, lines).is_event for name in ("g", "g.success", "g.p")}
    assert events == {"g": False, "g.success": True, "g.p": False}


def test_amounts_of_one_line_and_lines_of_one_name_are_told_apart(decision):
    both = {"id": "work", "time": "2..4", "money": "1k..2k"}
    record = decision({"id": "a", "costs": [both], "gain": 1}, {"id": "b", "gain": 2})
    places = {name: found(record, name) for name in ("a.gain", "b.gain", "gain", "work.money", "work.time", "work")}
    assert places == {
        "a.gain": ("options[0].gain", "1"),
        "b.gain": ("options[1].gain", "2"),
        "gain": None,
        "work.money": ("options[0].costs[0].money", "1k..2k"),
        "work.time": ("options[0].costs[0].time", "2..4"),
        "work": None,
    }


def test_a_delay_without_an_impact_is_the_number_of_its_risk(decision):
    record = decision({"id": "a", "gain": 5, "cost": 1, "risks": [{"id": "late", "p": 0.4, "delay": "2..6 months"}]})
    places = [found(record, name) for name in ("late", "late.event")]
    assert places == [("options[0].risks[0].delay", "2..6 months"), ("options[0].risks[0].p", "0.4")]
