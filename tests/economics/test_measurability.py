"""What a metric of a record can show: the cases of the specification's section E0, as records state them."""

import datetime as dt

import pytest

from roi_plugin.economics.measurability import measurability
from roi_plugin.economics.sample_size import Rigour
from roi_plugin.model.measurement import Metric, Sample

USUAL = Rigour(significance=0.05, power=0.80)
DECIDED, REVIEW = dt.date(2026, 3, 2), dt.date(2026, 9, 1)


@pytest.fixture
def seen(estimate):
    def ask(units=None, *, until=REVIEW, rigour=USUAL, direction="up", **fields):
        given = {"baseline": "5%", "mde": "0.5pp"} | fields
        written = {name: estimate(value) for name, value in given.items() if value is not None}
        sample = Sample(units=estimate(units) if units is not None else None, split=0.5)
        metric = Metric(id="booking_rate", unit="%", direction=direction, sample=sample, **written)
        return measurability(metric, DECIDED, until, rigour)

    return ask


def test_the_flagship_metric_shows_its_change_in_four_and_a_half_weeks(seen):
    found = seen("60000 per month")
    assert (found.groups.changed, found.groups.unchanged, found.needed.value) == (31_234, 31_234, 62_468)  # E0.1
    assert found.months.value * 365.25 / 12 / 7 == pytest.approx(4.5, abs=0.05)  # E0.10
    assert found.change.value == pytest.approx(0.005)
    assert found.per_month.value == 60_000
    assert found.available.value == pytest.approx(60_000 * 183 / 30.4375)
    assert found.power.value > 0.999
    assert found.smallest.value < 0.005


def test_three_hundred_people_do_not_show_it(seen):
    found = seen(300)
    assert found.needed.value == 62_468
    assert found.available.value == 300
    assert found.power.value == pytest.approx(0.054, abs=5e-4)  # E0.3
    assert found.smallest.value == pytest.approx(0.096, abs=5e-4)  # E0.4
    assert found.per_month.reason == found.months.reason == "the number of units is fixed: no more of them come"


@pytest.mark.parametrize(
    ("units", "per_month"),
    [("2k per day", 2_000 * 365.25 / 12), ("720k per year", 60_000), ("60k sessions per month", 60_000)],
)
def test_units_of_any_period_are_counted_a_month(seen, units, per_month):
    assert seen(units).per_month.value == pytest.approx(per_month)


def test_a_fall_is_as_visible_as_a_rise_is_from_below(seen):
    found = seen("60000 per month", direction="down", baseline="5.5%")
    assert found.needed.value == 62_468
    assert found.change.value == pytest.approx(-0.005)
    assert -0.005 < found.smallest.value < 0


def test_more_rigour_needs_more_units(seen):
    assert seen(300, rigour=Rigour(significance=0.01, power=0.9)).needed.value > 100_000


def test_what_does_not_need_the_change_is_known_without_it(seen):
    found = seen(300, mde=None)
    assert found.smallest.value == pytest.approx(0.096, abs=5e-4)
    assert found.groups is None
    why = "the smallest change worth seeing is not given: add `mde`"
    assert {found.change.reason, found.needed.reason, found.power.reason} == {why}


def test_what_does_not_need_the_units_is_known_without_them(seen):
    found = seen()
    assert found.needed.value == 62_468
    why = "how many units there are is not given: add `sample.units`"
    assert {each.reason for each in (found.per_month, found.months, found.available, found.smallest, found.power)} == {
        why
    }


@pytest.mark.parametrize(
    ("until", "reason"),
    [
        (None, "no day is set until which it is measured"),
        (DECIDED, "it would be measured until 2026-03-02, which is not after 2026-03-02"),
    ],
)
def test_without_time_no_units_come(seen, until, reason):
    found = seen("60000 per month", until=until)
    assert {found.available.reason, found.smallest.reason, found.power.reason} == {reason}
    assert found.months.value == pytest.approx(62_468 / 60_000)


@pytest.mark.parametrize("until", [None, DECIDED])
def test_units_that_are_there_need_no_time(seen, until):
    assert seen(300, until=until).available.value == 300


@pytest.mark.parametrize(
    ("fields", "figure", "reason"),
    [
        ({"units": "0 per month"}, "months", "no units come"),
        ({"units": "0 per month"}, "power", "a group would have fewer than two units"),
        ({"units": "50%"}, "available", "`sample.units: 50%` is a share, expected a number of units"),
        ({"units": 300, "mde": "0pp"}, "needed", "a change of 0 is none to see"),
        (
            {"units": 300, "mde": "96pp"},
            "needed",
            "a change of 96 points from 5 % does not stay between 0 % and 100 %",
        ),
        ({"units": 60, "direction": "down"}, "smallest", "not even the largest change that can be would be seen"),
    ],
)
def test_a_figure_that_cannot_be_has_a_reason(seen, fields, figure, reason):
    found = getattr(seen(**fields), figure)
    assert (found.value, found.reason) == (None, reason)


def test_a_metric_that_says_nothing_has_reasons_only():
    found = measurability(Metric(id="m"), DECIDED, REVIEW, USUAL)
    assert found.groups is None
    for figure in (found.change, found.needed, found.per_month, found.months, found.available, found.smallest):
        assert figure.value is None
        assert figure.reason


def test_changes_of_a_share_are_points(seen):
    assert seen(300).in_points
    assert seen(300, baseline=None).in_points


def test_a_mean_without_unit_and_baseline_is_no_share(estimate):
    metric = Metric(id="minutes", mde=estimate(1), sample=Sample(units=estimate(300), sd=30.0))
    assert measurability(metric, DECIDED, REVIEW, USUAL).in_points is False
