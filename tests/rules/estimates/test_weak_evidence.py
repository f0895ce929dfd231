import datetime as dt

import pytest

from roi_plugin.model.policy import Policy, RuleLimits

PLACE = "options[1].gains[0].inputs.users"
LISTED = """
    - {id: log, kind: data, date: 2026-01-15}
    - {id: old-log, kind: data, date: 2025-03-01}
    - {id: year-old-log, kind: data, date: 2025-03-02}
    - {id: brochure, kind: vendor}
    - {id: likeness, kind: analogy}
    - {id: hunch, kind: none}
    - {id: offer, kind: quote}
    - {id: next-log, kind: data, date: 2026-09-11}
"""


def rules(fields, users, more="", head="", evidence=LISTED, **view):
    gain = f"{{id: g, value: users * worth, per: year, inputs: {{users: {users}, worth: 2..3}}}}"
    listed = f"evidence: {evidence}" if evidence else ""
    options = f"\noptions:\n  - id: do-nothing\n  - {{id: x, chosen: true, cost: 60k..70k, gains: [{gain}]{more}}}\n"
    return fields("weak-evidence", f"{head}{options}{listed}", **{"stakes": 1} | view)


@pytest.mark.parametrize(
    ("users", "flagged"),
    [
        ("{range: 1k..90k, evidence: log}", False),
        ("{range: 1k..90k, evidence: offer}", False),
        ("{range: 1k..90k, evidence: brochure}", True),
        ("{range: 1k..90k, evidence: likeness}", True),
        ("{range: 1k..90k, evidence: hunch}", True),
        ("{range: 1k..90k, evidence: none}", True),
        ("{range: 1k..90k, evidence: vendor}", True),
        ("{range: 1k..90k, evidence: survey}", False),
        ("{range: 1k..90k, evidence: our dashboards}", False),
        ("{range: 1k..90k, evidence: TBD}", True),
        ("{range: 1k..90k, evidence: brochure, source: TBD}", True),
        ("{range: 1k..90k, evidence: [brochure, likeness]}", True),
        ("{range: 1k..90k, evidence: [brochure, log]}", False),
        ("{range: 1k..90k, evidence: old-log}", True),
        ("{range: 1k..90k, evidence: year-old-log}", False),
        ("{range: 1k..90k, evidence: next-log}", True),
        ("{range: 1k..90k, evidence: brochure, source: Annual report 2025}", False),
        ("30k", False),
    ],
)
def test_one_good_piece_of_evidence_is_enough_for_the_number_that_decides(fields, users, flagged):
    assert rules(fields, users) == ([f"{PLACE}.evidence"] if flagged else [])


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("", [PLACE]),
        ("[{id: brochure, kind: vendor}]", [PLACE]),
        ("[{id: log, kind: data}]", []),
        ("[{id: log, kind: data, date: 2099-01-15}]", [PLACE]),
        ("[{id: log}]", []),
    ],
)
def test_a_number_without_evidence_is_asked_unless_good_evidence_is_listed_for_no_number(fields, evidence, expected):
    assert rules(fields, "1k..90k", evidence=evidence) == expected


def test_good_evidence_that_another_number_names_is_not_meant_for_this_one(fields):
    more = ", risks: [{id: r, p: {value: 0.1, evidence: log}, impact: 5k}]"
    assert rules(fields, "1k..90k", more, evidence="[{id: log, kind: data}]") == [PLACE]


@pytest.mark.parametrize(
    ("status", "today", "flagged"),
    [
        ("proposed", "2027-01-15", False),
        ("proposed", "2027-01-16", True),
        ("accepted", "2029-01-16", False),
    ],
)
def test_evidence_ages_until_the_decision_is_made(fields, status, today, flagged):
    users = "{range: 1k..90k, evidence: log}"
    found = rules(fields, users, head=f"status: {status}", today=dt.date.fromisoformat(today))
    assert bool(found) is flagged


@pytest.mark.parametrize(("months", "flagged"), [(1, True), (2, False)])
def test_the_policy_says_how_old_evidence_may_be(fields, months, flagged):
    policy = Policy(limits=RuleLimits(evidence_months=months))
    assert bool(rules(fields, "{range: 1k..90k, evidence: log}", policy=policy)) is flagged


@pytest.mark.parametrize(
    ("head", "flagged"),
    [
        ("status: proposed", True),
        ("status: draft", False),
        ("status: rejected", False),
        ("status: deprecated", False),
        ("delivery: in-progress", True),
        ("delivery: reverted", True),
        ("delivery: delivered", False),
    ],
)
def test_it_is_asked_while_the_work_is_not_behind_it(fields, head, flagged):
    assert bool(rules(fields, "1k..90k", head=head, evidence="")) is flagged


@pytest.mark.parametrize(
    ("gain", "listed", "expected"),
    [
        ("value: 100k..300k per year, p: 0.3", "", ["p"]),
        ("value: {range: 100k..300k per year, evidence: experiment}, p: 0.3", "", []),
        ("value: {range: 100k..300k per year, evidence: pilot}, p: {value: 0.3, evidence: vendor}", "", []),
        ("value: {range: 100k..300k per year, evidence: data}, p: 0.3", "", ["p"]),
        ("value: {range: 100k..300k per year, evidence: e}, p: 0.3", "{id: e, kind: prototype, date: 2026-01-15}", []),
        (
            "value: {range: 100k..300k per year, evidence: e}, p: 0.3",
            "{id: e, kind: prototype, date: 2020-01-15}",
            ["p"],
        ),
        ("value: n * 2k, inputs: {n: {range: 50..150, evidence: experiment}}, p: 0.3", "", []),
        ("same_as: lost.g, p: 0.3", "", []),
    ],
)
def test_a_trial_that_the_amount_names_stands_for_the_chance_too(fields, gain, listed, expected):
    """As it does for the rule success-above-base-rate."""
    option = f"{{id: x, chosen: true, cost: 60k..70k, gains: [{{id: g, {gain}}}]}}"
    found = fields("weak-evidence", f"{{options: [{{id: do-nothing}}, {option}], evidence: [{listed}]}}")
    assert found == [f"options[1].gains[0].{field}" for field in expected]


def test_a_small_decision_is_not_asked(fields):
    assert rules(fields, "1k..90k", evidence="", stakes=0) == []


def test_the_message_says_what_it_is_worth_and_what_it_rests_on(record, problems_of):
    listed = "{id: brochure, kind: vendor}, {id: log, kind: data, date: 2024-01-05}, {id: test, date: 2099-01-05}"
    head = f"evidence: [{listed}]"
    gain = "{range: 10k..300k per year, evidence: [brochure, log, test]}"
    decision = record(f"{head}\noptions: [{{id: do-nothing}}, {{id: x, chosen: true, cost: 60k, gain: {gain}}}]")
    message = next(found.message for found in problems_of(decision) if found.name == "risk/weak-evidence")
    assert message == (
        "the choice turns on `gain` (10k..300k per year): to know it would be worth 16.6k EUR, and it rests on "
        "`brochure` (a seller's word) and `log` of 2024-01-05 (more than 12 months before) and "
        "`test` (of 2099-01-05, a day to come)"
    )
