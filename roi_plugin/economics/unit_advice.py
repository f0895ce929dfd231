"""What to write in place of an amount whose unit is neither money nor working time."""

from roi_plugin.economics.units import currency_of, is_share, weeks_of_work
from roi_plugin.model.durations import UNITS_OF_TIME, months_in
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.nearest import nearest

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
    near = nearest(unit, (*_WORK, currency))
    return f"did you mean `{_in_unit(estimate, near)}`?" if near else f"write it in {currency} or in person-weeks"


def _in_unit(estimate: Estimate, unit: str) -> str:
    return estimate.text.replace(estimate.quantity.unit or "", unit)
