"""Where the words beside the marks of a chart stand, so that none lies on another, however wide the chart is drawn.

Places across are shares of a width that nobody knows before the page is shown; words keep their size. Two labels that
are apart at both ends of a span of widths, the same one to the left, are apart at every width between.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

NARROW, WIDE = (260.0, 599.0), (600.0, 860.0)
"""The spans of widths, in pixels: a phone has room for short labels only."""

_WIDTHS = (*NARROW, *WIDE)
_CHARACTER, _LINE = 6.6, 14.0
_GAP = 4.0
_FAR = 4
"""How many lines above or below a mark its label may stand."""

Box = tuple[float, float, float, float]


class Mark(Struct, frozen=True, kw_only=True):
    """A round mark: its place across from 0 to 1, its place down and its radius in pixels, and its words."""

    x: float
    y: float
    radius: float
    short: str = ""
    more: str = ""


class Label(Struct, frozen=True, kw_only=True):
    """Words beside a mark: `dx` and `dy` pixels from its centre; `more` is shown where there is room for it.

    A label that is `led` stands so far away that a line has to lead to it.
    """

    anchor: str
    dx: float
    dy: float
    short: str
    more: str
    led: bool = False


def labels(marks: Sequence[Mark], others: Sequence[Mark], height: float) -> tuple[Label | None, ...]:
    """A label for each of the marks, the first ones first, or None where there is no room for it.

    No label leaves the width of the chart or its `height`, lies on another one, or on one of these marks. It lies on
    one of the `others`, which have no labels, only where there is no other place.
    """
    taken = tuple([_round(mark, width) for mark in marks] for width in _WIDTHS)
    better_free = tuple([_round(mark, width) for mark in others] for width in _WIDTHS)
    found = []
    for mark in marks:
        places = [*_fitting(mark, taken, height)]
        free = (each for each in places if _is_free(each[1], better_free))
        label, boxes = next(free, places[0] if places else (None, ()))
        for those, box in zip(taken, boxes, strict=False):
            those.append(box)
        found.append(label)
    return tuple(found)


def _fitting(mark: Mark, taken: Sequence[list[Box]], height: float) -> Iterator[tuple[Label, Sequence[Box]]]:
    for more in dict.fromkeys((mark.more, "")):
        for label in _sides(mark, more):
            boxes = list(_boxes(mark, label))
            inside = all(
                left >= 0 and right <= width and top >= 0 and bottom <= height
                for (left, top, right, bottom), width in zip(boxes, _WIDTHS, strict=True)
            )
            if inside and _is_free(boxes, taken):
                yield label, boxes


def _is_free(boxes: Sequence[Box], taken: Sequence[list[Box]]) -> bool:
    return not any(_lies_on(box, those) for box, those in zip(boxes, taken, strict=True))


def _sides(mark: Mark, more: str) -> Iterator[Label]:
    out, down = mark.radius + _GAP, _LINE / 3
    for anchor, dx, dy in (
        ("start", out, down),
        ("end", -out, down),
        ("middle", 0.0, -out),
        ("middle", 0.0, mark.radius + _LINE),
        *((anchor, dx, down + dy) for dy in (-_LINE, _LINE) for anchor, dx in (("start", out), ("end", -out))),
    ):
        yield Label(anchor=anchor, dx=dx, dy=dy, short=mark.short, more=more)
    for lines in range(2, _FAR + 1):
        for dy in (-lines * _LINE, lines * _LINE):
            for anchor, dx in (("end", -out - _LINE), ("start", out + _LINE)):
                yield Label(anchor=anchor, dx=dx, dy=down + dy, short=mark.short, more=more, led=True)


def _boxes(mark: Mark, label: Label) -> Iterator[Box]:
    short = len(label.short) * _CHARACTER
    whole = short + (len(label.more) + 1) * _CHARACTER if label.more else short
    for width, length in (*((width, short) for width in NARROW), *((width, whole) for width in WIDE)):
        start = mark.x * width + label.dx - {"start": 0.0, "middle": length / 2, "end": length}[label.anchor]
        base = mark.y + label.dy
        yield start, base - _LINE * 0.8, start + length, base + _LINE * 0.2


def _round(mark: Mark, width: float) -> Box:
    x, y, radius = mark.x * width, mark.y, mark.radius
    return x - radius, y - radius, x + radius, y + radius


def _lies_on(box: Box, those: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    return any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in those)
