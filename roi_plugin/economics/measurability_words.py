"""What a metric can show and what it is asked to show, in words that need no statistics."""

import datetime as dt

from roi_plugin.economics.compared_metric import seeks_fall
from roi_plugin.economics.measurability import Measurability
from roi_plugin.economics.units import is_share
from roi_plugin.economics.wording import exact, number
from roi_plugin.language import counted, text
from roi_plugin.model.measurement import Metric

POINTS = "pp"
"""The unit in which a change of a share is written in points."""
_DIGITS = 2
"""As exactly as what can be seen is known."""


def what_can_be_seen(metric: Metric, found: Measurability, until: dt.date | None) -> str:
    """`300 users can show a rise of `clicks` by 9.6 points or more`; units that keep coming are those until the day."""
    quantity = metric.sample.units.quantity if metric.sample and metric.sample.units else None
    units = f"{number(found.available.value or 0.0)} {(quantity and quantity.unit) or text('units')}"
    if quantity and quantity.period:
        units = text("the %(units)s until %(day)s", units=units, day=until)
    said = {"units": units, "metric": metric.id}
    if found.smallest.value is None:
        none = text("%(units)s can show no rise of `%(metric)s` at all", **said)
        return text("%(units)s can show no fall of `%(metric)s` at all", **said) if seeks_fall(metric) else none
    said["size"] = _size(float(f"{found.smallest.value:.{_DIGITS}g}"), metric, found)
    if seeks_fall(metric):
        return text("%(units)s can show a fall of `%(metric)s` by %(size)s or more", **said)
    return text("%(units)s can show a rise of `%(metric)s` by %(size)s or more", **said)


def what_is_sought(metric: Metric, found: Measurability) -> str:
    """`the goal is 0.5 points, and 31,234 a group are needed`."""
    goal = _size(found.change.value or 0.0, metric, found)
    if metric.mde and metric.baseline and seeks_part_of_share(metric, found):
        goal += f" (`{metric.mde.text}` of `{metric.baseline.text}`)"
    return _needed(goal, found)


def seeks_part_of_share(metric: Metric, found: Measurability) -> bool:
    """Whether the change is written as a part of what is itself a share: `0.5%` of `5%` is 0.025 points."""
    unit = metric.mde.quantity.unit if metric.mde else None
    return found.in_points and is_share(unit) and not (unit or "").startswith(POINTS)


def _needed(goal: str, found: Measurability) -> str:
    groups = found.groups
    if groups is None:
        return text("the goal is %(goal)s, which no number of them shows", goal=goal)
    if groups.total == groups.changed:
        return text(
            "the goal is %(goal)s, and %(count)s are needed, each used both ways",
            goal=goal,
            count=exact(groups.total),
        )
    if groups.changed != groups.unchanged:
        return text(
            "the goal is %(goal)s, and %(changed)s with the change and %(unchanged)s without are needed",
            goal=goal,
            changed=exact(groups.changed),
            unchanged=exact(groups.unchanged),
        )
    return text("the goal is %(goal)s, and %(count)s a group are needed", goal=goal, count=exact(groups.changed))


def _size(change: float, metric: Metric, found: Measurability) -> str:
    if found.in_points:
        points = _plain(abs(change) * 100)
        return counted("%(num)s point", "%(num)s points", 1 if points == "1" else 2, num=points)
    return f"{_plain(abs(change))} {metric.unit or ''}".rstrip()


def _plain(size: float) -> str:
    """Three digits; of what would be rounded to nothing, all that there are."""
    return exact(size) if number(size) == "0" else number(size)
