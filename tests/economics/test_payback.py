"""Worked examples: the specification's sections C1.5 and G5."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.monthly_flows import Piece, discounted, merged, option_pieces
from roi_plugin.economics.payback import payback
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy

C1_FLOWS = (-40000, 5000, 8000, 12000, 30000)


def yearly(flows, rate=0.0):
    """One period after the other, flowing evenly; a payment at once first. Discounted at the end of each period."""
    first, *rest = flows
    pieces = [Piece(start=0, end=0, amount=first)]
    return pieces + [Piece(start=n, end=n + 1, amount=flow / (1 + rate) ** (n + 1)) for n, flow in enumerate(rest)]


@pytest.mark.parametrize(("rate", "periods"), [(0.0, 3.5), (0.08, 3.860993)])
def test_payback_is_the_published_one(rate, periods):
    assert payback(yearly(C1_FLOWS, rate), 4).value == pytest.approx(periods, abs=5e-7)  # C1.5


def test_minimal_record_pays_back_in_the_fifth_month(decision):
    record = decision({"id": "cache", "gain": "30k..60k per year", "cost": "12k..25k"})
    pieces = option_pieces(resolve(record, Policy()), 0)
    plain, late = payback(pieces, 12).value, payback(discounted(pieces, 0.08), 12).value
    assert plain == pytest.approx(4.9, abs=0.05)  # G5
    assert plain < late < 5.1


@pytest.mark.parametrize(
    ("amounts", "month"),
    [
        ((-10, 20), 0.5),
        ((-10, 10), 1),
        ((-10, 20, -20, 40), 2.25),
        ((10, 20), None),
        ((10, -5, 20), 0),
        ((-10, 5), None),
        ((), None),
        ((0, 0), None),
    ],
)
def test_money_is_back_when_the_balance_stays_above_zero(amounts, month):
    found = payback(yearly(amounts) if amounts else (), 24)
    assert found.value == month
    assert (found.reason is None) == (month is not None)


def test_month_of_payback_may_be_a_single_payment():
    pieces = (Piece(start=0, end=0, amount=-10), Piece(start=0, end=8, amount=4), Piece(start=5, end=5, amount=30))
    assert payback(pieces, 8).value == 5


def test_reason_names_the_horizon():
    assert payback(yearly((-10, 5)), 24).reason == "it is not paid back within 24 months"


spans = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda pair: (pair[0] / 2, (pair[0] + pair[1]) / 2))
flows = st.lists(st.tuples(spans, st.integers(-1000, 1000)), max_size=12)


@given(flows)
def test_balance_is_zero_at_payback_and_never_below_after(drawn):
    pieces = merged(Piece(start=start, end=end, amount=float(amount)) for (start, end), amount in drawn)
    month = payback(pieces, 24).value
    moved = 1e-9 * (1 + sum(abs(piece.amount) for piece in pieces))
    total = math.fsum(piece.amount for piece in pieces)
    if month is None:
        assert total < 0 or all(piece.amount >= 0 for piece in pieces)
        return
    assert total >= -moved
    later = [month, *(edge for piece in pieces for edge in (piece.start, piece.end) if edge >= month)]
    assert min(balance(pieces, edge) for edge in later) >= -moved
    if month > 0:
        jumps = math.fsum(piece.amount for piece in pieces if piece.start == piece.end == month)
        assert balance(pieces, month) - jumps <= moved


def balance(pieces, month):
    return math.fsum(each.amount * share(each, month) for each in pieces)


def share(piece, month):
    if month <= piece.start < piece.end or month < piece.start:
        return 0.0
    return 1.0 if month >= piece.end else (month - piece.start) / (piece.end - piece.start)
