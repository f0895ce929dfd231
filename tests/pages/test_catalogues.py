"""Every text of the code has its counterpart in every language, and no language holds what nobody says."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from roi_plugin.pages.catalogues import LANGUAGES, catalogue

PACKAGE = Path(__file__).parents[2] / "roi_plugin"
OTHERS = LANGUAGES[1:]


def said() -> set[str]:
    """The English texts of all templates and modules; of those that depend on a number, the singular."""
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    found = set()
    for template in (PACKAGE / "pages/templates").rglob("*.html"):
        for _, _, message in environment.extract_translations(template.read_text(encoding="utf-8")):
            found.add(message if isinstance(message, str) else message[0])
    for module in PACKAGE.rglob("*.py"):
        if re.search(r"(language|script_words) import", source := module.read_text(encoding="utf-8")):
            found |= set(_in_module(ast.parse(source)))
    return found


def _in_module(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"text", "counted", "noted", "script_text", "script_forms"}
        ):
            first = node.args[0]
            assert isinstance(first, ast.Constant), f"line {node.lineno}: a text is looked up as it is written"
            yield first.value


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_holds_every_text_and_no_other(language):
    held, wanted = set(catalogue(language)), said()
    assert sorted(wanted - held) == []
    assert sorted(held - wanted) == []


def test_no_template_holds_a_word_that_is_not_looked_up():
    found = {}
    for template in (PACKAGE / "pages/templates").rglob("*.html"):
        # What a record or a page holds to the letter is the same in every language.
        text = re.sub(r"<(code|pre)\b.*?</\1>", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
        plain = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", text, flags=re.DOTALL)
        said_so = re.findall(r'(?:aria-label|placeholder|title|data-label)="([^"]+)"', plain)
        words = re.findall(r"[^\W\d_]{2,}", " ".join([re.sub(r"<[^>]*>", " ", plain), *said_so]))
        if words:
            found[template.name] = words
    assert found == {}


def test_no_script_holds_words_for_readers():
    found = {}
    for script in (PACKAGE / "pages/assets").glob("*.js"):
        code = re.sub(r"(^|\s)// .*", "", script.read_text(encoding="utf-8"))
        literals = re.findall(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', code)
        texts = [re.sub(r"\$\{.*?\}", "0", one or other) for one, other in literals]
        said = [text for text in texts if _is_said(text)]
        if said:
            found[script.name] = said
    assert found == {}


def _is_said(text: str) -> bool:
    """Selectors hold signs, names of classes a hyphen; a word with a space beside it or a capital is for readers."""
    if re.search(r"[>#\[(]|^\.", text):
        return False
    words = [word for word in text.split(" ") if re.fullmatch(r"[A-Za-z]{2,}[.,:]?", word)]
    return bool(words and " " in text) or bool(re.fullmatch(r"[A-Z][a-z]+[.,:]?", text))


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_keeps_its_values(language):
    for english, other in catalogue(language).items():
        for form in (other,) if isinstance(other, str) else other:
            assert _values(form) == _values(english), english


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_sorted_so_that_changes_read_well(language):
    file = PACKAGE / "pages/languages" / f"{language}.json"
    keys = list(json.loads(file.read_text(encoding="utf-8")))
    assert keys == sorted(keys)


@pytest.mark.parametrize("code", ["en", "xx", "", "../de"])
def test_an_unknown_language_leaves_english(code):
    assert catalogue(code) == {}


def test_a_regional_code_speaks_the_language():
    assert catalogue("de-AT") == catalogue("de") != {}


def _values(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", text))
