import pytest

from roi_plugin.rules.long_forms import cost_line_added, gain_as_line, price_of_time, with_evidence

ADDED = "{id: learning, time: 3..8 person-weeks}"


@pytest.mark.parametrize(
    ("cost", "told"),
    [
        ("cost: 12k..25k", f"turn `cost` into `costs: [{ADDED}, {{id: bills, money: 12k..25k}}]`"),
        ("cost: 2 person-weeks", f"turn `cost` into `costs: [{ADDED}, {{id: work, time: 2 person-weeks}}]`"),
        ("costs: [{id: bills, money: 12k..25k}]", f"add a line such as `{ADDED}` to `costs`"),
        ("gain: 5k", f"add a line such as `{ADDED}` to `costs`"),
    ],
)
def test_a_cost_in_one_amount_becomes_a_line_beside_the_new_one(record, cost, told):
    decision = record(f"options: [{{id: x, {cost}}}]")
    assert cost_line_added(decision.options[0], ADDED) == told


def test_a_gain_becomes_a_line_and_a_number_can_name_its_evidence(record):
    gain = record("options: [{id: x, gain: 30k..60k per year}]").options[0].gain
    assert gain_as_line(gain, "from: 4") == "turn `gain` into `gains: [{id: gain, value: 30k..60k per year, from: 4}]`"
    assert with_evidence(gain, "pilot") == "`{value: 30k..60k per year, evidence: pilot}`"


@pytest.mark.parametrize(("text", "is_told"), [("{}", True), ("economics: {person_week: 4k}", False)])
def test_where_time_has_no_price_the_help_asks_for_one(record, context, text, is_told):
    decision = record(text)
    assert bool(price_of_time(decision, context(decision))) is is_told
