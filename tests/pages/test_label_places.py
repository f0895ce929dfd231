"""Words beside the marks of a chart."""

import itertools
import random

import pytest

from roi_plugin.pages.label_places import NARROW, WIDE, Label, Mark, labels

HEIGHT = 300.0


def _box(mark: Mark, label: Label, width: float) -> tuple[float, float, float, float]:
    words = f"{label.short} {label.more}".strip() if width >= WIDE[0] else label.short
    length = len(words) * 6.0
    left = mark.x * width + label.dx - {"start": 0, "middle": length / 2, "end": length}[label.anchor]
    base = mark.y + label.dy
    return left, base - 10.0, left + length, base + 2.0


def _meet(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _circle(mark: Mark, width: float):
    return mark.x * width - mark.radius, mark.y - mark.radius, mark.x * width + mark.radius, mark.y + mark.radius


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("width", [NARROW[0], 420.0, NARROW[1], WIDE[0], 700.0, WIDE[1]])
def test_no_label_lies_on_another_or_on_a_named_mark_or_leaves_the_chart_at_any_width(seed, width):
    chance = random.Random(seed)  # noqa: S311 - places, no secrets
    marks = [
        Mark(x=chance.random() ** 2, y=chance.random() * HEIGHT, radius=9.0, short=str(at), more="x" * (4 * at))
        for at in range(10)
    ]
    found = [(mark, label) for mark, label in zip(marks, labels(marks, [], HEIGHT), strict=True) if label]
    assert found
    boxes = [_box(mark, label, width) for mark, label in found]
    assert not any(_meet(one, other) for one, other in itertools.combinations(boxes, 2))
    assert not any(_meet(box, _circle(mark, width)) for box in boxes for mark in marks)
    assert all(left >= 0 and right <= width and top >= 0 and bottom <= HEIGHT for left, top, right, bottom in boxes)


def test_where_the_whole_words_have_no_room_the_short_ones_stand():
    found = labels([Mark(x=0.5, y=150.0, radius=5.0, short="42", more="x" * 200)], [], HEIGHT)
    assert [(label.short, label.more) for label in found] == [("42", "")]


def test_what_has_no_room_at_all_has_no_label():
    crowd = [Mark(x=0.5, y=150.0, radius=9.0, short="1234567")] * 40
    found = labels(crowd, [], HEIGHT)
    assert found[0] is not None
    assert None in found


def test_a_label_keeps_clear_of_marks_without_one_while_it_can():
    mark = Mark(x=0.5, y=150.0, radius=5.0, short="42")
    beside = Mark(x=0.5, y=150.0, radius=5.0)
    (alone,) = labels([mark], [], HEIGHT)
    right = Mark(x=0.53, y=150.0, radius=9.0)
    (moved,) = labels([mark], [right], HEIGHT)
    assert (alone.anchor, moved.anchor) == ("start", "end")
    walls = [Mark(x=at / 40, y=down, radius=30.0) for at in range(41) for down in range(0, 301, 20)]
    assert labels([mark], [beside, *walls], HEIGHT) == (alone,)
