"""What came of a decision, in a few words: money spent and recovered, and what else its reviews measured."""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.economics.accounts import Account
from roi_plugin.economics.spending import recoveries, spendings
from roi_plugin.language import counted, text
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.pages.account_rows import came
from roi_plugin.pages.forecast_chart import actual_text
from roi_plugin.pages.page import one_line

_MOST = 4


def what_came(decision: Decision, account: Account, today: dt.date) -> Iterator[str]:
    """The sums over the lines that were forecast, then the latest word on the first few things that no sum holds."""
    spent, recovered = came(account.spent), came(account.recovered)
    for cell, said in (
        (spent, text("spent %(amount)s %(currency)s", amount=spent.text, currency=account.currency)),
        (recovered, text("recovered %(amount)s %(currency)s", amount=recovered.text, currency=account.currency)),
    ):
        if cell.text:
            yield f"{said} ({cell.more})" if cell.more else said
    others = _others(decision, account.currency, today)
    for name in list(others)[:_MOST]:
        yield text("%(name)s: %(value)s", name=one_line(name), value=one_line(actual_text(others[name])))
    if len(others) > _MOST:
        yield counted("%(num)s more", "%(num)s more", len(others) - _MOST)


def _others(decision: Decision, currency: str, today: dt.date) -> dict[str, Estimate | str]:
    found: dict[str, Estimate | str] = {}
    at = decision.chosen_at
    for review in sorted(decision.reviews, key=lambda one: one.date):
        if review.date <= today:
            summed = set()
            if at is not None:
                summed = {*spendings(decision.options[at], review.actuals, currency)}
                summed |= {*recoveries(decision.options[at], review.actuals, currency)}
            found |= {name: value for name, value in review.actuals.items() if name not in summed}
    return found
