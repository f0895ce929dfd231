import pytest

PRICED = "cost: 300k..500k"


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (f"options: [{{id: x, chosen: true, {PRICED}}}]", True),
        (f"{{reference_class: {{cost: software-effort}}, options: [{{id: x, chosen: true, {PRICED}}}]}}", False),
        (f"{{reference_class: {{benefit: online-experiments}}, options: [{{id: x, chosen: true, {PRICED}}}]}}", False),
        (f"options: [{{id: x, {PRICED}}}, {{id: y, chosen: true, kind: do-nothing}}]", False),
        (f"options: [{{id: x, kind: hire, chosen: true, {PRICED}}}]", False),
        (f"options: [{{id: x, kind: process, chosen: true, {PRICED}}}]", False),
        (f"{{status: proposed, options: [{{id: x, kind: hire, {PRICED}}}, {{id: y, {PRICED}}}]}}", True),
        ("options: [{id: x, chosen: true, scores: {potential: 4}}]", False),
        ("options: [{id: x, chosen: true, costs: [{id: c}]}]", False),
        ("{}", False),
        (f"{{status: draft, options: [{{id: x, chosen: true, {PRICED}}}]}}", False),
        (f"{{status: rejected, options: [{{id: x, chosen: true, {PRICED}}}]}}", False),
        (f"{{delivery: in-progress, options: [{{id: x, chosen: true, {PRICED}}}]}}", True),
        (f"{{delivery: delivered, options: [{{id: x, chosen: true, {PRICED}}}]}}", False),
    ],
)
def test_a_priced_project_is_held_against_a_class(fields, text, flagged):
    assert fields("no-outside-view", text, stakes=2) == (["reference_class"] if flagged else [])


def test_only_large_decisions_are_asked(fields):
    assert fields("no-outside-view", f"options: [{{id: x, chosen: true, {PRICED}}}]", stakes=1) == []


def test_the_message_names_the_dearest_estimate(record, problems_of):
    decision = record("{status: proposed, options: [{id: x, cost: 300k}, {id: y, cost: 400k}]}")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/no-outside-view")
    assert message.startswith("400k EUR of cost is estimated from inside the plan alone")
