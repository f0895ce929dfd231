import pytest

RULE = "no-drift-monitoring"
AT = ["guardrails"]


def asked(fields, rest="", option="kind: ml", state="delivery: delivered", stakes=2):
    return fields(RULE, f"{{{state}, {rest}options: [{{id: sota, chosen: true, {option}}}]}}", stakes=stakes)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", AT),
        ("guardrails: [{metric: p99_latency}], ", AT),
        ("guardrails: [{metric: unseen_hotels, quality: drift}], ", []),
        ("guardrails: [{metric: psi}], ", []),
        ("guardrails: [{metric: upsides}], ", AT),
        ("guardrails: [{metric: precision_at_10}], ", []),
        ("guardrails: [{metric: forecast_error}], ", []),
        ("guardrails: [{metric: error_rate}], ", AT),
        ("metrics: [{id: recall, role: technical}], ", []),
        ("metrics: [{id: booking_rate}], ", AT),
    ],
)
def test_a_guardrail_or_metric_watches_data_or_answers(fields, rest, expected):
    assert asked(fields, rest) == expected


@pytest.mark.parametrize(
    ("mitigation", "expected"), [("retrained each week", []), ("a monitor on the inputs", []), ("stubs", AT)]
)
def test_a_mitigation_that_speaks_of_it_counts(fields, mitigation, expected):
    assert asked(fields, option=f"kind: ml, risks: [{{id: r, mitigation: {mitigation}}}]") == expected


@pytest.mark.parametrize("option", ["kind: non-ml", "kind: buy", "title: no kind", "kind: ml, chosen: false"])
def test_only_machine_learning_that_was_chosen_is_asked(fields, option):
    assert fields(RULE, f"{{delivery: delivered, options: [{{id: sota, {option}}}]}}", stakes=2) == []


@pytest.mark.parametrize("state", ["delivery: planned", "delivery: in-progress", "delivery: reverted", "tags: [x]"])
def test_what_does_not_run_is_not_asked(fields, state):
    assert asked(fields, state=state) == []


@pytest.mark.parametrize("status", ["draft", "proposed", "deprecated", "superseded"])
def test_what_does_not_bind_is_not_asked(fields, status):
    assert asked(fields, state=f"delivery: delivered, status: {status}") == []


@pytest.mark.parametrize(("stakes", "count"), [(1, 0), (2, 1)])
def test_only_a_large_decision_is_asked(fields, stakes, count):
    assert len(asked(fields, stakes=stakes)) == count
