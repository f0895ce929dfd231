"""Rows of cells as lines with aligned columns."""

from collections.abc import Collection, Sequence

from roi_plugin.report.terminal import columns, padded


def aligned(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """One line a row, two spaces between columns; the columns numbered in `right` (from 0) are aligned to the right.

    All rows have the same number of cells; cells are safe text on one line.
    """
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            padded(cell, width, right=at in right) for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def indented(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """The same below a heading: two spaces before each line."""
    return [f"  {line}" for line in aligned(rows, right=right)]
