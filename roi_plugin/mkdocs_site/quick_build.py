"""One build of a site with our pages in it: what was made in an earlier one and has not changed is not made again."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, PackageLoader

from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.bodies import Bodies
from roi_plugin.mkdocs_site.compiled import CompiledTemplates
from roi_plugin.mkdocs_site.markdown_settings import settings_key
from roi_plugin.mkdocs_site.search_entries import SearchEntries
from roi_plugin.mkdocs_site.shells import Shells

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
        self._compiled = CompiledTemplates()

    def take_pages(self, files: Iterable["File"], config: "MkDocsConfig") -> None:
        """Puts pages of ours in place of MkDocs' own; these files are outside the navigation."""
        settings = settings_key(config)
        for file in files:
            AuthorPage(file, config, self._bodies, settings)

    def use_theme(
        self, env: "Environment", config: "MkDocsConfig", is_ours: Callable[["SitePage"], bool]
    ) -> "Environment":
        """Makes ready the template that our pages name, and the search."""
        env.bytecode_cache = env.bytecode_cache or self._compiled
        if env.loader is not None:
            env.loader = ChoiceLoader([env.loader, PackageLoader("roi_plugin.mkdocs_site")])
        env.globals["roi_page"] = Shells(env).page
        self._entries.serve(config, is_ours)
        return env

    def save(self) -> None:
        """Keeps for the next process what this one made."""
        self._bodies.save()
        self._entries.save()
