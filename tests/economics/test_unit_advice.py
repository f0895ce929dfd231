"""An amount in a unit that is neither money nor working time is told what it was meant to be."""

import pytest

from roi_plugin.economics.unit_advice import advice
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.grammar import parse_quantity


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("12 TEUR", "did you mean `12k EUR`?"),
        ("12.5 kEUR per year", "did you mean `12.5k EUR per year`?"),
        ("1..2.5 MEUR", "did you mean `1M..2.5M EUR`?"),
        ("5 < 10 < 20 K€", "did you mean `5k < 10k < 20k €`?"),
        ("12 EURO", "did you mean `12 EUR`?"),
        ("40 hours", "people's time is written `40 person-hours`"),
        ("12k USD", "write it in EUR, or write `currency: USD` in `economics` and all amounts in it"),
        ("12 users", "write it in EUR or in person-weeks"),
        ("3 person-weeks", None),
        ("12", None),
    ],
)
def test_the_unit_that_was_meant_keeps_the_amount(text, mend):
    assert advice(Estimate(text=text, quantity=parse_quantity(text)), "EUR") == mend
