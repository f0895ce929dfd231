import pytest

from roi_plugin.errors import UnknownNameError
from roi_plugin.model.finding_names import FINDING_NAMES
from roi_plugin.report.explain_text import render
from roi_plugin.rules.catalogue import RULES


def test_a_rule_answers_with_and_without_its_prefix():
    page = render("no-baseline")
    assert page == render("risk/no-baseline")
    assert page.startswith("risk/no-baseline: ")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_page_with_all_its_parts(rule):
    page = render(rule.name)
    for head in ("Asks:", "Why:", "Reads:", "Answer:", "Level:"):
        assert sum(line.startswith(head) for line in page.splitlines()) == 1
    assert max(len(line) for line in page.splitlines()) <= 120


def test_a_rule_says_how_grave_it_is_and_what_it_is_asked_of():
    said = "warning; asked of proposed and accepted decisions at all stakes (0 small, 2 large or one-way)"
    assert said in " ".join(render("no-baseline").split())
    assert "info; asked of proposed decisions at stakes 1 and above" in render("measure-before-deciding")


@pytest.mark.parametrize("name", FINDING_NAMES)
def test_every_finding_has_a_page_that_says_how_to_mend_it(name):
    page = render(name)
    assert page.startswith(f"{name}: ")
    assert "Mend:" in page


def test_without_a_name_all_rules_and_findings_are_listed_rules_first():
    lines = render().splitlines()
    names = [line.split()[0] for line in lines[:-2]]
    assert names == [*(f"risk/{rule.name}" for rule in RULES), *sorted(FINDING_NAMES)]
    assert lines[-1] == "`roi explain NAME` tells more of one of them."


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("no-basline", "`no-basline` is not the name of a rule or finding: did you mean `no-baseline`?"),
        ("risk/no-basline", "`risk/no-basline` is not the name of a rule or finding: did you mean `risk/no-baseline`?"),
        ("zzz", "`zzz` is not the name of a rule or finding: `roi explain` lists them all."),
        ("", "`` is not the name of a rule or finding: `roi explain` lists them all."),
        ("\x1b[31m", r"`\x1b[31m` is not the name of a rule or finding: `roi explain` lists them all."),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(asked, said):
    with pytest.raises(UnknownNameError) as caught:
        render(asked)
    assert str(caught.value) == said
