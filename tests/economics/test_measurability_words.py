"""What is said of a metric: the specification's section E0 in words."""

import datetime as dt

import pytest

from roi_plugin.economics.measurability import measurability
from roi_plugin.economics.measurability_words import seeks_part_of_share, what_can_be_seen, what_is_sought
from roi_plugin.economics.sample_size import Rigour
from roi_plugin.model.measurement import Metric, Sample

UNTIL = dt.date(2026, 9, 1)


@pytest.fixture
def said(estimate):
    def ask(units, *, baseline="5%", mde="0.5pp", unit="%", direction="up", **sample):
        written = {"baseline": baseline, "mde": mde}
        metric = Metric(
            id="clicks",
            unit=unit,
            direction=direction,
            sample=Sample(units=estimate(units), **sample),
            **{name: estimate(value) for name, value in written.items() if value is not None},
        )
        found = measurability(metric, dt.date(2026, 3, 2), UNTIL, Rigour(significance=0.05, power=0.8))
        return what_can_be_seen(metric, found, UNTIL), what_is_sought(metric, found), seeks_part_of_share(metric, found)

    return ask


@pytest.mark.parametrize(
    ("units", "fields", "words"),
    [
        ("300 users", {}, "300 users can show a rise of `clicks` by 9.6 points or more"),  # E0.4
        (300, {"direction": "down"}, "300 units can show no fall of `clicks` at all"),
        ("600 per month", {}, "the 3.61k units until 2026-09-01 can show a rise of `clicks` by 2.2 points or more"),
        (
            20,
            {"baseline": None, "mde": 1, "unit": "min", "sd": 30.0},
            "20 units can show a rise of `clicks` by 38 min or more",
        ),
        (
            20,
            {"baseline": None, "mde": 1, "unit": None, "sd": 30.0},
            "20 units can show a rise of `clicks` by 38 or more",
        ),
    ],
)
def test_what_can_be_seen_has_two_digits(said, units, fields, words):
    assert said(units, **fields)[0] == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "the goal is 0.5 points, and 31,234 a group are needed"),  # E0.1
        ({"mde": "0.5%"}, "the goal is 0.025 points (`0.5%` of `5%`), and 11,958,549 a group are needed"),  # E0.2
        ({"baseline": "0.1%", "mde": "1%"}, "the goal is 0.001 points (`1%` of `0.1%`), and "),
        ({"mde": "1pp"}, "the goal is 1 point, and 8,158 a group are needed"),
        ({"split": 0.2}, "the goal is 0.5 points, and 19,307 with the change and 77,228 without are needed"),
        ({"mde": "1pp", "discordant": 0.04}, "the goal is 1 point, and 3,138 are needed, each used both ways"),  # E0.9
    ],
)
def test_what_is_sought_is_said_with_what_it_takes(said, fields, words):
    assert said(300, **fields)[1].startswith(words)


@pytest.mark.parametrize(
    ("mde", "baseline", "expected"),
    [("0.5%", "5%", True), ("0.5pp", "5%", False), ("0.5", "5%", False), ("10%", "20 min", False)],
)
def test_only_a_percentage_of_a_share_is_a_part_of_one(said, mde, baseline, expected):
    unit = "min" if "min" in baseline else "%"
    assert said(300, mde=mde, baseline=baseline, unit=unit)[2] is expected
