"""How exactly a sample tells one share, such as the accuracy on a test set.

Shares and widths are fractions, sizes the number of independent cases.
"""

import math

from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample_size import critical
from roi_plugin.economics.wording import percent


def share_half_width(share: float, size: float, significance: float) -> float:
    """Half the width of the interval around a share, by the normal approximation: z sqrt(p (1 - p) / n).

    Raises:
        NoFigureError: the share is 0 or 1, where the approximation knows no error (`wilson_interval` does), it lies
            beyond, or the sample is empty.
    """
    _refuse_certain(share)
    _refuse_empty(size)
    return critical(significance) * math.sqrt(share * (1 - share) / size)


def size_for_half_width(share: float, width: float, significance: float) -> int:
    """The cases with which the interval around a share is `width` to each side, rounded up.

    Raises:
        NoFigureError: the share does not lie between 0 and 1, or the width is not above 0 or too small to compute with.
    """
    _refuse_certain(share)
    if not width > 0:
        raise NoFigureError(f"a half-width of {percent(width)} cannot be reached, expected more than 0 %")
    try:
        return math.ceil((critical(significance) / width) ** 2 * share * (1 - share))
    except OverflowError:
        raise NoFigureError(TOO_LARGE) from None


def wilson_interval(share: float, size: float, significance: float) -> tuple[float, float]:
    """The interval around a share from 0 to 1, both included; it stays inside and has a width at the ends too.

    Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American
    Statistical Association 22 (1927). Raises NoFigureError where the share lies beyond or the sample is empty.
    """
    if not 0 <= share <= 1:
        raise NoFigureError(f"the share is {percent(share)}, expected 0 % to 100 %")
    _refuse_empty(size)
    pull = critical(significance) ** 2 / size
    middle = (share + pull / 2) / (1 + pull)
    width = math.sqrt(pull * share * (1 - share) + pull**2 / 4) / (1 + pull)
    return max(0.0, middle - width), min(1.0, middle + width)


def _refuse_certain(share: float) -> None:
    if not 0 < share < 1:
        raise NoFigureError(f"the share is {percent(share)}, expected more than 0 % and less than 100 %")


def _refuse_empty(size: float) -> None:
    if not size > 0:
        raise NoFigureError("the sample is empty")
