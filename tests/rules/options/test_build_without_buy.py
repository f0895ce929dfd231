import pytest

RULE = "build-without-buy"
BUILD = "{id: own, kind: build, chosen: true, cost: 60k}"
IDLE = "{id: do-nothing}"
WORK = "{id: b, kind: process, costs: [{id: r, time: 9 person-weeks per year}]}"
RUNNING = "{id: keep, kind: do-nothing, chosen: true, costs: [{id: run, time: 200 person-weeks per year}]}"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (BUILD, ["options"]),
        (f"{BUILD}, {IDLE}", ["options"]),
        (f"{BUILD}, {{id: b, kind: hire, cost: 5k}}", ["options"]),
        (f"{BUILD}, {{id: b, kind: buy, cost: 5k}}", []),
        (f"{BUILD}, {{id: b, kind: buy, costs: [{{id: c, same_as: own.cost}}]}}", []),
        (f"{BUILD}, {{id: b, kind: buy, scores: {{potential: 2}}}}", []),
        (f"{BUILD}, {{id: b, kind: buy}}", ["options[1]"]),
        (f"{BUILD}, {{id: b, kind: buy, gain: 5k}}", ["options[1]"]),
        (f"{BUILD}, {{id: b, kind: buy, rejected_because: Too dear}}", ["options[1]"]),
        (f"{BUILD}, {{id: b, kind: buy, rejected_because: 300k a year}}", []),
        (f"{BUILD}, {{id: b, kind: buy, constraint: Data may not leave}}", []),
        (f"{BUILD}, {{id: b, kind: buy}}, {{id: c, kind: buy, cost: 5k}}", []),
        ("{id: own, kind: build, chosen: true, cost: 60k, constraint: Data may not leave}", []),
        ("{id: own, kind: feature, chosen: true, cost: 60k}", []),
        ("{id: own, kind: build}, {id: b, kind: process, chosen: true}", []),
        ("{id: own, kind: build}, {id: b, kind: process}", ["options"]),
        (f"{BUILD}, {{id: b, chosen: true}}", ["options"]),
        ("", []),
    ],
)
def test_what_is_built_is_compared_with_what_can_be_bought(fields, options, expected):
    assert fields(RULE, f"{{options: [{options}]}}", stakes=1) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (RUNNING, ["options"]),
        (f"{RUNNING}, {{id: staff, kind: build, cost: 9k}}", ["options"]),
        (f"{RUNNING}, {{id: vendor, kind: buy, cost: 9k}}", []),
        (f"{RUNNING}, {{id: vendor, kind: buy}}", ["options[1]"]),
        ("{id: do-nothing, chosen: true}", []),
        ("{id: do-nothing, chosen: true, cost: 90k}", []),
        ("{id: do-nothing, chosen: true, costs: [{id: fee, money: 90k per year}]}", []),
        ("{id: do-nothing, chosen: true, costs: [{id: move, time: 9 person-weeks}]}", []),
        ("{id: do-nothing, chosen: true, costs: [{id: run, time: 9 person-weeks, per: year}]}", ["options"]),
        (f"{{id: do-nothing, chosen: true, costs: [{{id: r, same_as: b.r}}]}}, {WORK}", ["options"]),
        (f"{{id: do-nothing, chosen: true, costs: [{{id: r, same_as: b.gone}}]}}, {WORK}", []),
        ("{id: do-nothing, costs: [{id: run, time: 9 person-weeks per year}]}, {id: b, kind: hire, chosen: true}", []),
    ],
)
def test_so_is_what_goes_on_running_by_ones_own_people(fields, options, expected):
    assert fields(RULE, f"{{options: [{options}]}}", stakes=1) == expected


@pytest.mark.parametrize(
    "idle",
    [
        "title: Stay in the cloud at the rate of 2022",
        "title: Stay with AWS",
        "title: Renew the vendor's contract",
        "costs: [{id: licence_fee, money: 9k}]",
        "costs: [{id: a, title: Rent for the servers, money: 9k}]",
    ],
)
def test_to_stay_with_a_vendor_is_the_bought_way(fields, idle):
    assert fields(RULE, f"{{options: [{BUILD}, {{id: do-nothing, {idle}}}]}}", stakes=2) == []


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 0), (2, 1)])
def test_two_ways_to_build_are_about_how_until_the_stakes_are_large(fields, stakes, count):
    record = f"{{options: [{BUILD}, {{id: other, kind: build, cost: 50k}}]}}"
    assert len(fields(RULE, record, stakes=stakes)) == count


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
    assert len(fields(RULE, f"{{status: {status}, options: [{BUILD}]}}", stakes=stakes)) == count


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (BUILD, "`own` costs 60k EUR, and no option says what it would cost to buy it"),
        ("{id: own, kind: build}", "`own` is work of one's own, and no option says what it would cost to buy it"),
        (
            f"{BUILD}, {{id: vendor, kind: buy}}",
            "`own` costs 60k EUR, and the bought way to compare it with (`vendor`) has neither a cost nor scores",
        ),
    ],
)
def test_the_message_says_what_the_own_work_costs(record, problems_of, options, message):
    found = problems_of(record(f"options: [{options}]"), stakes=1)
    assert [one.message for one in found if one.name == f"risk/{RULE}"] == [message]
