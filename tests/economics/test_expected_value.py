"""What one decision is expected to bring is what a portfolio adds up of it."""

from pathlib import Path

import pytest

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.expected_value import expected_value, summed_value
from roi_plugin.economics.portfolio import member, without_invented
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.sources.record_files import read_folder

PROJECT = Path(__file__).parents[2]
DECISIONS = [
    file.decision
    for folder in ("decisions", "tests/records")
    for file in read_folder(PROJECT / folder, shown_from=PROJECT).records
    if file.decision
]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda one: one.id)
def test_it_is_the_mean_of_the_portfolio(decision: Decision) -> None:
    appraisal = appraise(decision, Policy())
    one = without_invented(member(decision, appraisal, Policy(), in_force=True))
    currency, mean = expected_value(decision, Policy())
    assert currency == one.currency
    assert mean == (pytest.approx(one.counted.means[2]) if one.counted else None)
    stated = next((option.npv.mean for option in appraisal.returns.options if option.chosen), None)
    assert summed_value(decision, stated) == (None if mean is None else pytest.approx(mean))
