import pytest

RULE = "partner-not-agreed"
AT = "options[0].partners[0].agreed"


def option(partner, chosen="chosen: true"):
    return f"options: [{{id: sota, {chosen}, partners: [{{team: features, {partner}}}]}}]"


@pytest.mark.parametrize(
    ("partner", "expected"),
    [
        ("agreed: no", [AT]),
        ("agreed: false", [AT]),
        ("agreed: 2026-02-18", []),
        ("agreed: yes", []),
        ("needed_for: twelve features", []),
    ],
)
def test_only_a_written_no_counts(fields, partner, expected):
    assert fields(RULE, option(partner), stakes=0) == expected


def test_each_partner_is_asked_for(fields):
    partners = "[{team: a, agreed: no}, {team: b, agreed: yes}, {team: c, agreed: no}]"
    record = f"options: [{{id: do-nothing}}, {{id: x, chosen: true, partners: {partners}}}]"
    assert fields(RULE, record) == ["options[1].partners[0].agreed", "options[1].partners[2].agreed"]


@pytest.mark.parametrize("chosen", ["chosen: false", "kind: build"])
def test_a_partner_of_what_was_not_chosen_need_not_agree(fields, chosen):
    assert fields(RULE, option("agreed: no", chosen)) == []


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: planned", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 1),
        ("status: draft", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_until_the_work_is_done(fields, state, count):
    assert len(fields(RULE, f"{{{state}, {option('agreed: no')}}}")) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, option("agreed: no"), successor) == []


@pytest.mark.parametrize("options", ["[]", "[{id: x, chosen: true}]"])
def test_a_record_without_partners_is_not_asked(fields, options):
    assert fields(RULE, f"options: {options}") == []


@pytest.mark.parametrize(
    ("partner", "words"),
    [
        ("agreed: no, needed_for: 12 new features", "`features` is needed for 12 new features and has not agreed"),
        ("agreed: no", "`features` is needed for this and has not agreed"),
    ],
)
def test_the_message_says_who_and_what_for(record, problems_of, partner, words):
    found = [problem.message for problem in problems_of(record(option(partner)), stakes=0)]
    assert any(words in message for message in found)
