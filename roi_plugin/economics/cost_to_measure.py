"""What measuring a metric costs over the horizon: money, or working time at its price; undiscounted, by its mean."""

from roi_plugin.economics.distributions import mean
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.terms import Terms
from roi_plugin.economics.units import currency_of, weeks_of_work
from roi_plugin.model.estimate import Estimate


def cost_to_measure(cost: Estimate, terms: Terms) -> float:
    """The amount in the currency of the terms; what recurs counts for the whole horizon.

    Raises:
        NoFigureError: it is neither money of that currency nor working time that has a price.
    """
    quantity = cost.quantity
    amount, weeks = mean(quantity), weeks_of_work(quantity.unit)
    price: float | None = 1.0
    if weeks is not None:
        price = mean(terms.person_week.quantity) if terms.person_week else None
    elif quantity.unit is not None and ("/" in quantity.unit or currency_of(quantity.unit) != terms.currency):
        price = None
    if amount is None or price is None:
        raise NoFigureError(f"`{cost.text}` is neither money in {terms.currency} nor working time with a price")
    times = quantity.period.per_year * terms.horizon_months / 12 if quantity.period else 1.0
    return amount * (weeks or 1.0) * price * times
