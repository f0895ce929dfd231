import pytest

METRIC = "{id: rate, baseline: 5%}"


@pytest.mark.parametrize(
    ("option", "rest", "expected"),
    [
        ("gain: 30k..60k per year", "", ["options[0].gain"]),
        ("gain: 30k..60k per year", "goal: {metric: rate}", ["options[0].gain"]),
        ("gain: 30k..60k per year", f"goal: {{metric: rate}}, metrics: [{METRIC}]", []),
        ("gain: 30k..60k per year", "goal: {metric: rate}, metrics: [{id: rate}]", ["metrics[0].baseline"]),
        ("gains: [{id: a, value: 30k..60k}]", "", ["options[0].gains[0]"]),
        ("gains: [{id: a, value: 30k..60k, metric: rate}]", f"metrics: [{METRIC}]", []),
        ("gains: [{id: a, value: 30k..60k, metric: rate}]", "", ["options[0].gains[0].metric"]),
        (
            "gains: [{id: a, value: 30k..60k, metric: rate}]",
            "metrics: [{id: x}, {id: rate, unit: '%'}]",
            ["metrics[1].baseline"],
        ),
        ("gains: [{id: a, value: 0, metric: skills}]", "metrics: [{id: skills}]", []),
        ("gains: [{id: a, metric: skills}]", "", []),
        ("gains: [{id: a, value: 5k, metric: m}, {id: b, value: 6k, metric: m}]", "", ["options[0].gains[0].metric"]),
        ("gains: [{id: a, same_as: other.b}]", f"metrics: [{METRIC}]", []),
        ("gains: [{id: a, same_as: other.gone}]", "", []),
        ("cost: 5k", "", []),
        ("scores: {potential: 4}", "", []),
    ],
)
def test_what_the_chosen_option_gains_is_compared_with_today(fields, option, rest, expected):
    other = "{id: other, gain: 9k, gains: [{id: b, value: 7k, metric: rate}]}"
    record = f"{{options: [{{id: x, chosen: true, {option}}}, {other}], {rest}}}"
    assert fields("no-baseline", record) == expected


@pytest.mark.parametrize(("status", "count"), [("proposed", 1), ("draft", 0), ("rejected", 0), ("superseded", 0)])
def test_only_live_decisions_are_asked(fields, status, count):
    assert len(fields("no-baseline", f"{{status: {status}, options: [{{id: x, chosen: true, gain: 5k}}]}}")) == count
