"""A scale for amounts that lie powers of ten apart."""

import itertools

import pytest

from roi_plugin.pages.power_scale import power_scale


def test_each_power_of_ten_takes_about_the_same_room_on_both_sides_of_zero():
    scale = power_scale([-1e6, 1e3, 1e4, 1e5, 1e6])
    assert scale.share(0.0) == pytest.approx(0.5)
    up = [scale.share(value) for value in (1e4, 1e5, 1e6)]
    assert up[1] - up[0] == pytest.approx(up[2] - up[1], rel=0.05)
    assert [scale.share(-value) for value in (1e4, 1e5, 1e6)] == pytest.approx([1 - each for each in up])


def test_places_grow_with_the_amounts_and_end_at_the_ends():
    scale = power_scale([-500.0, 20.0, 3e6])
    places = [scale.share(value) for value in (-1e9, -500.0, -1.0, 0.0, 1.0, 20.0, 3e6, 1e12)]
    assert places == sorted(places)
    assert (places[0], places[1], places[-2], places[-1]) == (0.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("means", "words"),
    [
        ([1e3, 2e4, 5e5, 2e6], ["0", "1k", "10k", "100k", "1M"]),
        ([-3e4, 2e5, 4e5], ["-20k", "-10k", "0", "10k", "20k", "50k", "100k", "200k"]),
        ([4.0], ["0", "1", "2"]),
        ([-4.0], ["-2", "-1", "0"]),
    ],
)
def test_lines_stand_at_round_amounts(means, words):
    assert [text for text, _ in power_scale(means).ticks] == words


def test_lines_are_few_and_apart_however_far_a_range_reaches():
    scale = power_scale([1e3, 1e6], [-1e18, 1e18])
    places = [place for _, place in scale.ticks]
    assert 3 <= len(places) <= 20
    assert min(after - before for before, after in itertools.pairwise(places)) > 0.02


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ([3e4, 5e4, 8e4], ["20k", "50k"]),
        ([0.0, 3e4, 8e4], ["0", "10k", "20k", "50k"]),
        ([-5.0, 9.0], ["-5", "-2", "-1"]),
    ],
)
def test_what_is_all_above_zero_needs_no_room_from_there_on(amounts, words):
    scale = power_scale(amounts).above(min(amounts))
    assert [text for text, _ in scale.ticks][: len(words)] == words
    assert scale.share(min(amounts)) < 0.4


def test_small_amounts_do_not_push_the_large_ones_together():
    scale = power_scale([1e-6, 1.0, 1e6])
    assert scale.share(1e6) - scale.share(1e5) > 0.2


@pytest.mark.parametrize("means", [[], [0.0, 0.0], [float("nan"), float("inf")]])
def test_what_cannot_be_told_apart_has_no_scale(means):
    assert power_scale(means) is None


def test_what_is_beyond_computing_moves_no_end():
    assert power_scale([10.0], [float("inf"), float("nan")]) == power_scale([10.0])
