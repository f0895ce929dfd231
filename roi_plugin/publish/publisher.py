"""Publishes a folder of records: reads and judges it, and writes of its site what did change."""

import contextlib
import datetime as dt
import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from roi_plugin.assess import Assessment
from roi_plugin.build import assess_folder
from roi_plugin.deepen import Deepener, with_drift
from roi_plugin.language import speaking
from roi_plugin.model.audience import Audience
from roi_plugin.pages.addresses import record_data
from roi_plugin.pages.book import Book
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.late import LateText
from roi_plugin.pages.page import Page
from roi_plugin.pages.page_keys import PageKeys
from roi_plugin.pages.reference_pages import reference_pages
from roi_plugin.pages.site_order import in_site_order
from roi_plugin.progress import Progress
from roi_plugin.publish.late_writer import LateWriter
from roi_plugin.publish.lists import ListWriter
from roi_plugin.site_data import Site
from roi_plugin.sources.cache_files import trusted_cache_of
from roi_plugin.sources.kept_table import KeptTable
from roi_plugin.sources.kept_texts import KeptTexts
from roi_plugin.sources.read_memory import ReadMemory

FOLDER = "pages"
SUMS = "sums.json"
SiteFile = Page | LateText | str | bytes


@dataclass(frozen=True, kw_only=True)
class Published:
    """The files of the site by path relative to the records folder's place in it, and what they were written from."""

    assessment: Assessment
    files: Mapping[str, SiteFile]


class Publisher:
    """Publishes the records below `root`, once or, for a server, again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        cache = trusted_cache_of(root)
        self._kept = KeptTexts(None if cache is None else cache / FOLDER)
        self._sums = KeptTable(cache and cache / SUMS)
        self._lists = ListWriter(root, self._kept, self._sums)
        self._memory = ReadMemory()
        self._deepeners: list[Deepener] = []

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
        deepener = Deepener(book.assessment, self.root)
        self._deepeners.append(deepener)
        keys = PageKeys(book)
        lists = self._lists.lists(book, site, keys, deepener, progress)
        late = LateWriter(book, deepener, self._kept)
        pages = [late.page(book.by_path[path], one.whole) for path, one in keys.of_records.items()]
        data = {record_data(path): late.data(book.by_path[path], one.whole) for path, one in keys.of_records.items()}
        drafts = [late.draft(one, keys.of_draft(one)) for one in reference_pages(book)]
        return {**in_site_order([*lists.pages, *drafts], pages, book), **lists.files, **data}


def content_of(content: SiteFile) -> bytes:
    """What is written of it; of a page the Markdown."""
    if isinstance(content, bytes):
        return content
    if isinstance(content, Page):
        return content.markdown.encode()
    return (content.text if isinstance(content, LateText) else content).encode()


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
