"""How exactly a test set tells what is claimed from it: a model's lead over its baseline, or a change of a metric."""

import math

from msgspec import Struct

from roi_plugin.economics.class_matrix import Matrix, refuse_unless_square
from roi_plugin.economics.classifiers import fixed_answer
from roi_plugin.economics.compared_metric import baseline_of, change_sought, comparison_of, is_a_share, mean_of
from roi_plugin.economics.comparisons import PairedShares
from roi_plugin.economics.confusion_cells import Shares
from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample_size import half_width
from roi_plugin.economics.share_interval import share_half_width, wilson_interval
from roi_plugin.economics.two_classes import TwoClasses
from roi_plugin.model.measurement import Metric
from roi_plugin.model.model_outcomes import BaselinePolicy, ModelOutcomes

_RIGHT = frozenset({"tp", "tn"})
"""The cells whose answers are right."""


class HoldOutClaim(Struct, frozen=True, kw_only=True):
    """A lead of `delta`, told to `half_width` either way by `size` cases; both are differences of shares, fractions.

    `paired` says that both ways answered the same cases and how often they differ is known; else the width is that of
    the one share.
    """

    delta: float
    half_width: float
    size: float
    paired: bool

    @property
    def needed(self) -> int:
        """The cases that would tell it exactly enough; NoFigureError where no number of them does."""
        try:
            return math.ceil(self.size * (self.half_width / self.delta) ** 2)
        except (OverflowError, ZeroDivisionError):
            raise NoFigureError(TOO_LARGE) from None


def claim_of_outcomes(outcomes: ModelOutcomes, significance: float) -> HoldOutClaim:
    """What a model's test set claims: more right answers than the baseline, or fewer (below 0).

    Raises:
        NoFigureError: the test set or its size is not known, or there is no baseline.
    """
    several = outcomes.matrix and not (outcomes.confusion or outcomes.rates or outcomes.paired)
    return _of_several(outcomes, significance) if several else _of_two(outcomes, significance)


def claim_of_metric(metric: Metric, significance: float) -> HoldOutClaim:
    """What a metric of a test set of `sample.units` cases claims with the change it seeks, `mde`.

    Raises:
        NoFigureError: it is no share, or does not say enough.
    """
    if metric.sample is None or metric.sample.units is None or not is_a_share(metric):
        raise NoFigureError(f"`{metric.id}` is no share of a known number of cases")
    size, delta, comparison = mean_of(metric.sample.units), abs(change_sought(metric)), comparison_of(metric)
    if comparison.split is None:
        width = half_width(comparison, size, significance)
        return HoldOutClaim(delta=delta, half_width=width, size=size, paired=True)
    return HoldOutClaim(
        delta=delta, half_width=_width(baseline_of(metric), size, significance), size=size, paired=False
    )


def _of_two(outcomes: ModelOutcomes, significance: float) -> HoldOutClaim:
    two = TwoClasses(outcomes, "")
    size, right = two.model.size, _right(two.model.shares)
    if size is None:
        raise NoFigureError("the size of the test set is not known: add `sample`")
    rule = outcomes.baseline.rule if outcomes.baseline else None
    if rule:
        pairs = {(cell, fixed_answer(rule, cell)): share for cell, share in two.model.shares.items()}
    elif two.table and two.paired():
        pairs = {cells: count / two.table.size for cells, count in two.table.counts.items()}
    else:
        return _apart(right, _right(two.baseline.shares), size, significance)
    won = math.fsum(share for (new, old), share in pairs.items() if new in _RIGHT and old not in _RIGHT)
    lost = math.fsum(share for (new, old), share in pairs.items() if old in _RIGHT and new not in _RIGHT)
    return _on_the_same(won, lost, size, significance)


def _of_several(outcomes: ModelOutcomes, significance: float) -> HoldOutClaim:
    counts, base = outcomes.matrix, outcomes.baseline or BaselinePolicy()
    refuse_unless_square({"matrix": counts} | ({"baseline.matrix": base.matrix} if base.matrix else {}))
    size = _size(counts)
    if base.matrix:
        return _apart(_on_diagonal(counts) / size, _on_diagonal(base.matrix) / _size(base.matrix), size, significance)
    if base.always not in outcomes.labels[: len(counts)]:
        raise NoFigureError("no baseline is given")
    at = outcomes.labels.index(base.always)
    won = (_on_diagonal(counts) - counts[at][at]) / size
    lost = (math.fsum(counts[at]) - counts[at][at]) / size
    return _on_the_same(won, lost, size, significance)


def _apart(right: float, before: float, size: float, significance: float) -> HoldOutClaim:
    width = _width(right, size, significance)
    return HoldOutClaim(delta=right - before, half_width=width, size=size, paired=False)


def _on_the_same(won: float, lost: float, size: float, significance: float) -> HoldOutClaim:
    """Both ways on the same cases, of which the one wins a share and loses another."""
    width = half_width(PairedShares(discordant=won + lost), size, significance)
    return HoldOutClaim(delta=won - lost, half_width=width, size=size, paired=True)


def _size(counts: Matrix) -> float:
    size = math.fsum(map(math.fsum, counts))
    if size <= 0:
        raise NoFigureError("the matrix holds no answers")
    return size


def _on_diagonal(counts: Matrix) -> float:
    return math.fsum(row[index] for index, row in enumerate(counts))


def _right(shares: Shares) -> float:
    return math.fsum(shares[cell] for cell in _RIGHT)


def _width(share: float, size: float, significance: float) -> float:
    """Half the width around a share; where all cases or none count, half of Wilson's interval, which has one there."""
    if 0 < share < 1:
        return share_half_width(share, size, significance)
    low, high = wilson_interval(share, size, significance)
    return (high - low) / 2
