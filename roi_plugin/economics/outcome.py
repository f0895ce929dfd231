"""What a model's answers are worth, figure by figure, each with the reason where it is missing."""

import math
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.reasons import NoFigureError


class Outcome(Struct, frozen=True, kw_only=True):
    """What a model's answers are worth; money, but for `threshold` and `captured`, which are fractions.

    `per_decision` is a mean over all answers, `per_year` that times the volume. `delta_...` is the gain over the
    baseline, `delta_low` and `delta_high` a 95 % interval for the error of the test sets and the ranges of values and
    volume. The ceiling is what a model without faults would earn a year; `captured` is the share of the way from the
    baseline to it. `threshold` is the probability from which on answering yes pays. `reasons` says, by figure, why one
    is None; `notes` are sentences a reader of the figures has to know.
    """

    per_decision: float | None = None
    per_year: float | None = None
    baseline_per_decision: float | None = None
    delta_per_decision: float | None = None
    delta_per_year: float | None = None
    delta_low: float | None = None
    delta_high: float | None = None
    ceiling_per_year: float | None = None
    threshold: float | None = None
    captured: float | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def reason(self) -> str | None:
        """All reasons, each once."""
        return "; ".join(dict.fromkeys(self.reasons.values())) or None


def outcome_of(figures: Mapping[str, Callable[[], float]], notes: Sequence[str]) -> Outcome:
    """The outcome with every figure that can be computed; a figure that cannot be raises NoFigureError."""
    found: dict[str, float] = {}
    reasons: dict[str, str] = {}
    for name, figure in figures.items():
        try:
            found[name] = _finite(figure())
        except NoFigureError as reason:
            reasons[name] = str(reason)
        except OverflowError:
            reasons[name] = TOO_LARGE
    return Outcome(**found, reasons=reasons, notes=tuple(notes))


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise NoFigureError(TOO_LARGE)
    return value
