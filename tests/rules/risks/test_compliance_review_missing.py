import pytest

RULE = "compliance-review-missing"
DATA, PEOPLE = "personal_data: yes", "goal: {people_affected: yes}"


def asked(fields, *parts, stakes=2):
    return fields(RULE, "{" + ", ".join(filter(None, parts)) + "}", stakes=stakes)


@pytest.mark.parametrize(
    ("compliance", "expected"),
    [
        ("", ["compliance"]),
        ("compliance: []", ["compliance"]),
        ("compliance: [{kind: dpia}]", ["compliance[0].ref"]),
        ("compliance: [{kind: dpia, ref: TBD}]", ["compliance[0].ref"]),
        ("compliance: [{kind: dpia, ref: DPIA-2026-04}]", []),
        ("compliance: [{kind: dpia, date: 2026-02-20}]", []),
        ("compliance: [{kind: legal}, {kind: dpia, ref: DPIA-2026-04}]", []),
    ],
)
@pytest.mark.parametrize("why", [DATA, PEOPLE])
def test_a_review_can_be_found(fields, why, compliance, expected):
    assert asked(fields, why, compliance) == expected


@pytest.mark.parametrize("why", ["", "personal_data: no", "goal: {people_affected: no}", "goal: {problem: x}"])
def test_where_no_people_are_touched_none_is_needed(fields, why):
    assert asked(fields, why) == []


@pytest.mark.parametrize(
    ("goal", "data", "count"),
    [
        ("{people_affected: yes, ethics: {reviewed_by: trust-team}}", "", 0),
        ("{people_affected: yes, ethics: {reviewed_by: nobody}}", "", 1),
        ("{people_affected: yes, ethics: {date: 2026-02-20}}", "", 1),
        ("{people_affected: yes, ethics: {reviewed_by: trust-team}}", DATA, 1),
    ],
)
def test_an_ethics_review_is_enough_where_no_data_is_processed(fields, goal, data, count):
    assert len(asked(fields, f"goal: {goal}", data)) == count


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("delivery: planned", 1),
        ("delivery: delivered", 1),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: proposed", 0),
        ("status: deprecated", 0),
    ],
)
def test_it_is_asked_of_what_binds_and_stands(fields, state, count):
    assert len(asked(fields, state, DATA)) == count


@pytest.mark.parametrize(("stakes", "count"), [(0, 0), (1, 1)])
def test_a_small_decision_is_not_asked(fields, stakes, count):
    assert len(asked(fields, PEOPLE, stakes=stakes)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DATA, "data about people is processed, and no review is named"),
        (PEOPLE, "the solution decides about people, and no review is named"),
        (f"{DATA}, compliance: [{{kind: dpia}}]", "the review `dpia` has neither a date nor a place to find it"),
    ],
)
def test_the_message_says_why_one_is_needed(record, problems_of, text, words):
    assert any(words in each.message for each in problems_of(record(f"{{{text}}}"), stakes=2))
