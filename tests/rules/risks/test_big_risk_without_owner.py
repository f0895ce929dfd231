import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "big-risk-without-owner"
AT = ["options[0].risks[0].owner"]


def asked(fields, risk, cost="90k", state="owner: kim", **view):
    record = f"{{{state}, options: [{{id: x, chosen: true, cost: {cost}, risks: [{{id: r, {risk}}}]}}]}}"
    return fields(RULE, record, **({"stakes": 1} | view))


@pytest.mark.parametrize(
    ("risk", "expected"),
    [
        ("p: 0.5, impact: 20k", AT),
        ("p: 0.5, impact: 19k", []),
        ("p: 1, impact: 10k", AT),
        ("p: 0, impact: 90k", []),
        ("impact: 90k", []),
        ("p: 0.5", []),
        ("category: technical", []),
        ("priced_in: cost", []),
    ],
)
def test_a_tenth_of_the_expected_cost_is_big(fields, risk, expected):
    """10k of 90k and 10k is a tenth."""
    assert asked(fields, risk) == expected


@pytest.mark.parametrize(
    ("who", "state", "expected"),
    [
        ("owner: lee", "owner: kim", []),
        ("owner: nobody", "owner: kim", AT),
        ("mitigation: stubs", "owner: kim", []),
        ("mitigation: stubs", "tags: [x]", AT),
        ("mitigation: none", "owner: kim", AT),
    ],
)
def test_somebody_acts_on_it(fields, who, state, expected):
    assert asked(fields, f"p: 0.5, impact: 40k, {who}", state=state) == expected


@pytest.mark.parametrize(("share", "count"), [(0.0, 1), (0.3, 1), (0.4, 0)])
def test_the_policy_says_what_is_big(fields, share, count):
    policy = Policy(limits=RuleLimits(big_risk_share=share))
    assert len(asked(fields, "p: 0.5, impact: 80k", policy=policy)) == count
    assert asked(fields, "p: 0, impact: 80k", policy=policy) == []


@pytest.mark.parametrize("cost", ["0", "gone * 2", "20 person-weeks"])
def test_where_the_cost_is_not_known_nothing_is_big(fields, cost):
    assert asked(fields, "p: 0.5, impact: 40k", cost) == (AT if cost == "0" else [])


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_until_the_work_is_done(fields, state, count):
    assert len(asked(fields, "p: 0.5, impact: 40k", state=state)) == count


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(asked(fields, "p: 0.5, impact: 40k", stakes=stakes)) == count


def test_each_risk_is_measured_by_its_own_line(fields):
    risks = "[{id: a, p: 0.01, impact: 5k}, {id: b, priced_in: cost}, {id: c, p: 0.5, impact: 80k}]"
    record = f"options: [{{id: do-nothing}}, {{id: x, chosen: true, gain: 1k, cost: 50k, risks: {risks}}}]"
    assert fields(RULE, record, stakes=1) == ["options[1].risks[2].owner"]


def test_what_was_not_chosen_is_not_asked(fields):
    assert fields(RULE, "options: [{id: x, cost: 5k, risks: [{id: r, p: 0.5, impact: 40k}]}]", stakes=1) == []


def test_the_message_says_how_big_it_is(record, problems_of):
    decision = record("options: [{id: x, chosen: true, cost: 60k, risks: [{id: r, p: 0.5, impact: 40k}]}]")
    words = "`r` is expected to cost 20k EUR, 25 % of the expected cost, and nobody is named who acts on it"
    assert any(words == each.message for each in problems_of(decision, stakes=1))
