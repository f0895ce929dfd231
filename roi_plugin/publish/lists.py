"""What is written from the whole register: the pages that list decisions, and the files for programs."""

import base64
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.deepen import Deepener, with_acceptance, with_past
from roi_plugin.economics.known_sums import knowing
from roi_plugin.language import ENGLISH, speaking
from roi_plugin.model.decision import Status
from roi_plugin.pages.addresses import DECISIONS_JSON, record_data
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Page
from roi_plugin.pages.page_keys import PageKeys
from roi_plugin.progress import Progress
from roi_plugin.publish.kept_values import keep_value, kept_value
from roi_plugin.report import register_json
from roi_plugin.site_data import Site, site_data
from roi_plugin.sources.kept_table import KeptTable
from roi_plugin.sources.kept_texts import KeptTexts
from roi_plugin.sources.own_code import code_of


class Lists(Struct, frozen=True, kw_only=True):
    """The pages, and the text of the register in JSON; `data` are the other files by path, in base 64."""

    pages: tuple[Page, ...]
    register: str
    data: Mapping[str, str]

    @property
    def files(self) -> dict[str, str | bytes]:
        """The files for programs by path."""
        decoded = {path: base64.b64decode(content) for path, content in self.data.items()}
        return {DECISIONS_JSON: self.register, **decoded}


class ListWriter:
    """Writes the lists of the records below `root`, or takes them from what is `kept`, sums from those in `sums`."""

    def __init__(self, root: Path, kept: KeptTexts, sums: KeptTable) -> None:
        self._root = root
        self._kept = kept
        self._sums = sums

    def lists(self, book: Book, site: Site, keys: PageKeys, deepener: Deepener, progress: Progress | None) -> Lists:
        """The lists of a book with these keys; the `deepener` is asked where a sum is not known."""
        key = keys.of_lists(repr(site))
        found = kept_value(self._kept, Lists, key)
        if found is None:
            portfolio = self._portfolio(keys, book, deepener)
            # What is kept of them is read in every language.
            with speaking(ENGLISH):
                assessment = with_acceptance(book.assessment, self._root)
                assessment = with_past(assessment, self._root, progress=progress)
            found = _written(replace(book, assessment=assessment), portfolio, site)
            if assessment.past is not None:
                # Where git did not tell the past, it may tell it the next time.
                keep_value(self._kept, key, found)
        return found

    def _portfolio(self, keys: PageKeys, book: Book, deepener: Deepener) -> Page:
        """The page that takes most work."""
        key = keys.of_portfolio(one for one in book.by_number if one.binds or one.decision.status is Status.PROPOSED)
        found = kept_value(self._kept, Page, key)
        if found is None:
            # What writes pages stands on the engine and on numpy: a build in which nothing changed waits for neither.
            from roi_plugin.pages.portfolio_page import appraised, portfolio_page

            with knowing(self._sums, code_of("economics")):
                found = portfolio_page(book, lambda one: appraised(deepener.appraised(one)))
            keep_value(self._kept, key, found)
        return found


def _written(book: Book, portfolio: Page, site: Site) -> Lists:
    from roi_plugin.pages.site import list_pages

    def data_of(judged: Judged) -> str:
        return book.addresses.href(DECISIONS_JSON, record_data(judged.decision.path))

    # Programs read these, whatever the language of the site.
    with speaking(ENGLISH):
        register = register_json.published(book.assessment, data_of)
        data = {path: _ascii(content) for path, content in site_data(book.assessment, site)}
    return Lists(pages=tuple(list_pages(book, portfolio)), register=register, data=data)


def _ascii(content: str | bytes) -> str:
    return base64.b64encode(content.encode() if isinstance(content, str) else content).decode()
