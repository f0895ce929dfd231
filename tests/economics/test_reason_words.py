"""Reasons in the language spoken."""

import ast
import re
from pathlib import Path

import pytest

from roi_plugin.economics.reason_words import FORMS, reason_words
from roi_plugin.language import speaking
from roi_plugin.pages.catalogues import catalogue

PACKAGE = Path(__file__).parents[2] / "roi_plugin"


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("no gain is given", "kein Gewinn ist angegeben"),
        ("no gain is given; no cost is given", "kein Gewinn ist angegeben; keine Kosten sind angegeben"),
        ("it would have to be 120 %, more than 100 %", "es müsste 120 % sein, mehr als 100 %"),
        ("its net present value is not known for `b`", "der Kapitalwert ist nicht bekannt, bei `b`"),
        ("it is not paid back within 1 month", "bis zum Horizont (1 Monat) kommen die Kosten nicht wieder herein"),
    ],
)
def test_a_reason_that_was_kept_in_english_is_said_in_the_language_spoken(english, german):
    assert reason_words(english) == english
    with speaking(catalogue("de")):
        assert reason_words(english) == german


@pytest.mark.parametrize("reason", [None, "", "`50 apples` is no probability, expected for example `35%`"])
def test_what_has_no_form_stays_as_it_is(reason):
    with speaking(catalogue("de")):
        assert reason_words(reason) == (reason or "")


def test_every_form_is_that_of_a_reason_which_some_figure_gives():
    given = "\n".join(
        node.value
        for module in PACKAGE.rglob("*.py")
        if module.name != "reason_words.py"
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    pieces = {piece for form in FORMS for piece in re.split(r"%\(\w+\)s|, |: ", form.replace("%%", "%"))}
    assert sorted(piece for piece in pieces if piece not in given) == []
