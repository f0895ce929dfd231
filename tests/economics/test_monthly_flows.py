"""When the money of an option flows."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roi_plugin.economics.monthly_flows import Piece, by_month, discounted, merged, option_pieces
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.returns import option_returns
from roi_plugin.model.policy import Policy


def test_gains_of_the_same_span_are_one_and_costs_another(decision):
    cost = {"id": "c", "money": "6 per year"}
    option = {"id": "a", "gain": "12 per year", "costs": [cost, cost | {"id": "e"}, {"id": "d", "money": 5}]}
    pieces = option_pieces(resolve(decision(option, horizon="3 months"), Policy()), 0)
    assert [(piece.start, piece.end) for piece in pieces] == [(0, 0), (0, 1), (0, 1), (1, 2), (1, 2), (2, 3), (2, 3)]
    assert [piece.amount for piece in pieces] == pytest.approx([-5, -1, 1, -1, 1, -1, 1])


def test_single_money_falls_into_its_month_and_streams_into_all_of_theirs(decision):
    gain = {"id": "g", "value": "12 per year", "from": 1.5, "p": 0.5}
    costs = [{"id": "c", "money": 10}, {"id": "d", "money": 7, "when": 2.25}, {"id": "e", "money": 3, "when": 4}]
    record = decision({"id": "a", "gains": [gain], "costs": costs}, horizon="4 months")
    pieces = option_pieces(resolve(record, Policy()), 0)
    assert by_month(pieces, 4) == pytest.approx((-10, 0.25, 0.5 - 7, 0.5 - 3))


def test_what_lies_behind_the_horizon_does_not_flow(decision):
    costs = [{"id": "c", "money": 10, "when": 13}, {"id": "d", "money": "12 per year", "from": 11}]
    pieces = option_pieces(resolve(decision({"id": "a", "gain": 1, "costs": costs}), Policy()), 0)
    assert pieces == (Piece(start=0, end=0, amount=1), Piece(start=11, end=12, amount=pytest.approx(-1)))


def test_line_without_a_figure_is_the_reason(decision):
    resolution = resolve(decision({"id": "a", "gain": 1, "cost": "x"}), Policy())
    with pytest.raises(NoFigureError, match="`cost`: it uses `x`, which is not in this record"):
        option_pieces(resolution, 0)


def test_flagship_flows_add_up_to_its_net_value(decision, flagship):
    record = decision(*flagship["options"], correlations=flagship["correlations"], **flagship["terms"])
    pieces = option_pieces(resolve(record, Policy()), 2)
    worth = math.fsum(piece.amount for piece in discounted(pieces, 0.10))
    assert worth == pytest.approx(-102_124.02, abs=0.005)  # F1
    assert by_month(pieces, 24)[0] == pytest.approx(-154_127.36, abs=0.005)


months = st.floats(0, 30)
pairs = st.tuples(months, months).map(sorted)
rates = st.sampled_from(["0%", "8%", "50%"])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.tuples(pairs, pairs, st.floats(0, 20)), rates, st.floats(0, 1))
def test_discounted_flows_add_up_to_the_net_value(decision, times, rate, p):
    gained, paid, ramp = times
    gain = {"id": "g", "value": "10..90 per month", "from": gained[0], "to": gained[1], "ramp": ramp, "p": p}
    costs = [
        {"id": "c", "money": "7..9 per week", "from": paid[0], "to": paid[1]},
        {"id": "d", "money": 100, "when": paid[1]},
    ]
    record = decision({"id": "a", "gains": [gain], "costs": costs}, discount_rate=rate, horizon="24 months")
    option = option_returns(record, Policy()).options[0]
    terms = resolve(record, Policy()).terms
    pieces = discounted(option_pieces(resolve(record, Policy()), 0), terms.discount_rate)
    size = option.gain.mean + option.cost.mean
    assert math.fsum(piece.amount for piece in pieces) == pytest.approx(option.npv.mean, abs=1e-9 * (1 + size))


def test_merging_keeps_all_money():
    pieces = [Piece(start=0, end=1, amount=2), Piece(start=0, end=0, amount=-1), Piece(start=0, end=1, amount=3)]
    assert merged(pieces) == (Piece(start=0, end=0, amount=-1), Piece(start=0, end=1, amount=5))
