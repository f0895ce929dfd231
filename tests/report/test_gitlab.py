import json

from msgspec.structs import replace

from roi_plugin.report.fingerprint import fingerprints
from roi_plugin.report.gitlab import render


def test_findings_become_code_quality_issues(three):
    first, second, third = fingerprints(three)
    assert json.loads(render(three, records=12)) == [
        {
            "description": "`prices` is not a field of an option. Did you mean `price`?",
            "check_name": "schema/unknown-key",
            "fingerprint": first,
            "severity": "critical",
            "location": {"path": "decisions/0042-x.md", "lines": {"begin": 12}},
        },
        {
            "description": "there is no date at which to look back",
            "check_name": "risk/no-review-date",
            "fingerprint": second,
            "severity": "minor",
            "location": {"path": "decisions/0043-y.yml", "lines": {"begin": 1}},
        },
        {
            "description": "nothing says 50 %, as of now: measured. Measure it",
            "check_name": "risk/no-baseline",
            "fingerprint": third,
            "severity": "info",
            "location": {"path": "decisions/a b,c:d.md", "lines": {"begin": 7}},
        },
    ]


def test_a_message_that_asks_keeps_its_question_mark(three):
    asking = replace(three[0], message="whose weeks make it work?", help="say it")
    (issue,) = json.loads(render([asking], records=1))
    assert issue["description"] == "whose weeks make it work? Say it"


def test_nothing_found_is_an_empty_list():
    assert render([], records=12) == "[]\n"


def test_hostile_text_stays_one_line_of_plain_ascii(hostile):
    text = render([hostile], records=1)
    assert text.isascii()
    assert json.loads(text)[0]["description"].isprintable()
