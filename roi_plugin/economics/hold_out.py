"""The mean of what answers on a test set are worth, and how far chance may have moved it.

A test set is a sample of n answers, so the number in each group is multinomial and the mean has the variance
(sum of p v^2 - m^2) / n. Where production has another share of positives than the test set, the groups are weighed
anew with the rates inside each class kept, and the error is that of the two classes, each with its own number.
"""

import math
from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.economics.reasons import NoFigureError


class Group(Struct, frozen=True, kw_only=True):
    """Answers of one kind: their share of the test set, what each is worth, and whether their cases are positive.

    Of several classes none is `positive`.
    """

    share: float
    value: float
    positive: bool = False


class HoldOut(Struct, frozen=True, kw_only=True):
    """A test set; `size` is the number of its answers, `prevalence` the share of positives in production.

    A `size` of None is not known; a `prevalence` of None is the test set's own.
    """

    groups: tuple[Group, ...]
    size: float | None
    prevalence: float | None = None

    @property
    def mean(self) -> float:
        """What an answer is worth in production; NoFigureError where the test set cannot tell."""
        if self.prevalence is None:
            return _mean(self.groups)
        return math.fsum(weight * _mean(groups) for weight, _, groups in self._classes())

    @property
    def variance(self) -> float:
        """The square of the standard error of the mean; NoFigureError where the size is not known."""
        if self.size is None:
            raise NoFigureError("the size of the test set is not known: add `sample`")
        if self.prevalence is None:
            return _variance(self.groups) / self.size
        return math.fsum(
            weight**2 * _variance(groups) / (self.size * share) for weight, share, groups in self._classes()
        )

    def _classes(self) -> list[tuple[float, float, tuple[Group, ...]]]:
        """Of each class: its share in production, its share of the test set, and its groups as shares of the class."""
        positives = self.prevalence or 0.0
        found = []
        for positive, weight in ((True, positives), (False, 1 - positives)):
            share = math.fsum(group.share for group in self.groups if group.positive is positive)
            if weight and not share:
                raise NoFigureError(f"the test set holds no {'positives' if positive else 'negatives'} to learn from")
            if weight:
                found.append((weight, share, tuple(_within(self.groups, positive=positive, total=share))))
        return found


def _within(groups: Iterable[Group], *, positive: bool, total: float) -> Iterable[Group]:
    return (
        Group(positive=positive, share=group.share / total, value=group.value)
        for group in groups
        if group.positive is positive
    )


def _mean(groups: Iterable[Group]) -> float:
    return math.fsum(group.share * group.value for group in groups)


def _variance(groups: tuple[Group, ...]) -> float:
    middle = _mean(groups)
    return math.fsum(group.share * (group.value - middle) ** 2 for group in groups)
