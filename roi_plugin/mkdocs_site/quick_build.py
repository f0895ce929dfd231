"""One build of a site with our pages in it: what was made in an earlier one and has not changed is not made again."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, PackageLoader

from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.bodies import Bodies
from roi_plugin.mkdocs_site.compiled import CompiledTemplates
from roi_plugin.mkdocs_site.finished import Dress, FinishedPages
from roi_plugin.mkdocs_site.markdown_settings import settings_key
from roi_plugin.mkdocs_site.search_entries import SearchEntries, known_index
from roi_plugin.mkdocs_site.shells import Shells
from roi_plugin.pages.assembled import Permalink
from roi_plugin.pages.page import Page
from roi_plugin.sources.compiled_templates import compiled_templates

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page as SitePage


class QuickBuild:
    """Lives as long as the process; what is to outlive it is kept in `folder`, if there is one to trust."""

    def __init__(self, folder: Path | None) -> None:
        self._bodies = Bodies(folder)
        self._entries = SearchEntries(folder)
        self._finished = FinishedPages(folder)
        self._trusted: FinishedPages | None = None
        self._compiled = CompiledTemplates()

    def take_pages(self, files: Iterable["File"], config: "MkDocsConfig") -> None:
        """Puts pages of ours in place of MkDocs' own; these files are outside the navigation."""
        settings = settings_key(config)
        self._trusted = self._finished if settings is not None and _nobody_else_reads(config) else None
        for file in files:
            AuthorPage(file, config, self._bodies, settings)

    def begin(self, page: AuthorPage, ours: Page, permalink: Permalink | None) -> str:
        """Adds our part to the author's, which may wait; returns the page's content for now."""
        page.begin(ours, permalink, self._trusted)
        return page.content or ""

    def finish(self, page: "SitePage", output: str) -> None:
        """Keeps a page as it is now, when it is finished."""
        if self._trusted and isinstance(page, AuthorPage) and page.fingerprint and not page.is_finished:
            self._trusted.put(page.fingerprint, output)

    def use_theme(
        self, env: "Environment", config: "MkDocsConfig", is_ours: Callable[["SitePage"], bool], dress: Dress
    ) -> "Environment":
        """Makes ready the template that our pages name, and the search; `dress` tells what pages get afterwards."""
        env.bytecode_cache = env.bytecode_cache or compiled_templates(env, "") or self._compiled
        if env.loader is not None:
            env.loader = ChoiceLoader([env.loader, PackageLoader("roi_plugin.mkdocs_site")])
        env.globals["roi_page"] = Shells(env, self._trusted, dress).page
        self._entries.serve(config, is_ours)
        return env

    def save(self) -> None:
        """Keeps for the next process what this one made."""
        self._bodies.save()
        self._entries.save()
        self._finished.save()

    def settle(self) -> None:
        """Forgets what no page of this build needed."""
        self._finished.settle()


_READ_BY = ("page_content", "page_context", "post_page")


def _nobody_else_reads(config: "MkDocsConfig") -> bool:
    """Whether no plugin or hook but ours has its hands on what pages contain, and a search that gets it from here."""
    found = [getattr(method, "__self__", None) for name in _READ_BY for method in config.plugins.events[name]]
    return all(known_index(plugin) is not None or type(plugin).__module__ == "roi_plugin.plugin" for plugin in found)
