from pathlib import Path

import pytest

from roi_plugin.errors import UnknownNameError
from roi_plugin.model.decision import Status
from roi_plugin.rules import catalogue
from roi_plugin.rules.catalogue import RULES

PACKAGE = Path(catalogue.__file__).parent
ALL = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_every_file_in_a_theme_folder_is_a_rule_of_the_list():
    files = {path.stem for path in PACKAGE.glob("*/*.py") if path.stem != "__init__"}
    assert files == {rule.name.replace("-", "_") for rule in RULES}


def test_no_two_rules_have_one_name():
    assert len({rule.name for rule in RULES}) == len(RULES)


@ALL
def test_file_and_name_agree(rule):
    assert (PACKAGE / rule.theme / f"{rule.name.replace('-', '_')}.py").is_file()


@ALL
def test_the_page_has_all_its_parts(rule):
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.asks.endswith("?")
    assert all(part.endswith((".", ")")) for part in (rule.why, rule.reads, rule.answer))


@ALL
def test_the_page_has_nothing_else(rule):
    heads = [line.split(":")[0] for line in rule.page.splitlines() if line[:1].isalpha()]
    assert heads == [f"{rule.title}.", "Asks", "Why", "Reads", "Answer"]


@ALL
def test_drafts_and_rejected_records_are_not_asked(rule):
    assert rule.asked_of.isdisjoint({Status.DRAFT, Status.REJECTED})


@pytest.mark.parametrize("name", ["no-baseline", "risk/no-baseline"])
def test_a_rule_is_found_with_and_without_its_prefix(name):
    assert catalogue.rule(name).name == "no-baseline"


def test_an_unknown_rule_is_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match=r"`no-basline` is not a rule: did you mean `no-baseline`\?"):
        catalogue.rule("no-basline")


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("no-baseline", "proposed and accepted decisions"),
        ("no-review-date", "accepted decisions"),
        ("goal-missing", "accepted, deprecated and superseded decisions"),
    ],
)
def test_a_rule_says_which_decisions_it_is_asked_of(name, whom):
    assert catalogue.rule(name).whom == whom
