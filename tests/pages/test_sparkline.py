"""What was measured over time, as a small line."""

import datetime as dt
import re

from roi_plugin.pages.sparkline import MOST, Point, sparkline

START = dt.date(2026, 1, 1)


def _spark(*points: Point, limit: float | None = None) -> str:
    return str(sparkline("roi-x", "Latency", "3 values", points, limit))


def _point(days: int, value: float, **more) -> Point:
    return Point(day=START + dt.timedelta(days=days), value=value, **more)


def test_points_stand_at_their_days_and_heights():
    text = _spark(_point(0, 10.0), _point(25, 20.0), _point(100, 20.0))
    assert re.findall(r'<circle cx="([\d.]+)%" cy="([\d.]+)"', text) == [
        ("6.0", "30.0"),
        ("28.0", "6.0"),
        ("94.0", "6.0"),
    ]
    assert text.count("roi-spark__line") == 2


def test_the_limit_is_a_line_on_the_same_scale_and_what_is_beyond_is_a_cross():
    text = _spark(_point(0, 10.0), _point(10, 30.0, is_beyond=True), limit=20.0)
    assert re.search(r'roi-spark__limit" x1="0" x2="100%" y1="18.0"', text)
    assert (text.count("<circle"), text.count("roi-spark__beyond")) == (1, 1)


def test_one_value_stands_in_the_middle():
    assert '<circle cx="50.0%" cy="18.0"' in _spark(_point(0, 10.0))


def test_only_the_newest_are_drawn_and_nothing_where_there_is_none():
    assert _spark(*(_point(day, 1.0) for day in range(MOST + 5))).count("roi-spark__line") == MOST - 1
    assert _spark() == ""


def test_of_many_points_only_the_ends_and_the_turns_are_marked():
    text = _spark(*(_point(day, float(day), is_beyond=10 <= day < 30) for day in range(40)))
    assert (text.count("<circle"), text.count("roi-spark__beyond")) == (3, 1)
    assert text.count("roi-spark__line") == 39
