import pytest

RULE = "no-stop-rule"
UNSURE = "{id: a, chosen: true, cost: 60k, gains: [{id: g, value: 90k, p: 0.4}]}"


@pytest.mark.parametrize(
    ("gains", "expected"),
    [
        ("{id: g, value: 90k, p: 0.4}", ["kill_if"]),
        ("{id: g, value: 90k, p: 99%}", ["kill_if"]),
        ("{id: g, value: 90k, p: 20%..50%}", ["kill_if"]),
        ("{id: g, value: 90k, p: 1}", []),
        ("{id: g, value: 90k, p: 100%}", []),
        ("{id: g, value: 90k}", []),
        ("{id: g, p: 0.4}", ["kill_if"]),
        ("{id: g, value: 0, p: 0.4}", []),
        ("{id: g, value: 90k}, {id: h, value: 90k, p: 0.4}", ["kill_if"]),
        ("{id: g, value: 90k, p: 0.4}, {id: h, value: 90k, p: 0.4}", ["kill_if"]),
        ("{id: g, same_as: b.h}", ["kill_if"]),
        ("{id: g, same_as: b.h, p: 1}", []),
        ("{id: g, same_as: b.gone}", []),
    ],
)
def test_a_gain_that_may_not_come_has_a_stop_rule(fields, gains, expected):
    options = f"{{id: a, chosen: true, gains: [{gains}]}}, {{id: b, gains: [{{id: h, value: 9k, p: 0.2}}]}}"
    assert fields(RULE, f"{{options: [{options}]}}", stakes=1) == expected


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("kill_if: No lift by September", 0),
        ("kill_if: {metric: rate, threshold: below 5%}", 0),
        ("kill_if: {by: 2026-09-01}", 0),
        ("review_due: 2026-09-01", 1),
        ("reviews: [{date: 2026-06-01, outcome: kept}]", 0),
        ("reviews: [{date: 2026-06-01, outcome: reverted}]", 1),
        ("reviews: [{date: 2026-06-01, outcome: too-early}]", 1),
        ("reviews: [{date: 2026-07-01, outcome: kept}, {date: 2026-06-01, outcome: too-early}]", 0),
        ("reviews: [{date: 2026-06-01, outcome: kept}, {date: 2026-07-01, outcome: changed}]", 1),
    ],
)
def test_a_condition_or_a_review_that_kept_it_silences_it(fields, rest, count):
    assert len(fields(RULE, f"{{options: [{UNSURE}], {rest}}}", stakes=1)) == count


@pytest.mark.parametrize(
    "options",
    ["", "{id: a, gains: [{id: g, value: 90k, p: 0.4}]}", "{id: a, chosen: true, gain: 90k, cost: 60k}"],
)
def test_what_is_not_chosen_or_has_no_chance_is_not_asked(fields, options):
    assert fields(RULE, f"options: [{options}]", stakes=1) == []


def test_two_chosen_options_need_one_stop_rule(fields):
    assert fields(RULE, f"options: [{UNSURE}, {UNSURE.replace('id: a', 'id: b')}]", stakes=1) == ["kill_if"]


@pytest.mark.parametrize(
    ("status", "stakes", "count"),
    [
        ("accepted", 0, 0),
        ("proposed", 1, 1),
        ("accepted", 2, 1),
        ("draft", 2, 0),
        ("rejected", 2, 0),
        ("superseded", 2, 0),
    ],
)
def test_live_decisions_from_level_1_on_are_asked(fields, status, stakes, count):
    assert len(fields(RULE, f"{{status: {status}, options: [{UNSURE}]}}", stakes=stakes)) == count


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            UNSURE,
            "the gain `g` comes with a chance of about 2 in 5, 60k EUR are at stake, and nothing says when to stop",
        ),
        (
            "{id: a, chosen: true, gains: [{id: g, p: 20%..50%}]}",
            "the gain `g` comes with a chance of `20%..50%`, and nothing says when to stop",
        ),
    ],
)
def test_the_message_says_how_likely_it_is_and_what_is_at_stake(record, problems_of, option, message):
    found = problems_of(record(f"options: [{option}]"), stakes=1)
    assert [one.message for one in found if one.name == f"risk/{RULE}"] == [message]
