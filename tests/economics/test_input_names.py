"""What inputs and events are called."""

import pytest

from roi_plugin.economics.events import event_key
from roi_plugin.economics.input_names import full_name, input_names
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy


def test_names_leave_the_option_out(decision, flagship):
    resolution = resolve(decision(*flagship["options"], **flagship["terms"]), Policy())
    names = input_names(resolution)
    assert {names[key] for key in resolution.world.variables} == {
        *("person_week", "tune_bookings", "tune_bookings.p", "tune_work", "build", "serving", "feature-delay"),
        *("sota_bookings.users", "sota_bookings.uplift", "sota_bookings.value_per_booking", "sota_bookings.p"),
        *("feature-delay.p", "latency", "latency.p"),
    }
    assert names[event_key("sota/sota_bookings")] == "sota_bookings.success"
    assert names[event_key("sota/latency")] == "latency.event"


def test_lines_of_the_same_name_are_told_apart_by_their_option(decision):
    resolution = resolve(decision({"id": "a", "gain": "1..2", "cost": 1}, {"id": "b", "gain": 2}), Policy())
    names = input_names(resolution)
    assert (names["a/gain"], names["b/gain"], names["a/cost"]) == ("a.gain", "b.gain", "cost")


def test_no_two_numbers_share_a_name(decision):
    gains = [{"id": "g", "value": "p * 2", "p": 0.5, "inputs": {"p": "1..2"}}] * 2
    names = input_names(resolve(decision({"id": "a", "gains": gains, "cost": 1}), Policy()))
    assert len(set(names.values())) == len(names)


@pytest.mark.parametrize(
    ("key", "name"),
    [("a/gain", "a.gain"), ("a/gain/users", "a.gain.users"), ("~assumption/energy-price", "energy-price")],
)
def test_the_full_name_means_one_number_alone(key, name):
    assert full_name(key) == name
