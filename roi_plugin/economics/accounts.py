"""What a decision was to bring and to cost, what was spent, and what came back; and the sum over several of them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from roi_plugin.economics.distributions import mean
from roi_plugin.economics.key_figures import KeyFigures
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.spending import Spending, recoveries, spendings
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.option import Option

_Compare = Callable[[Option, Mapping[str, Estimate | str], str], dict[str, Spending]]


class Came(Struct, frozen=True, kw_only=True):
    """What reviews found of so many `lines`, by the latest word on each: money paid or won once, and a year.

    None where no such actual is known. `known` counts the lines with an actual: the sum of some is no sum of all.
    """

    once: float | None = None
    yearly: float | None = None
    known: int = 0
    lines: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every line has an actual, and there is one."""
        return 0 < self.lines == self.known


class Account(Struct, frozen=True, kw_only=True):
    """One decision: the means that its chosen option was expected to have, and what came. Money of `currency`."""

    currency: str
    npv: float | None = None
    cost: float | None = None
    spent: Came = Came()
    recovered: Came = Came()


class Sum(Struct, frozen=True, kw_only=True):
    """A sum over accounts; None where one of them is not known. `is_least`: some lines of it are not known."""

    value: float | None = None
    is_least: bool = False


class AccountSum(Struct, frozen=True, kw_only=True):
    """The sums over decisions in one currency; of what came, only what came once."""

    currency: str
    cost: Sum
    spent: Sum
    recovered: Sum


def account(
    decision: Decision, returns: Returns, figures: KeyFigures, *, today: dt.date, person_week: Estimate | None
) -> Account:
    """The account of the option that was chosen, the first of several; nothing known where none was.

    Without a price of a `person_week` what took working time is not known.
    """
    at = decision.chosen_at
    if at is None:
        return Account(currency=returns.currency)
    option, expected = decision.options[at], figures.options[at]
    held = sorted((each for each in decision.reviews if each.date <= today), key=lambda each: each.date)
    actuals = [review.actuals for review in held]
    price = mean(person_week.quantity) if person_week is not None else None
    costs = sum(line.time is not None or line.money is not None for line in option.costs) + (option.cost is not None)
    gains = sum(line.value is not None for line in option.gains) + (option.gain is not None)
    return Account(
        currency=returns.currency,
        npv=expected.npv.mean,
        cost=expected.cost.mean,
        spent=_came(spendings, option, actuals, returns.currency, price, costs),
        recovered=_came(recoveries, option, actuals, returns.currency, price, gains),
    )


def _came(  # noqa: PLR0913, PLR0917 - how to compare, what, and in which money
    compare: _Compare,
    option: Option,
    actuals: Iterable[Mapping[str, Estimate | str]],
    currency: str,
    price: float | None,
    lines: int,
) -> Came:
    latest: dict[str, Spending] = {}
    for each in actuals:
        for name, came in compare(option, each, currency).items():
            plain = name.removeprefix(f"{option.id}.")
            latest["" if plain in {option.id, "cost", "gain"} else plain] = came
    priced = [(came, _money(came, price)) for came in latest.values()]
    known = [(came, money) for came, money in priced if money is not None]
    return Came(
        once=_total([money for came, money in known if not came.yearly]),
        yearly=_total([money for came, money in known if came.yearly]),
        known=len(known),
        lines=lines,
    )


def _money(came: Spending, price: float | None) -> float | None:
    if not came.in_weeks:
        return came.actual
    return None if price is None else came.actual * price


def _total(amounts: Sequence[float]) -> float | None:
    return sum(amounts) if amounts else None


def account_sum(accounts: Sequence[Account]) -> AccountSum | None:
    """The sums over accounts in one currency; None where there are none, or in several."""
    if len({each.currency for each in accounts}) != 1:
        return None
    return AccountSum(
        currency=accounts[0].currency,
        cost=_sum([each.cost for each in accounts]),
        spent=_sum_of_what_came([each.spent for each in accounts]),
        recovered=_sum_of_what_came([each.recovered for each in accounts]),
    )


def _sum(amounts: Sequence[float | None]) -> Sum:
    known = [amount for amount in amounts if amount is not None]
    return Sum(value=sum(known)) if len(known) == len(amounts) else Sum()


def _sum_of_what_came(several: Sequence[Came]) -> Sum:
    total = _sum([each.once for each in several]).value
    return Sum(value=total, is_least=total is not None and not all(each.is_whole for each in several))
