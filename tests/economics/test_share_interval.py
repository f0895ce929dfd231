"""How exactly a sample tells one share: the specification's section E0.6."""

import pytest

from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.share_interval import share_half_width, size_for_half_width, wilson_interval


def test_a_hundred_cases_cannot_tell_one_point():
    assert share_half_width(0.90, 100, 0.05) == pytest.approx(0.059, abs=5e-4)  # E0.6


def test_wilson_interval_of_ninety_in_a_hundred():
    assert wilson_interval(0.90, 100, 0.05) == pytest.approx((0.826, 0.945), abs=5e-4)  # E0.6


@pytest.mark.parametrize(("share", "size"), [(0.90, 3_458), (0.50, 9_604), (0.95, 1_825)])
def test_thousands_of_cases_tell_one_point(share, size):
    assert size_for_half_width(share, 0.01, 0.05) == size  # E0.6
    assert share_half_width(share, size, 0.05) <= 0.01 < share_half_width(share, size - 1, 0.05)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_wilson_interval_stays_inside_and_knows_an_error_at_the_ends(share):
    low, high = wilson_interval(share, 10, 0.05)
    assert 0 <= low <= share <= high <= 1
    assert high - low == pytest.approx(0.2775, abs=5e-5)  # z^2 / (n + z^2)


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda: share_half_width(1.0, 100, 0.05), "the share is 100 %, expected more than 0 % and less than 100 %"),
        (lambda: size_for_half_width(0.0, 0.01, 0.05), "the share is 0 %, expected more than 0 % and less than 100 %"),
        (lambda: share_half_width(0.5, 0, 0.05), "the sample is empty"),
        (lambda: wilson_interval(0.5, 0, 0.05), "the sample is empty"),
        (lambda: wilson_interval(1.1, 10, 0.05), "the share is 110 %, expected 0 % to 100 %"),
        (lambda: size_for_half_width(0.5, 0.0, 0.05), "a half-width of 0 % cannot be reached, expected more than 0 %"),
        (lambda: size_for_half_width(0.5, 1e-300, 0.05), "its numbers are too large to compute with"),
    ],
)
def test_what_a_sample_cannot_tell_has_a_reason(ask, reason):
    with pytest.raises(NoFigureError) as caught:
        ask()
    assert str(caught.value) == reason
