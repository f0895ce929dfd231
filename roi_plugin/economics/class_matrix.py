"""Matrices of several classes: one of counts and one of values, multiplied cell by cell.

Never one class against the rest: that counts every answer once for each class, and a matrix product in place of the
product cell by cell is no money at all.
"""

import math
from collections.abc import Mapping, Sequence

from roi_plugin.economics.hold_out import Group, HoldOut
from roi_plugin.economics.reasons import NoFigureError

Matrix = Sequence[Sequence[float]]
"""Rows are actual classes, columns predicted ones."""


def answers(counts: Matrix, values: Matrix, *, name: str = "matrix") -> HoldOut:
    """What the answers of a test set are worth; both matrices are squares of one size, and a fault tells the `name`."""
    size = math.fsum(count for row in counts for count in row)
    if size <= 0:
        raise NoFigureError(f"`{name}` holds no answers")
    groups = (
        Group(share=count / size, value=value)
        for row, worths in zip(counts, values, strict=True)
        for count, value in zip(row, worths, strict=True)
    )
    return HoldOut(groups=tuple(groups), size=size)


def faultless(counts: Matrix) -> Matrix:
    """The counts if every case of the test set were answered rightly."""
    return [
        [math.fsum(row) if column == actual else 0.0 for column in range(len(row))] for actual, row in enumerate(counts)
    ]


def refuse_unless_square(matrices: Mapping[str, Matrix]) -> None:
    """NoFigureError where a matrix, by its name, is missing or no square, or where their sizes differ."""
    for name, matrix in matrices.items():
        if not matrix:
            raise NoFigureError(f"`{name}` is not given")
        wrong = next((number for number, row in enumerate(matrix, 1) if len(row) != len(matrix)), None)
        if wrong:
            found = len(matrix[wrong - 1])
            columns = "1 column" if found == 1 else f"{found} columns"
            raise NoFigureError(f"row {wrong} of `{name}` has {columns}, expected {len(matrix)}, one a row")
    (first, counts), *others = matrices.items()
    for name, matrix in others:
        if len(matrix) != len(counts):
            classes = "1 class" if len(counts) == 1 else f"{len(counts)} classes"
            raise NoFigureError(f"`{first}` has {classes}, but `{name}` has {len(matrix)}")
