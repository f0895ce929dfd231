import pytest

from roi_plugin.model.near_miss import near_miss


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("booking_rate", "bookng_rate"),
        ("booking_rate", "boking_rate"),
        ("booking_rate", "bookinng_rate"),
        ("booking_rate", "bookign_rate"),
        ("booking_rate", "bookimg_rate"),
        ("booking_rate", "booking-rate"),
        ("booking_rate", "Booking_Rate"),
        ("booking_rate", "bookingrate"),
        ("sessions", "session"),
    ],
)
def test_one_letter_of_a_longer_word_case_and_separators_are_a_near_miss(name, other):
    assert near_miss(name, ["other", other]) == other
    assert near_miss(other, [name]) == name


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("booking_rate", "booking_rate"),
        ("p95_latency", "p99_latency"),
        ("clicks_old", "clicks_new"),
        ("cost_2024", "cost_2025"),
        ("revenue_a", "revenue_b"),
        ("users", "uses_of_it"),
        ("cat", "car"),
        ("bookings", "lookings_x"),
        ("booking_rate", "boking_rte"),
        ("", "a"),
    ],
)
def test_two_names_that_people_tell_apart_are_no_near_miss(name, other):
    assert near_miss(name, [other]) is None
