import datetime as dt

import pytest

from roi_plugin.economics.accounts import Account, Came, Sum, account, account_sum
from roi_plugin.economics.key_figures import KeyFigures, OptionFigures
from roi_plugin.economics.returns import option_returns
from roi_plugin.economics.side_totals import Amount
from roi_plugin.economics.terms import terms_of
from roi_plugin.model.policy import Policy
from roi_plugin.sources.decision_data import decision_from_data

LINES = {
    "costs": [{"id": "build", "time": "3..8 person-weeks"}, {"id": "licence", "money": "10k"}],
    "gains": [{"id": "saved", "value": "30k", "per": "year"}],
}


def found(*actuals, option=LINES, chosen=True, **more):
    reviews = [{"date": f"2026-0{at}-01", "actuals": each} for at, each in enumerate(actuals, 4)]
    data = {"title": "x", "status": "accepted", "date": "2026-03-02", "reviews": reviews} | more
    data["options"] = [{"id": "idle"}, {"id": "cache", "chosen": chosen} | option]
    decision, problems = decision_from_data(data, path="0001-x.yml", body=None)
    assert problems == []
    none, some = Amount(), Amount(mean=7.0)
    figures = KeyFigures(
        options=(
            OptionFigures(id="idle", gain=none, cost=none, npv=none, roi=none),
            OptionFigures(id="cache", gain=some, cost=some, npv=Amount(mean=-2.0), roi=none),
        )
    )
    price = terms_of(decision, Policy()).person_week
    returns = option_returns(decision, Policy())
    return account(decision, returns, figures, today=dt.date(2026, 9, 10), person_week=price)


def test_the_chosen_option_is_the_one_that_was_forecast():
    assert (found().npv, found().cost, found().currency) == (-2, 7, "EUR")
    assert found(chosen=False) == Account(currency="EUR")


@pytest.mark.parametrize(
    ("actuals", "spent", "recovered"),
    [
        ([], Came(lines=2), Came(lines=1)),
        ([{"licence": "12k"}], Came(once=12e3, known=1, lines=2), Came(lines=1)),
        ([{"licence": "12k"}, {"licence": "14k"}], Came(once=14e3, known=1, lines=2), Came(lines=1)),
        ([{"licence": "12k"}, {"cache.licence": "14k"}], Came(once=14e3, known=1, lines=2), Came(lines=1)),
        ([{"licence": "0"}], Came(once=0, known=1, lines=2), Came(lines=1)),
        ([{"saved": "2k per month"}], Came(lines=2), Came(yearly=24e3, known=1, lines=1)),
        ([{"saved": "2k"}], Came(lines=2), Came(lines=1)),
        ([{"licence": "12k USD"}], Came(lines=2), Came(lines=1)),
        ([{"build": "6 person-weeks"}], Came(lines=2), Came(lines=1)),
    ],
)
def test_the_latest_word_on_each_line_counts_and_what_is_not_known_is_not_0(actuals, spent, recovered):
    """Without a price of a person-week nobody knows what the work came to."""
    assert (found(*actuals).spent, found(*actuals).recovered) == (spent, recovered)


def test_work_is_priced_as_its_decision_prices_it():
    priced = found({"build": "6 person-weeks", "licence": "10k"}, economics={"person_week": "4k"})
    assert priced.spent == Came(once=34e3, known=2, lines=2)
    assert priced.spent.is_whole


def test_one_total_of_gain_and_of_cost_is_one_line_each():
    short = {"gain": "30k per year", "cost": "20k"}
    assert found({"cache": "22k"}, option=short).spent == Came(once=22e3, known=1, lines=1)
    assert found({"cache": "22k per year"}, option=short).recovered == Came(yearly=22e3, known=1, lines=1)
    assert found({"cost": "21k", "gain": "9k per year"}, option=short).spent == Came(once=21e3, known=1, lines=1)


def test_a_review_of_a_day_to_come_has_not_found_anything():
    assert found(reviews=[{"date": "2026-09-11", "actuals": {"licence": "12k"}}]).spent == Came(lines=2)


NONE = Came()


def one(currency="EUR", npv=None, cost=None, spent=NONE, recovered=NONE):
    return Account(currency=currency, npv=npv, cost=cost, spent=spent, recovered=recovered)


WHOLE, PART, RATE = (
    Came(once=5.0, known=1, lines=1),
    Came(once=3.0, known=1, lines=2),
    Came(yearly=4.0, known=1, lines=1),
)


@pytest.mark.parametrize(
    ("accounts", "spent"),
    [
        ([one(spent=WHOLE), one(spent=WHOLE)], Sum(value=10.0)),
        ([one(spent=WHOLE), one(spent=PART)], Sum(value=8.0, is_least=True)),
        ([one(spent=WHOLE), one()], Sum()),
        ([one(spent=WHOLE), one(spent=RATE)], Sum()),
    ],
)
def test_a_sum_is_known_where_each_part_is(accounts, spent):
    total = account_sum(accounts)
    assert total.spent == spent


def test_only_amounts_of_one_currency_are_added():
    assert account_sum([one(cost=1.0), one(cost=3.0)]).cost == Sum(value=4.0)
    assert account_sum([one(cost=2.0), one()]).cost == Sum()
    assert account_sum([one(cost=1.0), one(currency="USD", cost=3.0)]) is None
    assert account_sum([]) is None
