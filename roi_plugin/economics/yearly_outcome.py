"""A year of a model's answers against a year of its baseline's, and how far chance may have moved the difference."""

import math
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Protocol

from roi_plugin.economics.confusion_cells import yearly, yearly_deviation
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.estimate import Estimate

STANDARD_ERRORS = 1.96
"""A 95 % confidence interval reaches this many standard errors to each side."""


class Answers(Protocol):
    """What one answer is worth; each figure is money, or a fraction, and NoFigureError where it cannot be computed."""

    def per_decision(self) -> float: ...  # noqa: D102
    def baseline_per_decision(self) -> float: ...  # noqa: D102
    def variance(self) -> float: ...  # noqa: D102
    def ceiling(self) -> float: ...  # noqa: D102
    def threshold(self) -> float: ...  # noqa: D102


class YearlyOutcome:
    """The figures of `answers` a year; NoFigureError as there."""

    def __init__(self, answers: Answers, volume: Estimate | None) -> None:
        self._answers = answers
        self._stated_volume = volume

    @property
    def figures(self) -> Mapping[str, Callable[[], float]]:
        """Each figure of an outcome by its name."""
        one = self._answers
        return {
            "per_decision": one.per_decision,
            "per_year": lambda: one.per_decision() * self._volume,
            "baseline_per_decision": one.baseline_per_decision,
            "delta_per_decision": self._delta,
            "delta_per_year": lambda: self._delta() * self._volume,
            "delta_low": lambda: self._bound(-1),
            "delta_high": lambda: self._bound(1),
            "ceiling_per_year": lambda: one.ceiling() * self._volume,
            "threshold": one.threshold,
            "captured": self._captured,
        }

    @cached_property
    def _volume(self) -> float:
        return yearly(self._stated())

    def _stated(self) -> Estimate:
        if self._stated_volume is None:
            raise NoFigureError("`volume` is not given, expected for example `1.2M per year`")
        return self._stated_volume

    def _delta(self) -> float:
        return self._answers.per_decision() - self._answers.baseline_per_decision()

    def _bound(self, side: int) -> float:
        error = STANDARD_ERRORS * math.sqrt(self._variance())
        return self._volume * self._delta() + side * error

    def _variance(self) -> float:
        """Of a product of two numbers that do not depend on each other (Goodman 1960, JASA 55:708, equation 2)."""
        error, delta, spread = self._answers.variance(), self._delta(), yearly_deviation(self._stated())
        return self._volume**2 * error + spread**2 * (delta**2 + error)

    def _captured(self) -> float:
        way = self._answers.ceiling() - self._answers.baseline_per_decision()
        if way <= 0:
            raise NoFigureError("a model without faults would earn no more than the baseline")
        return self._delta() / way
