"""Worked examples: Kaplan and Meier (1958), section 2; remissions of leukaemia, Freireich and others (1963)."""

import pytest

from roi_plugin.economics.median_life import Observed, median_life, shares_left

KAPLAN_MEIER = "0.8 1.0+ 2.7+ 3.1 5.4 7.0+ 9.2 12.1+"
TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"


def lives(text):
    return [Observed(months=float(word.rstrip("+")), is_over=not word.endswith("+")) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (KAPLAN_MEIER, [(0.8, 0.875), (3.1, 0.7), (5.4, 0.525), (9.2, 0.2625)]),
        (TREATED, [(6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448)]),
        ("", []),
        ("3+ 4+", []),
    ],
)
def test_the_shares_left_are_those_of_the_worked_examples(text, expected):
    assert [(months, round(share, 4)) for months, share in shares_left(lives(text))] == [
        (months, pytest.approx(share, abs=6e-4)) for months, share in expected
    ]


@pytest.mark.parametrize(
    ("text", "months"),
    [(KAPLAN_MEIER, 9.2), (TREATED, 23), (PLACEBO, 8), ("1 2 3 4 5", 3), ("1 2 3 4 5 6", 3), ("7 7 7 7 7", 7)],
)
def test_the_median_is_the_length_at_which_no_more_than_half_are_left(text, months):
    assert median_life(lives(text)).months == months


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 2 3 4", "too few to tell"),
        ("", "too few to tell"),
        ("1+ 2+ 3+ 4+ 5+", "none is over yet"),
        ("1 2+ 3+ 4+ 5+", "longer than any was watched"),
    ],
)
def test_where_there_is_no_median_it_says_why(text, reason):
    found = median_life(lives(text))
    assert (found.months, found.reason) == (None, reason)


def test_what_still_lives_is_not_taken_for_over():
    half, doubled = median_life(lives("2 4 6 8 10")), median_life(lives("2 4 6 8 10 11+ 12+ 13+"))
    assert (half.months, doubled.months) == (6, 8)
    assert (doubled.lives, doubled.over) == (8, 5)


def test_one_that_was_watched_exactly_as_long_as_another_lived_counts_beside_it():
    assert shares_left(lives("5 5+")) == [(5, 0.5)]
