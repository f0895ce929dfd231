"""What the search makes of our pages: asked of its plugin once, then kept for as long as a page stays the same."""

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.installed import installed
from roi_plugin.sources.kept_table import KeptTable

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page as SitePage

NAME = "search.json"
_LISTS = {"material.plugins.search.plugin": "entries", "mkdocs.contrib.search.search_index": "_entries"}
"""The search indexes that are known, by their modules, with the list of entries of each."""


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
            entries: list[object] = getattr(index, name)
            key, before = _key(page, settings), len(entries)
            found = self._table.get(key)
            if isinstance(found, list) and all(isinstance(entry, dict) and "location" in entry for entry in found):
                entries += found
            else:
                if isinstance(page, AuthorPage):
                    page.complete()
                read(page)
                self._table.put(key, entries[before:])

        index.add_entry_from_context = add

    def save(self) -> None:
        """Keeps them for the next process."""
        self._table.save()


def known_index(plugin: object) -> Any:
    """The index of a plugin that is a search which can get our pages from here; None of every other one."""
    index = getattr(plugin, "search_index", None)
    module = type(index).__module__
    # Words of Chinese are told apart by dictionaries, which are files of their own.
    return index if module in _LISTS and getattr(sys.modules[module], "jieba", None) is None else None


def _key(page: "SitePage", settings: list[object]) -> str:
    content = page.digest if isinstance(page, AuthorPage) else f"{page.toc}\n{page.content}"
    causes = [settings, page.url, page.title, page.meta.get("tags"), page.meta.get("search"), content]
    return hashlib.sha256(json.dumps(causes, default=str).encode()).hexdigest()
