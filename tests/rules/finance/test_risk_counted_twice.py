import pytest

BUILD = "costs: [{id: build, time: 4..15 person-weeks}]"


@pytest.mark.parametrize(
    ("risk", "flagged"),
    [
        ("p: 0.3, impact: 10k, priced_in: build", True),
        ("p: 10%..30%, impact: 10k..30k, priced_in: build", True),
        ("p: 0.3, impact_same_as: other, priced_in: build", True),
        ("p: 0.3, impact: 10k", False),
        ("priced_in: build", False),
        ("p: 0.3, priced_in: build", False),
        ("impact: 10k, priced_in: build", False),
        ("p: 0, impact: 10k, priced_in: build", False),
        ("p: 0.3, impact: 0, priced_in: build", False),
        ("not_applicable: no personal data", False),
    ],
)
@pytest.mark.parametrize("chosen", ["true", "false"])
def test_a_risk_is_an_event_or_priced_in(fields, risk, flagged, chosen):
    other = "{id: other, p: 0.1, impact: 5k}"
    text = f"options: [{{id: x, chosen: {chosen}, {BUILD}, risks: [{other}, {{id: r, {risk}}}]}}]"
    assert fields("risk-counted-twice", text) == (["options[0].risks[1].priced_in"] if flagged else [])


@pytest.mark.parametrize(
    ("rate", "flagged"),
    [
        ("{value: 15%, note: 8% and a risk premium of 7%}", True),
        ("{value: 15%, assumption: Risk-adjusted by finance}", True),
        ("{value: 15%, source: 'Finance handbook, risk-loaded rate'}", True),
        ("{value: 15%, note: Holds a risk allowance}", True),
        ("{value: 8%, note: Without a risk premium}", False),
        ("{value: 8%, note: 'Risk-free rate, no risk margin'}", False),
        ("{value: 8%, note: Not risk-adjusted}", False),
        ("{value: 8%, note: The risk of a change of rates is small}", False),
        ("8%", False),
    ],
)
@pytest.mark.parametrize(
    ("lines", "counted"),
    [
        ("risks: [{id: r, p: 0.3, impact: 10k}]", True),
        ("gains: [{id: g, value: 9k per year, p: 0.4}]", True),
        ("gains: [{id: g, value: 9k per year}]", False),
        ("risks: [{id: r, priced_in: build}]", False),
    ],
)
def test_a_rate_that_holds_risk_is_no_rate_beside_risks_that_are_counted(fields, rate, flagged, lines, counted):
    text = f"{{economics: {{discount_rate: {rate}}}, options: [{{id: x, chosen: true, {BUILD}, {lines}}}]}}"
    assert fields("risk-counted-twice", text) == (["economics.discount_rate"] if flagged and counted else [])


@pytest.mark.parametrize(
    ("status", "count"), [("proposed", 1), ("accepted", 1), ("draft", 0), ("rejected", 0), ("superseded", 0)]
)
def test_it_is_asked_of_what_is_live(fields, status, count):
    risks = "risks: [{id: r, p: 0.3, impact: 10k, priced_in: build}]"
    text = f"{{status: {status}, options: [{{id: x, chosen: true, {BUILD}, {risks}}}]}}"
    assert len(fields("risk-counted-twice", text)) == count


def test_the_message_says_where_it_counts(record, problems_of):
    risk = "{id: r, p: 0.3, impact_same_as: other, priced_in: build}"
    decision = record(f"options: [{{id: x, chosen: true, {BUILD}, risks: [{{id: other, impact: 9k}}, {risk}]}}]")
    found = next(each for each in problems_of(decision) if each.name == "risk/risk-counted-twice")
    assert found.message == (
        "`r` is priced in `build` and has a chance (0.3) and an impact (that of `other`) as well: the figures count it "
        "in `build` only"
    )
    assert found.severity.value == "error"
