"""What a metric can show and what it is asked to show, in words that need no statistics."""

import datetime as dt

from roi_plugin.economics.compared_metric import seeks_fall
from roi_plugin.economics.measurability import Measurability
from roi_plugin.economics.units import is_share
from roi_plugin.economics.wording import exact, number
from roi_plugin.model.measurement import Metric

POINTS = "pp"
"""The unit in which a change of a share is written in points."""
_DIGITS = 2
"""As exactly as what can be seen is known."""


def what_can_be_seen(metric: Metric, found: Measurability, until: dt.date | None) -> str:
    """`300 users can show a rise of `clicks` by 9.6 points or more`; units that keep coming are those until the day."""
    quantity = metric.sample.units.quantity if metric.sample and metric.sample.units else None
    units = f"{number(found.available.value or 0.0)} {(quantity and quantity.unit) or 'units'}"
    if quantity and quantity.period:
        units = f"the {units} until {until}"
    kind = "fall" if seeks_fall(metric) else "rise"
    if found.smallest.value is None:
        return f"{units} can show no {kind} of `{metric.id}` at all"
    smallest = float(f"{found.smallest.value:.{_DIGITS}g}")
    return f"{units} can show a {kind} of `{metric.id}` by {_size(smallest, metric, found)} or more"


def what_is_sought(metric: Metric, found: Measurability) -> str:
    """`the goal is 0.5 points, and 31,234 a group are needed`."""
    goal = f"the goal is {_size(found.change.value or 0.0, metric, found)}"
    if metric.mde and metric.baseline and seeks_part_of_share(metric, found):
        goal += f" (`{metric.mde.text}` of `{metric.baseline.text}`)"
    return f"{goal}, {_needed(found)}"


def seeks_part_of_share(metric: Metric, found: Measurability) -> bool:
    """Whether the change is written as a part of what is itself a share: `0.5%` of `5%` is 0.025 points."""
    unit = metric.mde.quantity.unit if metric.mde else None
    return found.in_points and is_share(unit) and not (unit or "").startswith(POINTS)


def _needed(found: Measurability) -> str:
    groups = found.groups
    if groups is None:
        return "which no number of them shows"
    if groups.total == groups.changed:
        return f"and {exact(groups.total)} are needed, each used both ways"
    if groups.changed != groups.unchanged:
        return f"and {exact(groups.changed)} with the change and {exact(groups.unchanged)} without are needed"
    return f"and {exact(groups.changed)} a group are needed"


def _size(change: float, metric: Metric, found: Measurability) -> str:
    if found.in_points:
        points = _plain(abs(change) * 100)
        return f"{points} point{'' if points == '1' else 's'}"
    return f"{_plain(abs(change))} {metric.unit or ''}".rstrip()


def _plain(size: float) -> str:
    """Three digits; of what would be rounded to nothing, all that there are."""
    return exact(size) if number(size) == "0" else number(size)
