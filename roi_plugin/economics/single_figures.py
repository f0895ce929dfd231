"""One figure of a result: a number, or the reason why there is none."""

import math

from msgspec import Struct

from roi_plugin.economics.expectation import TOO_LARGE


class SingleFigure(Struct, frozen=True, kw_only=True):
    """A number, or None and a reason: a phrase without full stop, fit to stand behind a colon."""

    value: float | None = None
    reason: str | None = None


def single_figure(value: float) -> SingleFigure:
    """The number as a figure; what is not finite has a reason instead."""
    return SingleFigure(value=value) if math.isfinite(value) else SingleFigure(reason=TOO_LARGE)
