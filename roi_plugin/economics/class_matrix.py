"""What the answers of a model with several classes are worth: one matrix of counts times one of values, cell by cell.

Never one class against the rest: that counts every answer once for each class, and a matrix product in place of the
product cell by cell is no money at all.
"""

import math
from collections.abc import Iterator, Sequence

from roi_plugin.economics.confusion_cells import yearly
from roi_plugin.economics.outcome import Outcome, outcome_of
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.model.model_outcomes import ModelOutcomes

Matrix = Sequence[Sequence[float]]
"""Rows are actual classes, columns predicted ones."""

_NO_BASELINE = "a baseline of more than two classes cannot be given"
_NO_THRESHOLD = "with several classes there is no single threshold: each case is worth the answer that promises most"


def class_matrix_outcome(outcomes: ModelOutcomes) -> Outcome:
    """The outcome of a model of K classes; what needs a baseline or a threshold has a reason instead."""
    figures = {
        "per_decision": lambda: worth(outcomes.matrix, outcomes.values),
        "per_year": lambda: worth(outcomes.matrix, outcomes.values) * _volume(outcomes),
        "ceiling_per_year": lambda: _ceiling(outcomes.matrix, outcomes.values) * _volume(outcomes),
        "threshold": lambda: _refuse(_NO_THRESHOLD),
    }
    compared = ("baseline_per_decision", "delta_per_decision", "delta_per_year", "delta_low", "delta_high", "captured")
    missing = {name: lambda: _refuse(_NO_BASELINE) for name in compared}
    return outcome_of(figures | missing, tuple(_notes(outcomes)))


def worth(counts: Matrix, values: Matrix) -> float:
    """The mean worth of an answer; NoFigureError where the matrices are no squares of one size, or hold no answer."""
    return _sum(counts, values) / _size(counts)


def _ceiling(counts: Matrix, values: Matrix) -> float:
    _refuse_unless_square(counts, values)
    return math.fsum(math.fsum(row) * values[index][index] for index, row in enumerate(counts)) / _size(counts)


def _sum(counts: Matrix, values: Matrix) -> float:
    _refuse_unless_square(counts, values)
    return math.fsum(
        count * value
        for row, worths in zip(counts, values, strict=True)
        for count, value in zip(row, worths, strict=True)
    )


def _size(counts: Matrix) -> float:
    size = math.fsum(count for row in counts for count in row)
    if size <= 0:
        raise NoFigureError("`matrix` holds no answers")
    return size


def _refuse_unless_square(counts: Matrix, values: Matrix) -> None:
    for name, matrix in (("matrix", counts), ("values", values)):
        if not matrix:
            raise NoFigureError(f"`{name}` is not given")
        wrong = next((number for number, row in enumerate(matrix, 1) if len(row) != len(matrix)), None)
        if wrong:
            raise NoFigureError(
                f"row {wrong} of `{name}` has {len(matrix[wrong - 1])} columns, expected {len(matrix)}, one a row"
            )
    if len(counts) != len(values):
        raise NoFigureError(f"`matrix` has {len(counts)} classes, but `values` has {len(values)}")


def _volume(outcomes: ModelOutcomes) -> float:
    if outcomes.volume is None:
        raise NoFigureError("`volume` is not given, expected for example `1.2M per year`")
    return yearly(outcomes.volume)


def _refuse(reason: str) -> float:
    raise NoFigureError(reason)


def _notes(outcomes: ModelOutcomes) -> Iterator[str]:
    try:
        _refuse_unless_square(outcomes.matrix, outcomes.values)
    except NoFigureError:
        return
    for index, row in enumerate(outcomes.values):
        if row[index] < max(row):
            name = outcomes.labels[index] if index < len(outcomes.labels) else f"class {index + 1}"
            yield f"For `{name}` a wrong answer is worth more than the right one."
