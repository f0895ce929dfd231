import pytest

RULE = "risk-without-guardrail"
AT = ["options[0].risks[0].guardrail"]


def option(risk, rest=""):
    return f"{rest}options: [{{id: sota, chosen: true, risks: [{{id: late, {risk}}}]}}]"


def asked(fields, text, stakes=1, state="delivery: planned"):
    return fields(RULE, f"{{{state}, {text}}}", stakes=stakes)


@pytest.mark.parametrize(
    ("risk", "expected"),
    [
        ("category: technical", AT),
        ("p: 0.4, impact: 30k..120k, mitigation: stubs, owner: lee", AT),
        ("p: 0..10%", AT),
        ("guardrail: feature_freshness", []),
        ("priced_in: build", []),
        ("not_applicable: nothing is late", []),
        ("p: 0", []),
    ],
)
def test_a_risk_is_watched_priced_or_none(fields, risk, expected):
    assert asked(fields, option(risk)) == expected


@pytest.mark.parametrize(("risk", "expected"), [("late", []), ("sota.late", []), ("other", AT)])
def test_a_guardrail_may_name_the_risk_instead(fields, risk, expected):
    guardrails = f"guardrails: [{{metric: freshness, for_risk: {risk}}}], "
    assert asked(fields, option("p: 0.4", guardrails)) == expected


@pytest.mark.parametrize(
    ("category", "expected"), [("compliance", []), ("privacy-security", []), ("technical", AT), ("people", AT)]
)
def test_a_review_stands_for_a_guardrail_where_the_risk_is_the_law(fields, category, expected):
    assert asked(fields, option(f"category: {category}", "compliance: [{kind: dpia}], ")) == expected
    assert asked(fields, option(f"category: {category}")) == AT


def test_each_risk_of_the_chosen_option_is_asked_for(fields):
    risks = "[{id: a}, {id: b, guardrail: m}, {id: c}]"
    record = f"options: [{{id: x, risks: [{{id: z}}]}}, {{id: y, chosen: true, risks: {risks}}}]"
    assert asked(fields, record) == ["options[1].risks[0].guardrail", "options[1].risks[2].guardrail"]


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_while_the_risk_can_happen(fields, state, count):
    assert len(asked(fields, option("p: 0.4"), state=state)) == count


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(asked(fields, option("p: 0.4"), stakes=stakes)) == count


@pytest.mark.parametrize("options", ["[]", "[{id: x, chosen: true}]"])
def test_a_record_without_risks_is_not_asked(fields, options):
    assert asked(fields, f"options: {options}") == []
