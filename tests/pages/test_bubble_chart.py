"""Decisions by cost and worth, as a picture."""

import re

import pytest

from roi_plugin.language import speaking
from roi_plugin.pages.bubble_chart import MOST, NAMED, Bubble, bubble_chart
from roi_plugin.pages.catalogues import catalogue


def _one(number: str = "1", **figures) -> Bubble:
    known = {"title": "Tune", "cost": 20e3, "mean": 52e3, "p5": -5e3, "p95": 237e3}
    return Bubble(**{"number": number, **known, **figures})


def _chart(*bubbles: Bubble) -> str:
    return str(bubble_chart("roi-x", bubbles, "EUR"))


def _drawn(text: str) -> str:
    return text.partition("roi-legend")[0]


def _places(text: str) -> list[tuple[float, float]]:
    found = re.findall(r'<circle class="[^"]*" cx="([\d.]+)%" cy="([\d.]+)"', text)
    return [(float(x), float(y)) for x, y in found]


def test_a_chart_says_in_words_what_it_draws_and_holds_no_link_or_script():
    text = _chart(_one(), _one("2", title="Adopt", mean=-102e3, p5=None, p95=None))
    assert '<svg role="img" aria-labelledby="roi-x-title roi-x-desc"' in text
    assert (
        '<desc id="roi-x-desc">2 decisions, the largest first. '
        "2 Adopt: costs 20k EUR, expected to be worth -102k EUR. "
        "1 Tune: costs 20k EUR, expected to be worth 52k EUR, 90 % range -5k to 237k.</desc>"
    ) in text
    assert not set(re.findall(r"<(\w+)", text)) & {"a", "script", "image", "foreignObject", "style"}


def test_what_costs_more_stands_further_right_and_what_is_worth_more_higher():
    (cheap, low), (dear, high) = sorted(_places(_chart(_one(cost=1e3, mean=-5e3), _one("2", cost=1e5, mean=9e4))))
    assert cheap < dear
    assert low > high


def test_the_area_grows_with_the_stakes_and_small_ones_lie_above_large_ones():
    text = _chart(*(_one(str(stakes), stakes=stakes, mean=1e4 * (stakes + 1)) for stakes in range(3)))
    radii = [float(found) for found in re.findall(r'cy="[\d.]+" r="([\d.]+)"><title>', text)]
    assert radii == [14.0, 9.0, 5.0]


def test_a_range_is_a_line_and_what_has_none_has_no_line():
    text = _chart(_one(), _one("2", p5=None, p95=None), _one("3", p5=52e3, p95=52e3))
    assert _drawn(text).count("roi-bubbles__range") == 1


def test_in_a_crowd_all_are_smaller_and_only_the_ten_largest_have_their_ranges():
    few, many = (_chart(*(_one(str(at), mean=1e3 * (at + 1)) for at in range(count))) for count in (40, 41))
    assert _drawn(few).count("roi-bubbles__range") == 40
    assert _drawn(many).count("roi-bubbles__range") == NAMED
    assert 'r="5.0"><title>' in few
    assert 'r="5.0"><title>' not in many


def test_what_nobody_watches_is_told_by_its_outline():
    text = _chart(_one(watched=False), _one("2"))
    assert _drawn(text).count("roi-bubble--open") == 1


def test_the_largest_are_drawn_and_the_ten_largest_may_have_names_losses_too():
    many = [_one(str(at), mean=(-1) ** at * 1e3 * (at + 1), cost=500.0 * (at + 1)) for at in range(MOST + 30)]
    text = _chart(*many)
    assert len(_places(text)) == MOST
    assert "30 smaller decisions are not drawn." in text
    named = [int(found) for found in re.findall(r'text-anchor="\w+">(\d+)<tspan', text)]
    assert named
    assert min(named) >= len(many) - NAMED


def test_the_order_in_which_they_come_changes_nothing():
    several = [_one(str(at), mean=1e3) for at in range(20)]
    assert _chart(*several) == _chart(*reversed(several))


@pytest.mark.parametrize("bubbles", [[], [_one()], [_one(cost=0.0), _one("2", cost=0.0)]])
def test_where_there_is_nothing_to_tell_apart_there_is_no_chart(bubbles):
    assert _chart(*bubbles) == ""


def test_markup_in_a_number_or_a_title_is_text():
    text = _chart(_one("<img src=x>", title="</svg><script>alert(1)</script>"), _one("2"))
    assert "<img" not in text
    assert "<script" not in text


def test_the_chart_speaks_the_language():
    with speaking(catalogue("de")):
        assert "Erwartete Kosten, EUR" in _chart(_one(), _one("2"))
