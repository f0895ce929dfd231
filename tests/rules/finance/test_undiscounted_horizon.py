import pytest

from roi_plugin.model.policy import Policy

OPTION = "options: [{id: x, chosen: true, cost: 60k, gain: 40k per year}]"


@pytest.mark.parametrize(
    ("economics", "flagged"),
    [
        ("{horizon: 13 months, discount_rate: 0}", True),
        ("{horizon: 12 months, discount_rate: 0}", False),
        ("{horizon: 5 years, discount_rate: 0%}", True),
        ("{horizon: 5 years, discount_rate: 1%}", False),
        ("{horizon: 5 years}", False),
        ("{discount_rate: 0}", False),
    ],
)
def test_money_of_more_than_a_year_is_discounted(fields, economics, flagged):
    found = fields("undiscounted-horizon", f"{{economics: {economics}, {OPTION}}}", stakes=1)
    assert found == (["economics.discount_rate"] if flagged else [])


def test_the_rate_may_be_that_of_the_policy(record, problems_of):
    decision = record(f"{{economics: {{horizon: 3 years}}, {OPTION}}}")
    found = problems_of(decision, stakes=1, policy=Policy(discount_rate=0.0))
    problem = next(each for each in found if each.name == "risk/undiscounted-horizon")
    assert problem.message == (
        "36 months of money are counted at a rate of 0, that of the policy: what comes last counts as much as what is "
        "paid today"
    )
    assert problem.help == "write `discount_rate` in policy.yml, or in this record's `economics`"


@pytest.mark.parametrize(
    "options", ["[]", "[{id: x, chosen: true, scores: {potential: 4}}]", "[{id: x, chosen: true, cost: 9k}]"]
)
def test_where_no_net_value_is_counted_there_is_nothing_to_discount(fields, options):
    text = f"{{economics: {{horizon: 3 years, discount_rate: 0}}, options: {options}}}"
    assert fields("undiscounted-horizon", text, stakes=1) == []


@pytest.mark.parametrize(
    ("head", "stakes", "flagged"),
    [
        ("status: proposed", 1, True),
        ("delivery: delivered", 1, True),
        ("delivery: reverted", 1, False),
        ("status: draft", 1, False),
        ("status: superseded", 1, False),
        ("status: accepted", 0, False),
    ],
)
def test_it_is_asked_of_what_is_live_and_not_small(fields, head, stakes, flagged):
    text = f"{{{head}, economics: {{horizon: 3 years, discount_rate: 0}}, {OPTION}}}"
    assert bool(fields("undiscounted-horizon", text, stakes=stakes)) is flagged
