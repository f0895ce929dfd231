import pytest

RULE = "one-way-door-taken-lightly"
AT = ["approvers"]
ONE_WAY = "reversibility: one-way"


@pytest.mark.parametrize(
    ("approvers", "expected"),
    [
        ("[]", AT),
        ("lee", AT),
        ("[lee, Lee]", AT),
        ("[lee, tbd]", AT),
        ("[lee, ana]", []),
        ("[lee, ana, kim]", []),
    ],
)
def test_two_people_approve_what_cannot_be_taken_back(fields, approvers, expected):
    assert fields(RULE, f"{{{ONE_WAY}, approvers: {approvers}}}") == expected


@pytest.mark.parametrize(
    ("care", "expected"),
    [
        ("premortem: the index cannot be built again", []),
        ("premortem: tbd", AT),
        ("objections: [We cannot staff it]", []),
        ("objections: none", AT),
        ("compliance: [{kind: dpia}]", []),
        ("goal: {ethics: {reviewed_by: trust-team}}", []),
        ("goal: {ethics: {reviewed_by: '-'}}", AT),
        ("goal: {problem: Old events are dear}", AT),
        ("reviews: [{date: 2026-07-01}]", []),
        ("deciders: [kim, lee]", AT),
        ("consulted: [finance]", AT),
    ],
)
def test_any_other_sign_of_care_is_enough(fields, care, expected):
    assert fields(RULE, f"{{{ONE_WAY}, {care}}}") == expected


@pytest.mark.parametrize("text", ["{}", "reversibility: two-way"])
def test_a_door_that_opens_both_ways_may_be_taken_quickly(fields, text):
    assert fields(RULE, text, stakes=2) == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("[{id: do-nothing, chosen: true}, {id: delete}]", []),
        ("[{id: keep, kind: do-nothing, chosen: true}]", []),
        ("[{id: do-nothing}, {id: delete, chosen: true}]", AT),
        ("[{id: do-nothing, chosen: true}, {id: delete, chosen: true}]", AT),
        ("[{id: do-nothing}, {id: delete}]", AT),
    ],
)
def test_to_stay_goes_through_no_door(fields, options, expected):
    assert fields(RULE, f"{{{ONE_WAY}, options: {options}}}") == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("delivery: planned", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: proposed", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_before_the_door_has_closed(fields, state, count):
    assert len(fields(RULE, f"{{{state}, {ONE_WAY}}}")) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, ONE_WAY, successor) == []


@pytest.mark.parametrize(("approvers", "who"), [("[]", "nobody"), ("[Lee]", "only Lee")])
def test_the_message_says_who_approved(record, problems_of, approvers, who):
    found = [problem.message for problem in problems_of(record(f"{{{ONE_WAY}, approvers: {approvers}}}"))]
    words = f"it cannot be taken back, {who} approved it, and it has no review, no premortem and no objection"
    assert words in found
