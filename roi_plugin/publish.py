"""All that the site publishes, as values: what did not change since an earlier build is taken from there."""

import base64
import contextlib
import datetime as dt
import gc
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from roi_plugin.assess import Assessment, Judged
from roi_plugin.build import assess_folder
from roi_plugin.deepen import Deepener, with_acceptance, with_drift, with_past
from roi_plugin.economics.known_sums import knowing
from roi_plugin.language import ENGLISH, speaking
from roi_plugin.model.audience import Audience
from roi_plugin.model.decision import Status
from roi_plugin.pages.addresses import DECISIONS_JSON, record_data
from roi_plugin.pages.book import Book
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.late import Draft, LatePage, LateText, Parts
from roi_plugin.pages.page import Page
from roi_plugin.pages.page_keys import PageKeys
from roi_plugin.pages.record_head import page_head
from roi_plugin.pages.reference_pages import reference_pages
from roi_plugin.pages.site_order import in_site_order
from roi_plugin.progress import Progress
from roi_plugin.report import decision_json, register_json
from roi_plugin.site_data import Site, site_data
from roi_plugin.sources.cache_files import trusted_cache_of
from roi_plugin.sources.kept_table import KeptTable
from roi_plugin.sources.kept_texts import KeptTexts
from roi_plugin.sources.own_code import code_of
from roi_plugin.sources.read_memory import ReadMemory
from roi_plugin.sources.stored_values import plain, sound_value

FOLDER = "pages"
SUMS = "sums.json"
_DATA = "-data"
SiteFile = Page | LateText | str | bytes


