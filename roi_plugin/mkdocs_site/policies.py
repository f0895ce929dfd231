"""The content security policies of a site: the theme's own scripts are the only ones that may run inline."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

from roi_plugin.mkdocs_site.repository_facts import WithoutRepositoryFacts
from roi_plugin.pages.content_policy import content_policy

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

_ABSOLUTE = {"404.html", "500.html"}
"""Pages that a host serves at any address."""


class Policies:
    """The policies of one build for what stands below `prefix`, where others may write; of what else there is, none."""

    def __init__(self, env: "Environment", config: "MkDocsConfig", prefix: str, *, live_reload: bool) -> None:
        self._env = env
        self._config = config
        self._prefix = prefix
        self._live_reload = live_reload
        self._known: dict[str, str] = {}
        if env.loader is not None:
            env.loader = WithoutRepositoryFacts(env.loader)

    def of_page(self, path: str, url: str) -> str:
        """The policy of the page at a path of the site's sources and at an address; empty where it needs none."""
        return self._below(get_relative_url(".", url)) if path.startswith(self._prefix) else ""

    def of_template(self, name: str) -> str:
        """The policy of a page that the theme brings; a site of records alone has the error pages as its own."""
        if not name.startswith(self._prefix) or not name.endswith(".html"):
            return ""
        return self._below(
            urlsplit(self._config.site_url or "/").path if name in _ABSOLUTE else get_relative_url(".", name)
        )

    def _below(self, base_url: str) -> str:
        """The policy for pages at one depth, from the theme rendered without a page and without a navigation."""
        if base_url not in self._known:
            context = get_context(Navigation([], []), (), self._config, base_url=base_url)
            shell = self._env.get_template("404.html").render(context)
            self._known[base_url] = content_policy(shell, live_reload=self._live_reload)
        return self._known[base_url]
