"""What to write in place of an amount whose unit is neither money nor working time."""

import re

from roi_plugin.economics.units import currency_of, is_share, weeks_of_work
from roi_plugin.model.durations import UNITS_OF_TIME, months_in
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.nearest import nearest

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?(?![0-9kMB]|\.[0-9])")
_SCALES = {"T": "k", "k": "k", "K": "k", "M": "M"}
"""What stands in front of a currency in books: `TEUR`, `kEUR`, `MEUR`."""
_WORK = tuple(f"person-{unit}" for unit in UNITS_OF_TIME)


def advice(estimate: Estimate, currency: str) -> str | None:
    """How to mend the estimate's unit; None where the unit is not at fault or nothing is near it."""
    unit = estimate.quantity.unit
    if unit is None or weeks_of_work(unit) is not None:
        return None
    if is_share(unit):
        return "multiply it by what it is a share of: `share * whole`, with both under `inputs`"
    if months_in(unit) is not None:
        return f"people's time is written `{_in_unit(estimate, f'person-{unit}')}`"
    foreign = currency_of(unit)
    if foreign:
        return f"write it in {currency}, or write `currency: {foreign}` in `economics` and all amounts in it"
    scale = _SCALES.get(unit[0])
    if scale and currency_of(unit[1:]):
        return f"did you mean `{_scaled(estimate, scale, unit[1:])}`?"
    near = nearest(unit, (*_WORK, currency))
    return f"did you mean `{_in_unit(estimate, near)}`?" if near else f"write it in {currency} or in person-weeks"


def _scaled(estimate: Estimate, scale: str, currency: str) -> str:
    """Each number of it in thousands or millions of the currency, which the unit held as its first letter."""
    return _NUMBER.sub(rf"\g<0>{scale}", estimate.text).replace(estimate.quantity.unit or "", currency)


def _in_unit(estimate: Estimate, unit: str) -> str:
    return estimate.text.replace(estimate.quantity.unit or "", unit)
