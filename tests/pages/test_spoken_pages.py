"""Pages in a language that nobody speaks: every text is in marks, so that what was not looked up stands outside.

Records, people and rules speak for themselves: records are written in Greek letters here, but for their ids, and what
rules and schemas say is marked as English.
"""

import datetime as dt
import json
import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_acceptance, with_appraisals, with_drift, with_past
from roi_plugin.economics.reference_classes import BENEFIT_CLASSES, COST_CLASSES
from roi_plugin.language import speaking
from roi_plugin.pages.addresses import Addresses
from roi_plugin.pages.book import Book
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.page import Page, Shelf
from roi_plugin.pages.portfolio_page import portfolio_page
from roi_plugin.pages.record_page import decision_page
from roi_plugin.pages.reference_pages import reference_pages
from roi_plugin.pages.repository_links import RepositoryLinks
from roi_plugin.pages.site import list_pages
from roi_plugin.pages.site_order import in_site_order
from tests.repositories import Repository

RECORDS = Path(__file__).parents[2] / "decisions"
TODAY = dt.date(2027, 6, 1)
MARKED = {
    said: f"⟦{said}⟧" if isinstance(found, str) else (f"⟦{said}⟧",) * 2 for said, found in catalogue("de").items()
}
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϊκλμνοπϑρστυϋωξψζ")
OURS = {"status", "delivery", "kind", "type", "trigger", "reversibility", "category", "verdict", "state", "level"}
OURS |= {"outcome", "would_decide_same_again"}
"""Keys whose values are words of ours, which pages have to look up."""


def _is_prose(text: str) -> bool:
    words = [word for word in text.split() if re.search(r"[A-Za-z]{2}", word)]
    return len(words) > 1 and not re.match(
        r"[\d(<>=]+\S* ?(%|[kM]|[A-Z]{3}|per|person|months)|https?:|\w+ [*/+-] ", text
    )


def _in_greek(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _in_greek(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_in_greek(inner) for inner in value]
    if isinstance(value, str) and _is_prose(value):
        return value.casefold().translate(GREEK)
    return value


def _names(value: object, key: str = "") -> set[str]:
    """The words of ids, units, people and the like."""
    if isinstance(value, dict):
        return set(value) | {word for name, inner in value.items() for word in _names(inner, str(name))}
    if isinstance(value, list):
        return {word for inner in value for word in _names(inner, key)}
    return set() if key in OURS or not isinstance(value, str) else set(re.findall(r"[A-Za-z]+", value))


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """The site, and the words that records may use."""
    repository = Repository(tmp_path_factory.mktemp("spoken"))
    # What a source says is told in its words, and events have names of their own.
    cited = " ".join(f"{one.name} {one.figures} {one.source}" for one in (*COST_CLASSES, *BENEFIT_CLASSES))
    names = {"EUR", "USD", "Ana", "success", "event", "Beta", *re.findall(r"[A-Za-z]+", cited)}
    for path in sorted([*RECORDS.glob("*/*.*"), *RECORDS.glob("*.yml")]):
        text = path.read_text(encoding="utf-8")
        record = _in_greek(yaml.safe_load(text.split("\n---\n")[0]))
        names |= _names(record)
        written = json.dumps(record, ensure_ascii=False, default=str, indent=1)
        repository.write(path.relative_to(RECORDS).with_suffix(".yml").as_posix(), written)
    repository.commit(day="2026-03-01")
    root = repository.records
    world = assess_folder(root, today=TODAY, shown_from=root.parent, now=TODAY)
    world = with_appraisals(with_past(with_acceptance(with_drift(world, root), root), root), root)
    book = Book(
        assessment=world, addresses=Addresses(directory_urls=True), repository=RepositoryLinks(""), language="de"
    )
    with speaking(MARKED):
        decisions = [decision_page(one, book) for one in book.by_number]
        drafts = [draft.written() for draft in reference_pages(book)]
        site = in_site_order([*list_pages(book, portfolio_page(book)), *drafts], decisions, book)
    assert len(world.judged) > 10
    return [page for page in site.values() if isinstance(page, Page)], names


def _outside(html: str) -> str:
    """What a reader sees or hears of it that is in no marks."""
    html = re.sub(r"<(code|pre|template|script)\b.*?</\1>", " ", html, flags=re.DOTALL)
    html = re.sub(r'<a href="https?:[^>]*>.*?</a>|https://\S+', " ", html, flags=re.DOTALL)
    html = re.sub(r"<(\w+)[^>]* lang=\"en\".*?</\1>", " ", html, flags=re.DOTALL)
    said = re.findall(r' (?:title|aria-label|placeholder|alt|label)="([^"]*)"', html)
    text = unescape("\n".join([re.sub(r"<[^>]*>", " ", html), *said]))
    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        pass
    return text


def test_all_that_pages_say_is_looked_up(spoken):
    pages, names = spoken
    found = {}
    for page in pages:
        parts = [page.lead, *(text for one in page.sections for text in (one.html, one.working))]
        # Rules and schemas have titles of their own, and the shapes of a schema names.
        parts += [] if page.shelf in {Shelf.RULE, Shelf.SCHEMA} else [page.title, page.description]
        parts += [] if page.shelf is Shelf.SCHEMA else [one.title for one in page.sections]
        words = {word for part in parts for word in re.findall(r"[A-Za-z]{3,}", _outside(str(part)))} - names
        if words:
            found[page.path] = sorted(words)
    assert found == {}
