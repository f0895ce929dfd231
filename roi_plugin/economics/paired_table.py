"""Two classifiers on the same test set: how many answers by (cell of the new one, cell of the old one)."""

import math
from collections.abc import Mapping

from msgspec import Struct

from roi_plugin.economics.classifiers import Classifier, Values
from roi_plugin.economics.confusion_cells import CELLS, POSITIVES
from roi_plugin.economics.hold_out import Group, HoldOut
from roi_plugin.economics.reasons import NoFigureError

_SLACK = 1e-9


class PairedTable(Struct, frozen=True, kw_only=True):
    """Counts by (new cell, old cell); together more than 0, and both cells of a pair of the same class."""

    counts: Mapping[tuple[str, str], float]

    @property
    def size(self) -> float:
        """How many answers there are."""
        return math.fsum(self.counts.values())

    def side(self, index: int) -> Classifier:
        """The new classifier (0) or the old one (1), alone."""
        shares = dict.fromkeys(CELLS, 0.0)
        for cells, count in self.counts.items():
            shares[cells[index]] += count / self.size
        return Classifier(shares=shares, size=self.size)

    def difference(self, values: Values, prevalence: float | None) -> HoldOut:
        """What the new answers are worth beyond the old ones, case by case."""
        groups = (
            Group(positive=new in POSITIVES, share=count / self.size, value=values[new] - values[old])
            for (new, old), count in self.counts.items()
        )
        return HoldOut(groups=tuple(groups), size=self.size, prevalence=prevalence)

    def holds_all_of(self, classifier: Classifier, index: int) -> bool:
        """Whether the table holds every answer of that classifier; NoFigureError where the two contradict each other.

        A table of only a part of the answers is no contradiction.
        """
        if not classifier.counted or classifier.size is None:
            return False
        own = self.side(index)
        complete = math.isclose(self.size, classifier.size, rel_tol=_SLACK)
        for cell in CELLS:
            here, there = own.shares[cell] * self.size, classifier.shares[cell] * classifier.size
            fits = math.isclose(here, there, rel_tol=_SLACK, abs_tol=_SLACK * self.size)
            if not fits and (complete or here > there):
                whose = ("confusion", "baseline")[index]
                raise NoFigureError(f"`paired` has {here:g} `{cell}`, but `{whose}` has {there:g}")
        return complete


def paired_table(counts: Mapping[str, Mapping[str, float]]) -> PairedTable | None:
    """The table as written; None where it is empty, NoFigureError where a case would change its class."""
    pairs = {(new, old): count for new, row in counts.items() for old, count in row.items() if count}
    for new, old in pairs:
        if (new in POSITIVES) is not (old in POSITIVES):
            raise NoFigureError(
                f"`paired` counts cases as `{new}` and `{old}`, but no case is both positive and negative"
            )
    return PairedTable(counts=pairs) if pairs else None
