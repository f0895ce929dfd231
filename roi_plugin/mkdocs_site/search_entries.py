"""What the search holds of our pages: asked of its plugin once, kept while a page stays the same, and made lean."""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.installed import installed
from roi_plugin.sources.kept_table import KeptTable

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as SitePage

NAME = "search.json"
_LISTS = {"material.plugins.search.plugin": "entries", "mkdocs.contrib.search.search_index": "_entries"}
"""The search indexes that are known, by their modules, with the list of entries of each."""
_OURS = "roi-"

_JSON = json.JSONEncoder(default=str)

Entry = dict[str, Any]
"""What the search knows of a page or of a section: `location`, `title`, `text`, and what else its plugin adds."""


class SearchEntries:
    """Entries of pages for the index of the search, in a file of `folder`, or in memory alone."""

    def __init__(self, folder: Path | None) -> None:
        self._table = KeptTable(folder and folder / NAME)

    def serve(self, config: "MkDocsConfig", is_ours: Callable[["SitePage"], bool]) -> None:
        """From now on in this build, the indexes of the search get the entries of our pages from here."""
        for plugin in config.plugins.values():
            index = known_index(plugin)
            if index is not None:
                self._serve(index, is_ours)

    def _serve(self, index: Any, is_ours: Callable[["SitePage"], bool]) -> None:
        read, name = index.add_entry_from_context, _LISTS[type(index).__module__]
        settings = [type(index).__module__, installed(), index.config.get("indexing")]

        def add(page: "SitePage") -> None:
            if not is_ours(page):
                read(page)
                return
            entries: list[Entry] = getattr(index, name)
            content, before = self._content(page, settings), len(entries)
            found = self._entries(content)
            if found is None:
                _complete(page)
                read(page)
                found = entries[before:]
                self._table.put(content, found)
            entries[before:] = lean(found)

        index.add_entry_from_context = add

    def _content(self, page: "SitePage", settings: list[object]) -> str:
        """The key of what the search reads of a page.

        A page that waits is completed for it only where its digest was not seen before: what a search has no use for is
        not put in yet, so that where only that changed the key is the same.
        """
        if not isinstance(page, AuthorPage):
            return _key(page, settings, _text(page))
        key = _key(page, settings, page.digest)
        known = self._table.get(key)
        if isinstance(known, str):
            return known
        _complete(page)
        content = _key(page, settings, _text(page))
        self._table.put(key, content)
        return content

    def _entries(self, key: str) -> list[Entry] | None:
        found = self._table.get(key)
        is_sound = isinstance(found, list) and all(isinstance(each, dict) and "location" in each for each in found)
        return cast("list[Entry]", found) if is_sound else None

    def save(self) -> None:
        """Keeps them for the next process."""
        self._table.save()


def known_index(plugin: object) -> Any:
    """The index of a plugin that is a search which can get our pages from here; None of every other one."""
    index = getattr(plugin, "search_index", None)
    module = type(index).__module__
    # Words of Chinese are told apart by dictionaries, which are files of their own.
    return index if module in _LISTS and getattr(sys.modules[module], "jieba", None) is None else None


def lean(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without what makes them longer and finds nothing more, for every visitor loads them all.

    A heading of ours that nothing stands under goes, and so does a boost that boosts nothing; the tags stay with the
    page that has them and are not told again with each of its sections.
    """
    for entry in entries:
        anchor = str(entry["location"]).partition("#")[2]
        if anchor.startswith(_OURS) and not entry.get("text"):
            continue
        yield {
            key: value
            for key, value in entry.items()
            if not ((key == "tags" and anchor) or (key == "boost" and value == 1))
        }


def _complete(page: "SitePage") -> None:
    if isinstance(page, AuthorPage):
        page.complete()


def _key(page: "SitePage", settings: list[object], content: str) -> str:
    causes = [settings, page.url, page.title, page.meta.get("tags"), page.meta.get("search"), content]
    return hashlib.sha256(_JSON.encode(causes).encode()).hexdigest()


def _text(page: "SitePage") -> str:
    return f"{page.toc}\n{page.content}"