@dataclass(frozen=True, kw_only=True)
class Published:
    """The files of the site by path relative to the records folder's place in it, and what they were written from."""

    assessment: Assessment
    files: Mapping[str, SiteFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lists:
    """What is written from the whole register."""

    pages: tuple[Page, ...]
    register: str
    data: Mapping[str, str]


class Publisher:
    """Publishes the records below `root`, once or, for a server, again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        cache = trusted_cache_of(root)
        self._kept = KeptTexts(None if cache is None else cache / FOLDER)
        self._deepeners: list[Deepener] = []
        self._memory = ReadMemory()
        self._sums = KeptTable(cache and cache / SUMS)

    def publish(
        self,
        *,
        today: dt.date,
        shown_from: Path,
        site: Site,
        audience: Audience = Audience.INTERNAL,
        progress: Progress | None = None,
    ) -> Published:
        """Every page and file for an `audience`; what a page says is read or written when it is asked for.

        Raises:
            RoiError: the folder cannot be read as one of records.
            OSError: a file of it could not be read.
        """
        with _without_collecting():
            assessment = assess_folder(
                self.root, today=today, shown_from=shown_from, now=today, audience=audience, memory=self._memory
            )
            assessment = with_drift(assessment, self.root, progress=progress)
            with speaking(catalogue(site.language)):
                return Published(assessment=assessment, files=self._files(site.book(assessment), site, progress))

    def settle(self) -> None:
        """Keeps the caches small; to be called when all that was published is written."""
        for one in self._deepeners:
            one.close()
        self._deepeners.clear()
        self._kept.settle()
        self._sums.save()

    def _files(self, book: Book, site: Site, progress: Progress | None) -> dict[str, SiteFile]:
        keys = PageKeys(book)
        found = {judged.decision.path: keys.of(judged) for judged in book.by_number}
        key = keys.of_lists((repr(site), *(one.told for one in found.values())))
        deepener = Deepener(book.assessment, self.root)
        self._deepeners.append(deepener)
        lists = self._lists(key, keys, book, site, deepener, progress)
        late = _Late(book, deepener, self._kept)
        pages = [late.page(judged, found[judged.decision.path].whole) for judged in book.by_number]
        data = {record_data(path): late.data(book.by_path[path], one.whole) for path, one in found.items()}
        files = {path: base64.b64decode(content) for path, content in lists.data.items()}
        drafts = [late.draft(one, keys.of_draft(one)) for one in reference_pages(book)]
        return {**in_site_order([*lists.pages, *drafts], pages, book), DECISIONS_JSON: lists.register, **files, **data}

    def _lists(  # noqa: PLR0913, PLR0917 - X
        self, key: str, keys: PageKeys, book: Book, site: Site, deepener: Deepener, progress: Progress | None
    ) -> _Lists:
        found = sound_value(_Lists, _data(self._kept.get(key)))
        if found is None:
            portfolio = self._portfolio(keys, book, deepener)
            # What is kept of them is read in every language.
            with speaking(ENGLISH):
                assessment = with_acceptance(book.assessment, self.root)
                assessment = with_past(assessment, self.root, progress=progress)
            found = _written(replace(book, assessment=assessment), portfolio, site)
            if assessment.past is not None:
                # Where git did not tell the past, it may tell it the next time.
                self._kept.put(key, _text(found))
        return found

    def _portfolio(self, keys: PageKeys, book: Book, deepener: Deepener) -> Page:
        """The page that takes most work; of no decision but those that it sums up does a list need an appraisal."""
        summed = [one for one in book.by_number if one.binds or one.decision.status is Status.PROPOSED]
        key = keys.of_portfolio(summed)
        found = sound_value(Page, _data(self._kept.get(key)))
        if found is None:
            # What writes pages stands on the engine and on numpy: a build in which nothing changed waits for neither.
            from roi_plugin.pages.portfolio_page import appraised, portfolio_page

            with knowing(self._sums, code_of("economics")):
                found = portfolio_page(book, lambda one: appraised(deepener.appraised(one)))
            self._kept.put(key, _text(found))
        return found


def content_of(content: SiteFile) -> bytes:
    """What is written of it; of a page the Markdown."""
    if isinstance(content, bytes):
        return content
    if isinstance(content, Page):
        return content.markdown.encode()
    return (content.text if isinstance(content, LateText) else content).encode()


def _written(book: Book, portfolio: Page, site: Site) -> _Lists:
    from roi_plugin.pages.site import list_pages

    def data_of(judged: Judged) -> str:
        return book.addresses.href(DECISIONS_JSON, record_data(judged.decision.path))

    # Programs read these, whatever the language of the site.
    with speaking(ENGLISH):
        register = register_json.published(book.assessment, data_of)
        data = {path: _ascii(content) for path, content in site_data(book.assessment, site)}
    return _Lists(pages=tuple(list_pages(book, portfolio)), register=register, data=data)


def _ascii(content: str | bytes) -> str:
    return base64.b64encode(content.encode() if isinstance(content, str) else content).decode()


class _Late:
    """Writes when it is asked for, and keeps, what is told of one decision alone or of none."""

    def __init__(self, book: Book, deepener: Deepener, kept: KeptTexts) -> None:
        self._book = book
        self._deepener = deepener
        self._kept = kept

    def page(self, judged: Judged, key: str) -> Page:
        """The page of a decision."""
        self._kept.use(key)
        return LatePage(page_head(judged), key, lambda: self._parts(judged, key))

    def draft(self, draft: Draft, key: str) -> Page:
        """The page of a draft."""
        self._kept.use(key)
        return LatePage(draft.head, key, lambda: self._kept_parts(key) or self._finish(draft, key))

    def data(self, judged: Judged, key: str) -> LateText:
        """Its JSON."""
        self._kept.use(key + _DATA)
        return LateText(key, lambda: self._kept.get(key + _DATA) or self._write(judged, key)[1])

    def _parts(self, judged: Judged, key: str) -> Parts:
        return self._kept_parts(key) or self._write(judged, key)[0]

    def _kept_parts(self, key: str) -> Parts | None:
        return sound_value(Parts, _data(self._kept.get(key)))

    def _finish(self, draft: Draft, key: str) -> Parts:
        with speaking(catalogue(self._book.language)):
            parts = draft.parts()
        self._kept.put(key, _text(parts))
        return parts

    def _write(self, judged: Judged, key: str) -> tuple[Parts, str]:
        """Both at once: they stand on the same appraisal."""
        from roi_plugin.pages.record_page import page_parts

        deep = self._deepener.whole(judged)
        # Pages are asked for one by one, when the site is written.
        with speaking(catalogue(self._book.language)):
            parts = page_parts(deep, self._book)
        data = decision_json.published(deep, self._book.assessment.today)
        self._kept.put(key, _text(parts))
        self._kept.put(key + _DATA, data)
        return parts, data


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """All that is read lives as long as the build: to look for rubbish in it again and again takes a fifth of it."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _text(value: object) -> str:
    return json.dumps(plain(value), separators=(",", ":"))


def _data(text: str | None) -> object:
    return None if text is None else json.loads(text)
