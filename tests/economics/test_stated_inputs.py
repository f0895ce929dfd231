"""The numbers behind the names of sensitivity figures."""

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.stated_inputs import stated_inputs
from roi_plugin.model.finding import dotted
from roi_plugin.model.policy import Policy


def test_every_name_in_the_ranking_leads_to_its_place_in_the_record(decision, flagship):
    record = decision(*flagship["options"], **flagship["terms"])
    numbers = stated_inputs(record)
    ranked = [each.input for each in appraise(record, Policy()).evppi]
    assert set(ranked) - set(numbers) == {"person_week"}
    found = {name: (dotted(numbers[name].field), numbers[name].estimate.text) for name in numbers}
    assert found["sota_bookings.uplift"] == ("options[2].gains[0].inputs.uplift", "0.2%..2%")
    assert found["sota_bookings.success"] == ("options[2].gains[0].p", "0.35")
    assert found["feature-delay"] == ("options[2].risks[0].impact", "30k..120k")
    assert found["build"] == ("options[2].costs[0].time", "20..60 person-weeks")


def test_a_chance_is_an_event_and_an_amount_is_not(decision):
    numbers = stated_inputs(decision({"id": "a", "gains": [{"id": "g", "value": "1..2", "p": "20%..50%"}]}))
    assert {name: each.is_event for name, each in numbers.items()} == {"g": False, "g.success": True, "g.p": False}


def test_amounts_of_one_line_and_lines_of_one_name_are_told_apart(decision):
    both = {"id": "work", "time": "2..4", "money": "1k..2k"}
    numbers = stated_inputs(decision({"id": "a", "costs": [both], "gain": 1}, {"id": "b", "gain": 2}))
    assert sorted(numbers) == ["a.gain", "b.gain", "work.money", "work.time"]
    assert dotted(numbers["b.gain"].field) == "options[1].gain"
