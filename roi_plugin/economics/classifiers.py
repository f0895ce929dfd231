"""What a classifier answers: the share of each cell on its test set, from counts, rates, a fixed answer or pairs."""

import math
from collections.abc import Mapping

from msgspec import Struct

from roi_plugin.economics.confusion_cells import CELLS, POSITIVES, Shares, counts_in, share_of
from roi_plugin.economics.hold_out import Group, HoldOut
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.model_outcomes import Cells, Rates

ALWAYS_NO, ALWAYS_YES = "all-negative", "all-positive"

Values = Mapping[str, float]
"""What one answer of each cell is worth."""


class Classifier(Struct, frozen=True, kw_only=True):
    """The share of each cell, and the size of the test set; `counted` if the shares are those of a test set.

    Rates have no share of positives of their own: their shares hold in production as they stand.
    """

    shares: Shares
    size: float | None
    counted: bool = True

    @property
    def prevalence(self) -> float:
        """The share of positives."""
        return math.fsum(self.shares[cell] for cell in POSITIVES)

    def worth(self, values: Values, prevalence: float | None) -> HoldOut:
        """What its answers are worth where `prevalence` of all cases are positive; None: as on the test set."""
        groups = (Group(positive=cell in POSITIVES, share=self.shares[cell], value=values[cell]) for cell in CELLS)
        return HoldOut(groups=tuple(groups), size=self.size, prevalence=prevalence if self.counted else None)

    def worth_above(self, rule: str, values: Values, prevalence: float | None) -> HoldOut:
        """What its answers are worth beyond those of always answering the same, on the same test set."""
        above = {cell: values[cell] - values[fixed_answer(rule, cell)] for cell in CELLS}
        return self.worth(above, prevalence)


def fixed_answer(rule: str, cell: str) -> str:
    """The cell of a case if everything is answered with no (or with yes)."""
    if rule == ALWAYS_YES:
        return "tp" if cell in POSITIVES else "fp"
    return "fn" if cell in POSITIVES else "tn"


def from_counts(confusion: Cells) -> Classifier:
    """The classifier that these counts describe."""
    counts = counts_in(confusion)
    size = math.fsum(counts.values())
    return Classifier(shares={cell: count / size for cell, count in counts.items()}, size=size)


def from_rates(rates: Rates, prevalence: float | None) -> Classifier:
    """The classifier that these rates describe, where `prevalence` of all cases are positive."""
    if prevalence is None:
        raise NoFigureError("rates say nothing without the share of positives: add `prevalence`")
    tpr, fpr = share_of(rates.tpr), share_of(rates.fpr)
    shares = {
        "tp": prevalence * tpr,
        "fn": prevalence * (1 - tpr),
        "fp": (1 - prevalence) * fpr,
        "tn": (1 - prevalence) * (1 - fpr),
    }
    return Classifier(shares=shares, size=rates.sample, counted=False)


def from_rule(rule: str, prevalence: float) -> Classifier:
    """The classifier that always answers the same, where `prevalence` of all cases are positive."""
    cases = {"tp": prevalence, "tn": 1 - prevalence}
    answers = {fixed_answer(rule, cell): share for cell, share in cases.items()}
    return Classifier(shares=dict.fromkeys(CELLS, 0.0) | answers, size=None, counted=False)
