import pytest

RULE = "on-call-not-priced"
AT = ["options[0].costs"]
SERVING = "{id: serving, money: 10k..60k per year}"


def option(costs, kind="ml", guardrail=None):
    watched = f"guardrails: [{{metric: {guardrail}}}], " if guardrail else ""
    return f"{watched}options: [{{id: sota, kind: {kind}, chosen: true, costs: [{costs}]}}]"


def asked(fields, text, stakes=1, state="delivery: planned"):
    return fields(RULE, f"{{{state}, {text}}}", stakes=stakes)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (SERVING, AT),
        ("{id: run, title: Cloud servers, money: 3k, per: month}", AT),
        ("{id: servers, money: 600k}", []),
        ("{id: licence, money: 20k per year}", []),
        ("{id: services, money: 20k per year}", []),
        ("{id: build, time: 20..60 person-weeks}", []),
    ],
)
def test_a_recurring_bill_for_servers_shows_a_running_system(fields, line, expected):
    assert asked(fields, option(line)) == expected


@pytest.mark.parametrize(
    ("guardrail", "expected"),
    [
        ("p99_latency", AT),
        ("uptime", AT),
        ("pages_per_week", AT),
        ("checkout_error_rate", AT),
        ("lines_per_page", []),
        ("step999", []),
        ("feature_freshness", []),
    ],
)
@pytest.mark.parametrize("kind", ["ml", "do-nothing"])
def test_so_does_a_guardrail_on_it(fields, kind, guardrail, expected):
    assert asked(fields, option("{id: build, time: 20..60 person-weeks}", kind, guardrail)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "{id: on_call, time: 4..10 person-weeks}",
        "{id: on_call, time: 0}",
        "{id: incidents, money: 5k..30k per year}",
        "{id: run, title: Support by the platform team, money: 20k}",
        "{id: run, time: 4..10 person-weeks per year}",
        "{id: run, time: 1 person-week, per: month}",
        "{id: run, same_as: other.run}",
        "{id: run, same_as: gone.run}",
    ],
)
def test_people_who_look_after_it_silence_it(fields, line):
    other = "{id: other, costs: [{id: run, time: 4..10 person-weeks per year}]}"
    record = f"options: [{{id: sota, kind: ml, chosen: true, costs: [{SERVING}, {line}]}}, {other}]"
    assert asked(fields, record) == []


@pytest.mark.parametrize("kind", ["buy", "hire", "process"])
def test_what_is_no_system_of_ours_is_not_asked(fields, kind):
    assert asked(fields, option(SERVING, kind, "p99_latency")) == []


@pytest.mark.parametrize("options", ["[]", "[{id: x, chosen: true, cost: 5k}]", f"[{{id: x, costs: [{SERVING}]}}]"])
def test_an_option_without_single_costs_or_choice_is_not_asked(fields, options):
    assert asked(fields, f"guardrails: [{{metric: uptime}}], options: {options}") == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: deprecated", 0),
    ],
)
def test_what_no_longer_runs_calls_nobody(fields, state, count):
    assert len(asked(fields, option(SERVING), state=state)) == count


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(asked(fields, option(SERVING), stakes=stakes)) == count
