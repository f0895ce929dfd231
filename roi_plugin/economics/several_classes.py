"""What the answers of a model of several classes are worth: against a baseline, a model without faults, and chance."""

import math
from collections.abc import Iterator
from functools import cached_property

from roi_plugin.economics.class_matrix import Matrix, answers, faultless, refuse_unless_square
from roi_plugin.economics.hold_out import HoldOut
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.wording import percent
from roi_plugin.economics.yearly_outcome import STANDARD_ERRORS
from roi_plugin.model.model_outcomes import BaselinePolicy, ModelOutcomes

_NO_BASELINE = "no baseline is given: expected the `matrix` of today's model, or the class that is `always` answered"
_NO_THRESHOLD = "with several classes there is no single threshold: each case is worth the answer that promises most"


class SeveralClasses:
    """A model's figures; each is money, or a fraction, and NoFigureError where it cannot be computed."""

    def __init__(self, outcomes: ModelOutcomes) -> None:
        self._outcomes = outcomes
        self._base = outcomes.baseline or BaselinePolicy()

    @cached_property
    def values(self) -> Matrix:
        """What one answer is worth by class; the counts have the same size."""
        refuse_unless_square({"matrix": self._outcomes.matrix, "values": self._outcomes.values})
        return self._outcomes.values

    def per_decision(self) -> float:
        """What an answer of the model is worth."""
        return answers(self._outcomes.matrix, self.values).mean

    def baseline_per_decision(self) -> float:
        """What an answer of the baseline is worth."""
        if self._base.matrix:
            return self._baseline().mean
        return answers(self._outcomes.matrix, self._always()).mean

    def variance(self) -> float:
        """The square of the standard error of what the model adds to the baseline, an answer."""
        counts, values = self._outcomes.matrix, self.values
        if self._base.matrix:
            return answers(counts, values).variance + self._baseline().variance
        above = [
            [worth - fixed for worth, fixed in zip(row, always, strict=True)]
            for row, always in zip(values, self._always(), strict=True)
        ]
        return answers(counts, above).variance

    def ceiling(self) -> float:
        """What an answer of a model without faults is worth."""
        return answers(faultless(self._outcomes.matrix), self.values).mean

    def threshold(self) -> float:
        """There is none."""
        raise NoFigureError(_NO_THRESHOLD)

    def notes(self) -> Iterator[str]:
        """What a reader of the figures has to know, as whole sentences."""
        try:
            values = self.values
        except NoFigureError:
            return
        for index, row in enumerate(values):
            if row[index] < max(row):
                yield f"For `{self._name(index)}` a wrong answer is worth more than the right one."
        if self._base.matrix:
            yield from self._unlike()

    def _unlike(self) -> Iterator[str]:
        """The classes whose shares of the two test sets chance does not explain."""
        try:
            self._baseline()
        except NoFigureError:
            return
        yield "The interval takes the two test sets as independent."
        sizes = [math.fsum(math.fsum(row) for row in counts) for counts in (self._outcomes.matrix, self._base.matrix)]
        for index, rows in enumerate(zip(self._outcomes.matrix, self._base.matrix, strict=True)):
            one, other = (math.fsum(row) / size for row, size in zip(rows, sizes, strict=True))
            error = math.sqrt(
                math.fsum(share * (1 - share) / size for share, size in zip((one, other), sizes, strict=True))
            )
            if abs(one - other) > STANDARD_ERRORS * error:
                yield (
                    f"`{self._name(index)}` is {percent(one)} of the model's test set and {percent(other)} of the "
                    "baseline's, so that a part of the difference is that of the test sets."
                )

    def _name(self, index: int) -> str:
        labels = self._outcomes.labels
        return labels[index] if index < len(labels) else f"class {index + 1}"

    def _baseline(self) -> HoldOut:
        refuse_unless_square({"values": self.values, "baseline.matrix": self._base.matrix})
        return answers(self._base.matrix, self.values, name="baseline.matrix")

    def _always(self) -> Matrix:
        """What each answer would be worth if it were the baseline's."""
        always, labels, values = self._base.always, self._outcomes.labels, self.values
        if always is None:
            raise NoFigureError(_NO_BASELINE)
        if len(labels) != len(values):
            classes = "1 class" if len(labels) == 1 else f"{len(labels)} classes"
            raise NoFigureError(f"`labels` names {classes}, but `values` has {len(values)}")
        if always not in labels:
            raise NoFigureError(f"`always: {always}` is none of `labels`")
        at = labels.index(always)
        return [[row[at]] * len(row) for row in values]
