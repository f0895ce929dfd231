import re

import pytest

from roi_plugin.model.finding import Severity
from roi_plugin.report.github import render, step_summary

EXPECTED = """\
::error file=decisions/0042-x.md,line=12,col=5,endColumn=11,title=schema/unknown-key\
::`prices` is not a field of an option%0Adid you mean `price`?
::warning file=decisions/0043-y.yml,line=1,col=1,title=risk/no-review-date::there is no date at which to look back
::notice file=decisions/a b%2Cc%3Ad.md,line=7,col=10,endColumn=14,title=risk/no-baseline\
::nothing says 50 %25, as of now: measured%0Ameasure it
12 records read: 1 error, 1 warning, 1 info. `roi explain NAME` tells more.
"""


def test_findings_become_annotations_with_the_gravest_first(three):
    assert render(list(reversed(three)), records=12) == EXPECTED


def test_ten_of_a_type_are_shown_and_the_rest_is_counted(finding):
    found = [finding(severity=Severity.WARNING, line=line) for line in range(1, 14)]
    found += [finding(line=line) for line in range(1, 12)]
    lines = render(found, records=3).splitlines()
    assert [line.split(" ")[0] for line in lines[:20]] == ["::error"] * 10 + ["::warning"] * 10
    assert lines[20:] == [
        "Not annotated, for GitHub shows 10 of a type: 1 error, 3 warnings more.",
        "3 records read: 11 errors, 13 warnings. `roi explain NAME` tells more.",
    ]


def _read_by_the_runner(line):
    """A command as the runner reads it: `::name key=value,key=value::data`, percent escapes undone last."""
    name, rest = re.fullmatch(r"::(\w+) (.*)", line).groups()
    properties, data = rest.split("::", 1)
    pairs = dict(pair.split("=", 1) for pair in properties.split(","))
    undo = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]
    for escape, char in undo:
        pairs = {key: value.replace(escape, char) for key, value in pairs.items()}
        data = data if char in ":," else data.replace(escape, char)
    return name, pairs, data


def test_a_record_cannot_inject_commands(hostile):
    lines = render([hostile], records=1).splitlines()
    assert len(lines) == 2
    name, properties, data = _read_by_the_runner(lines[0])
    assert name == "error"
    assert list(properties) == ["file", "line", "col", "endColumn", "title"]
    assert data.count("\n") == 1
    assert r"%0A::warning::%0D" in data
    assert "##[" not in lines[0]
    assert lines[0].isprintable()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("100%", "100%25"), ("a:b", "a%3Ab"), ("a,b", "a%2Cb"), ("a\nb", r"a\nb"), ("a\rb", r"a\rb"), ("%0A", "%250A")],
)
def test_properties_escape_what_would_end_them(finding, text, escaped):
    assert render([finding(path=text)], records=1).startswith(f"::error file={escaped},line=12")


def test_the_step_summary_is_a_table_with_the_gravest_first(finding):
    found = [finding(severity=Severity.INFO, message="late", help=None), finding(message="a | b", help="mend `c`")]
    assert step_summary(found, records=2) == (
        "2 records read: 1 error, 1 info.\n\n"
        "| place | finding | what is wrong | help |\n"
        "|---|---|---|---|\n"
        "| decisions/0042-x&#46;md&#58;12&#58;5 | error schema/unknown-key | a &#124; b | mend &#96;c&#96; |\n"
        "| decisions/0042-x&#46;md&#58;12&#58;5 | info schema/unknown-key | late |  |\n"
    )


def test_the_step_summary_takes_nothing_from_a_record_as_markdown_or_html(hostile):
    row = step_summary([hostile], records=1).splitlines()[4]
    assert row.count("|") == 5
    assert not set(row) & set("<>`*[]@\\")


def test_a_clean_step_summary_is_one_line():
    assert step_summary([], records=2) == "2 records read: no findings.\n"


def test_a_long_step_summary_says_what_it_leaves_out(finding):
    text = step_summary([finding(line=line) for line in range(1, 503)], records=2)
    assert text.endswith("|\n\n2 more are not shown.\n")
    assert len(text.splitlines()) == 506
