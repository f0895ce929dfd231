"""What a rule's help says is done to the letter to the record that it flags: the concern goes, and all can be read."""

import datetime as dt

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.rules.catalogue import RULES
from tests.rules.example_folder import EXAMPLES, lay_out
from tests.rules.mends import HEAD, MENDS, TOLD

AS_OF = dt.date(2026, 9, 10)


def edited(text, edits):
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def unmended(folder, rule):
    """What is held against the records of a folder by the rule, and beside all rules."""
    found = assess_folder(folder, today=AS_OF, shown_from=folder).findings
    names = [(finding.name, finding.message) for finding in found]
    return [(name, text) for name, text in names if name == f"risk/{rule}" or not name.startswith("risk/")]


@pytest.mark.parametrize(("rule", "edits"), [pytest.param(*mend, id=mend[0]) for mend in MENDS])
def test_who_does_what_the_help_says_is_asked_no_more(tmp_path, rule, edits):
    flagged = (EXAMPLES / rule / "flagged.md").read_text(encoding="utf-8")
    lay_out(tmp_path, rule, edited(flagged, edits))
    assert unmended(tmp_path, rule) == []


@pytest.mark.parametrize(("rule", "text", "told", "edits"), [pytest.param(*mend, id=mend[0]) for mend in TOLD])
def test_the_short_forms_and_the_special_cases_are_told_what_helps_there(tmp_path, rule, text, told, edits):
    record = tmp_path / "0042-example.md"
    record.write_text(f"---\n{HEAD}{text}---\n", encoding="utf-8")
    found = assess_folder(tmp_path, today=AS_OF, shown_from=tmp_path).findings
    helps = [finding.help for finding in found if finding.name == f"risk/{rule}"]
    assert any(told in (help_ or "") for help_ in helps), helps
    record.write_text(f"---\n{edited(HEAD + text, edits)}---\n", encoding="utf-8")
    assert unmended(tmp_path, rule) == []


def test_the_mends_are_those_of_rules_in_their_order():
    names = [rule.name for rule in RULES]
    assert [name for name in names if name in dict(MENDS)] == list(dict(MENDS))
