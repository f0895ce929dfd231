"""What the gains bring in a full year if all of them come."""

from pathlib import Path

import pytest
import yaml

from roi_plugin.economics.appraisal import appraise
from roi_plugin.model.policy import Policy
from roi_plugin.sources.record_files import read_folder

RECORDS = Path(__file__).parents[1] / "records"


def gains(name):
    records = read_folder(RECORDS, shown_from=RECORDS).records
    decision = next(record.decision for record in records if record.path.startswith(name))
    return {option.id: option.yearly_gain for option in appraise(decision, Policy()).options}


def test_the_flagship_model_brings_a_wide_range_a_year_if_it_works():
    """Model document, F1: 90 % 57.8k..747.2k, median 207.8k; tolerance of section H: quantiles 2 %."""
    found = gains("0042")["sota"]
    assert (found.low, found.median, found.high) == (
        pytest.approx(57_800, rel=0.02),
        pytest.approx(207_800, rel=0.02),
        pytest.approx(747_200, rel=0.02),
    )


def test_a_range_a_year_is_itself_whatever_its_start_and_its_chance():
    """Record of section G3, option `tune`: 60k..200k per year from month 3 with probability 0.5."""
    found = gains("0042")["tune"]
    assert (found.low, found.high) == (pytest.approx(60_000, rel=0.01), pytest.approx(200_000, rel=0.01))


def test_an_option_without_a_stream_has_a_reason():
    assert gains("0042")["do-nothing"].reason == "no gain flows over time"


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        (["{value: 300k per year, to: 12}", "{value: 500k per year, from: 12}"], 500_000),
        (["{value: 300k per year, to: 18}", "{value: 500k per year, from: 12}"], 650_000),
        (["{value: 300k per year}", "{value: 500k per year, from: 12}"], 800_000),
        (["{value: 100k per month, from: 2, to: 4}"], 200_000),
        (["{value: 100k per month, from: 2, to: 4}", "{value: 60k per year, from: 20}"], 200_000),
        (["{value: 300k per year, from: 30}"], 300_000),
        (["{value: 300k per year}", "{value: 9M}"], 300_000),
    ],
)
def test_the_year_is_the_best_one_and_what_follows_does_not_add_up(decision, gains, expected):
    lines = [yaml.safe_load(gain) | {"id": f"g{index}"} for index, gain in enumerate(gains)]
    found = appraise(decision({"id": "a", "gains": lines, "cost": 1}, horizon=36), Policy()).options[0].yearly_gain
    assert found.median == pytest.approx(expected)
