"""Always yes and always no beside a model; amounts by hand."""

import math

import pytest

from roi_plugin.economics.fixed_answers import better_fixed_answer
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.model_outcomes import Cells, ModelOutcomes, Rates


@pytest.fixture
def better(estimate):
    def cells(written):
        return Cells(**{cell: estimate(value) for cell, value in zip(("tp", "fp", "fn", "tn"), written, strict=True)})

    def ask(confusion=None, value=(90, -10, 0, 0), rates=None, **fields):
        written = {name: estimate(amount) for name, amount in fields.items()}
        if rates:
            written["rates"] = Rates(tpr=estimate(rates[0]), fpr=estimate(rates[1]), sample=rates[2])
        confusion = cells(confusion) if confusion else None
        return better_fixed_answer(ModelOutcomes(confusion=confusion, value=cells(value), **written), "EUR")

    return ask


def test_always_yes_earns_more_than_a_model_that_says_no_too_often(better):
    found = better((210, 20, 130, 640), volume="40k per year")
    assert (found.rule, found.yearly) == ("all-positive", True)
    assert found.used == pytest.approx(40_000 * (210 * 90 - 20 * 10) / 1000)
    assert found.worth == pytest.approx(40_000 * (340 * 90 - 660 * 10) / 1000)


def test_always_no_earns_more_than_a_model_of_false_alarms(better):
    found = better((20, 300, 20, 660), value=(10, -4, 0, 0))
    assert (found.rule, found.worth, found.yearly) == ("all-negative", pytest.approx(0, abs=1e-12), False)
    assert found.used == pytest.approx((200 - 1200) / 1000)


@pytest.mark.parametrize("confusion", [(325, 250, 15, 410), (300, 90, 40, 570)])
def test_a_model_that_earns_more_than_either_leaves_no_money_that_can_be_shown(better, confusion):
    assert better(confusion) is None


@pytest.mark.parametrize(("times", "shown"), [(1, False), (100, True)])
def test_what_chance_explains_is_not_shown(better, times, shown):
    """Saying no to 13 positives and 87 negatives loses (13 x 90 - 87 x 10) / 150 = 2.00, 1.96 errors are 4.49."""
    confusion = [count * times for count in (37, 13, 13, 87)]
    mean, square = (13 * 90 - 87 * 10) / 150, (13 * 90**2 + 87 * 10**2) / 150
    error = 1.96 * math.sqrt((square - mean**2) / (150 * times))
    assert (mean > error) is shown
    assert (better(confusion) is not None) is shown


def test_the_share_of_positives_in_production_counts(better):
    balanced = (450, 50, 50, 450)
    assert better(balanced, value=(90, -10, 0, 0), prevalence="50%") is None
    assert better(balanced, value=(10, -90, 0, 0), prevalence="2%").rule == "all-negative"


def test_rates_without_a_sample_show_nothing(better):
    assert better(rates=("50%", "1%", 2_000), prevalence="50%").rule == "all-positive"
    with pytest.raises(NoFigureError, match="add `sample`"):
        better(rates=("50%", "1%", None), prevalence="50%")
