"""The two forms that nearly all quantities have, a number and a range, read in one match.

It says nothing the full grammar does not say: whatever is unusual here (a percent, a unit of one's own, a range that
is reversed or unclear) is left to `grammar.py`, and a test holds the two together.
"""

import re

from roi_plugin.model.quantity import Period, Point, Quantity, Range
from roi_plugin.model.thousands import is_unclear

_NUMBER = r"([0-9]{1,9}(?:\.[0-9]{1,6})?)([kMB]?)"
_PLAIN = re.compile(rf"{_NUMBER}(?:\.\.{_NUMBER})?(?: (person-weeks|months))?(?: per (month|year|week|day))?")
_SCALES = {"": "", "k": "e3", "M": "e6", "B": "e9"}


def plain_quantity(text: str) -> Quantity | None:
    """The number or range that a text in its commonest spelling says; None for all other texts, right or wrong."""
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    digits, scale, high_digits, high_scale, unit, per = match.groups()
    if is_unclear(digits + scale) or (high_digits is not None and is_unclear(high_digits + high_scale)):
        return None
    period = Period(per) if per else None
    value = float(digits + _SCALES[scale])
    if high_digits is None:
        return Point(value=value, unit=unit, period=period)
    high = float(high_digits + _SCALES[high_scale])
    if scale != high_scale or value > high:
        return None
    return Range(low=value, high=high, unit=unit, period=period)
