import pytest

from roi_plugin.model.same_meaning import means_the_same


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("value", "80k..200k per year", "80000..200000 per year"),
        ("value", "12k..24k per year", "1k..2k per month"),
        ("value", "80k .. 200k", "80k..200k"),
        ("value", 3, 3.0),
        ("value", "3", 3),
        ("p", "50%", 0.5),
        ("uplift", "0.2%..2%", "0.002..0.02"),
        ("value", "users * fee per year", "users*fee per year"),
        ("expected_life", 24, "2 years"),
        ("horizon", "24 months", "2 years"),
        ("delay", "1..2 quarters", "3..6 months"),
        ("chosen", True, "yes"),
        ("why", "We recieve it", "We receive it."),
        ("threshold", "below  5.1%", "below 5.1%"),
    ],
)
def test_other_spellings_mean_the_same(name, before, after):
    assert means_the_same(name, before, after)
    assert means_the_same(name, after, before)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("value", "80k..200k per year", "80k..210k per year"),
        ("value", "80k..200k per year", "80k..200k per month"),
        ("value", "80k..200k", "80k < 100k < 200k"),
        ("value", "140k", "80k..200k"),
        ("time", "3 person-weeks", "3"),
        ("value", "users * fee", "users + fee"),
        ("value", "users * fee", "users * price"),
        ("p", 0.5, "5%"),
        ("value", 1, True),
        ("metric", "p95_latency", "p99_latency"),
        ("metric", "booking_rate", "boking_rate"),
        ("by", "2026-09-01", "2026-09-10"),
        ("threshold", "below 5.1%", "above 5.1%"),
        ("expected_life", "24 months", "24 years"),
    ],
)
def test_other_values_mean_something_else(name, before, after):
    assert not means_the_same(name, before, after)
    assert not means_the_same(name, after, before)
