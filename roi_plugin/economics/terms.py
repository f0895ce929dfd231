"""The terms a decision is counted in: the record's own, else the policy's."""

from msgspec import Struct

from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.units import is_share
from roi_plugin.model.decision import Decision, Economics
from roi_plugin.model.durations import months_in
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.policy import Policy
from roi_plugin.model.quantity import Point

LONGEST_HORIZON = 1200.0
"""A hundred years, in months."""


class Terms(Struct, frozen=True, kw_only=True):
    """Currency, horizon in months, yearly discount rate, price of a person-week.

    `own_person_week` says that the record states the price of a person-week itself. `fault` says what is wrong with the
    record's own terms; then the policy's stand in their place and nothing is worth computing.
    """

    currency: str
    horizon_months: float
    discount_rate: float
    person_week: Estimate | None
    own_person_week: bool = False
    fault: str | None = None


def terms_of(decision: Decision, policy: Policy) -> Terms:
    """The terms that hold for this decision."""
    own = decision.economics or Economics()
    horizon, rate, fault = policy.horizon_months, policy.discount_rate, None
    try:
        horizon = length_in_months(own.horizon) if own.horizon else horizon
        rate = _yearly_rate(own.discount_rate) if own.discount_rate else rate
    except NoFigureError as reason:
        fault = str(reason)
    if not 0 < horizon <= LONGEST_HORIZON:
        fault = fault or "the horizon has to lie between 0 and 100 years"
        horizon = policy.horizon_months
    return Terms(
        currency=own.currency or policy.currency,
        horizon_months=horizon,
        discount_rate=rate,
        person_week=own.person_week or policy.person_week,
        own_person_week=own.person_week is not None,
        fault=fault,
    )


def length_in_months(estimate: Estimate) -> float:
    """A length of time in months (`2 years`; a plain number is months); NoFigureError if it is none."""
    quantity = estimate.quantity
    months = months_in(quantity.unit)
    if not isinstance(quantity, Point) or months is None or quantity.period:
        raise NoFigureError(f"`{estimate.text}` is not one length of time, expected for example `24 months`")
    return quantity.value * months


def months_if_known(estimate: Estimate | None) -> float | None:
    """A length of time in months; None where none is stated, or what is stated is none."""
    try:
        return length_in_months(estimate) if estimate is not None else None
    except NoFigureError:
        return None


def _yearly_rate(estimate: Estimate) -> float:
    quantity = estimate.quantity
    plain = isinstance(quantity, Point) and (quantity.unit is None or is_share(quantity.unit))
    if not isinstance(quantity, Point) or not plain or not 0 <= quantity.value <= 1:
        raise NoFigureError(f"the discount rate `{estimate.text}` is not one yearly rate, expected for example `8%`")
    return quantity.value
