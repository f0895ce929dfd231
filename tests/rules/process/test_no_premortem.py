import pytest

from roi_plugin.model.policy import Policy, RuleLimits

RULE = "no-premortem"
AT = ["premortem"]


@pytest.mark.parametrize(
    ("premortem", "expected"),
    [
        ("", AT),
        ("premortem: []", AT),
        ("premortem: [none, tbd, '-']", AT),
        ("premortem: [late]", AT),
        ("premortem: [late, dear]", AT),
        ("premortem: [late, dear, '-']", AT),
        ("premortem: [late, dear, unused]", []),
        ("premortem: It comes late. It is dear. Nobody uses it.", []),
        ("premortem: late; dear; unused", []),
        ('premortem: "late\\ndear\\nunused"', []),
        ("premortem: It comes 1.5 months late", AT),
    ],
)
def test_three_causes_of_failure_are_named(fields, premortem, expected):
    assert fields(RULE, f"{{{premortem}}}", stakes=2) == expected


@pytest.mark.parametrize(("causes", "expected"), [(0, []), (1, []), (2, []), (4, AT)])
def test_the_policy_says_how_many(fields, causes, expected):
    policy = Policy(limits=RuleLimits(premortem_causes=causes))
    assert fields(RULE, "premortem: [late, dear]", stakes=2, policy=policy) == expected


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("## Premortem\n\nIt came late.", 0),
        ("text\n\n### The pre-mortem of 3 May\n", 0),
        ("We will hold a premortem.", 1),
        ("", 1),
    ],
)
def test_a_premortem_may_stand_in_the_text(record, problems_of, body, count):
    found = problems_of(record("{}", body=body), stakes=2)
    assert [problem.name for problem in found].count(f"risk/{RULE}") == count


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: planned", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_before_it_is_known_what_happened(fields, state, count):
    """Rules document, section E5: the record of section G3 names two causes, was reverted, and is not asked."""
    assert len(fields(RULE, f"{{{state}}}", stakes=2)) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    assert fields(RULE, "{}", record("supersedes: '0001-cache'", path="0002-better.md"), stakes=2) == []


def test_below_its_stakes_it_is_silent(fields):
    assert fields(RULE, "{}", stakes=1) == []


@pytest.mark.parametrize(("premortem", "names"), [("[]", "none of 3"), ("[late]", "only 1 of 3")])
def test_the_message_counts_the_causes(record, problems_of, premortem, names):
    found = problems_of(record(f"{{personal_data: true, premortem: {premortem}}}"))
    words = f"it concerns personal data, and {names} causes are named for which it may fail"
    assert words in [problem.message for problem in found]
