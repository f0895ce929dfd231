import pytest

from roi_plugin.model.finding import Severity
from roi_plugin.report.text import render, summary

EXPECTED = """\
decisions/0042-x.md - 1 error
decisions/0042-x.md:12:5: error schema/unknown-key: `prices` is not a field of an option
  12 |     prices: 30k
     |     ^^^^^^
  help: did you mean `price`?

decisions/0043-y.yml - 1 warning
decisions/0043-y.yml:1:1: warning risk/no-review-date: there is no date at which to look back

decisions/a b,c:d.md - 1 info
decisions/a b,c:d.md:7:10: info risk/no-baseline: nothing says 50 %, as of now: measured
  7 | goal: ä漢   what
    |             ^^^^
  help: measure it

12 records read: 1 error, 1 warning, 1 info. `roi explain NAME` tells more.
"""


def test_findings_show_place_line_caret_and_help_with_a_summary_at_the_end(three):
    assert render(three, records=12) == EXPECTED


def test_nothing_found_is_said_in_one_line():
    assert render([], records=12) == "12 records read: no findings.\n"
    assert summary([], records=1) == "1 record read: no findings."


def test_the_summary_names_the_three_rules_whose_answer_would_clear_most(finding):
    names = ["a", "b", "b", "c", "c", "c", "d", "d"]
    found = [finding(name=f"risk/{name}") for name in names]
    assert summary(found, records=3).splitlines()[1] == (
        "Answering three rules would clear 7 of the 8: risk/c (3), risk/b (2), risk/d (2)."
    )
    assert len(summary(found[:6], records=3).splitlines()) == 1


def test_rules_that_flag_once_each_are_not_set_above_each_other(finding):
    found = [finding(name=f"risk/{name}") for name in "abcd"]
    assert len(summary(found, records=3).splitlines()) == 1


@pytest.mark.parametrize(("errors", "others", "told"), [(2, 19, True), (2, 18, False), (0, 30, False), (30, 0, False)])
def test_errors_among_many_findings_can_be_had_alone(finding, errors, others, told):
    found = [*[finding(severity=Severity.ERROR)] * errors, *[finding(severity=Severity.WARNING)] * others]
    last = render(found, records=3).splitlines()[-1]
    assert (last == "`roi check --quiet` tells only the 2 errors.") is told
    assert "--quiet" not in render(found, records=3, errors_only=True)


def test_the_fence_above_a_record_is_no_line_to_show(finding):
    assert "|" not in render([finding(excerpt="---")], records=1)
    assert "|" in render([finding(excerpt="title: A")], records=1)


def test_findings_of_one_record_stand_under_its_counts(finding):
    shown = render([finding(), finding(line=13), finding(path="decisions/0043-y.md")], records=2).splitlines()
    assert [line for line in shown if " - " in line] == [
        "decisions/0042-x.md - 2 errors",
        "decisions/0043-y.md - 1 error",
    ]


def test_one_is_singular_and_more_are_plural(finding):
    many = [finding(), finding()]
    assert summary(many, records=0) == "0 records read: 2 errors. `roi explain NAME` tells more."


def test_colour_adds_escapes_and_nothing_else(three):
    painted = render(three, records=12, colour=True)
    assert painted.startswith(
        "\x1b[2mdecisions/0042-x.md - 1 error\x1b[0m\n"
        "\x1b[1mdecisions/0042-x.md:12:5:\x1b[0m \x1b[1;31merror schema/unknown-key:\x1b[0m `prices`"
    )
    plain = painted
    for code in ("0", "1", "2", "32", "1;31", "1;33", "1;36"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == EXPECTED


def test_nothing_in_a_record_steers_a_terminal_or_a_build_log(hostile):
    shown = render([hostile], records=1)
    assert len(shown.splitlines()) == 7
    assert all(char.isprintable() or char == "\n" for char in shown)
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert "##[" not in shown
    assert "##vso[" not in shown
    assert r"\u202egnp.exe" in shown


def test_an_empty_source_line_is_not_shown(finding):
    assert render([finding(excerpt="  ", help=None)], records=1).splitlines()[2] == ""
