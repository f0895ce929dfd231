"""Parts of the register on pages that MkDocs makes of Markdown of other people's."""

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markupsafe import Markup
from mkdocs.plugins import get_plugin_logger
from msgspec.structs import replace

from roi_plugin.language import speaking
from roi_plugin.pages.addresses import OVER_TIME, PORTFOLIO
from roi_plugin.pages.catalogues import catalogue
from roi_plugin.pages.embed_fences import Fence, put_in, take_out, without_places
from roi_plugin.pages.embed_request import EmbedFault
from roi_plugin.pages.embeds import Embedder
from roi_plugin.pages.page import Page
from roi_plugin.publish.publisher import Published
from roi_plugin.report.terminal import safe, safe_opening
from roi_plugin.site_data import Site

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as SitePage

log = get_plugin_logger(__name__)


class Embedding:
    """The fences of one build; before there is anything published, no page has one."""

    def __init__(self, published: Published | None = None, site: Site | None = None) -> None:
        self._embedder = _embedder(published, site) if published and site else None
        self._language = site.language if site else "en"
        self._fences: dict[str, Fence] = {}
        self._parts: dict[tuple[str, str], tuple[Markup, EmbedFault | None]] = {}
        self._marked: dict[str, str] = {}

    def without_fences(self, markdown: str, page: "SitePage") -> str:
        """The page's Markdown with a mark for each fence; the build is told of what is wrong with one."""
        if self._embedder is None:
            return markdown
        text, fences = take_out(markdown, page.file.src_uri)
        for fence in fences:
            self._fences[fence.key] = fence
            _, fault = self._part(fence, page)
            if fault is not None:
                _tell(fault, fence, markdown, page)
        return text

    def filled(self, html: str, page: "SitePage") -> str:
        """The page with what its fences ask for."""
        return put_in(html, self._fences, lambda fence: self._part(fence, page)[0])

    def hide_marks(self, page: "SitePage") -> None:
        """Spares other plugins, which read the Markdown of a finished page, the marks that they cannot fill."""
        text = page.markdown or ""
        plain = without_places(text)
        if plain != text:
            self._marked[page.file.src_uri] = text
            page.markdown = plain

    def show_marks(self, page: "SitePage") -> None:
        """Gives the marks back: the beginning of a post is made of its Markdown later."""
        page.markdown = self._marked.pop(page.file.src_uri, page.markdown)

    def _part(self, fence: Fence, page: "SitePage") -> tuple[Markup, EmbedFault | None]:
        if self._embedder is None:
            return Markup(), None
        # It is asked for twice: when the build tells what is wrong with it, and when the page is filled.
        place = fence.key, page.url
        if place not in self._parts:
            with speaking(catalogue(self._language)):
                self._parts[place] = self._embedder.embedded(fence.lines, unquote(page.url), f"roi-embed-{fence.key}")
        return self._parts[place]


def _embedder(published: Published, site: Site) -> Embedder | None:
    portfolio, over_time = (published.files.get(path) for path in (PORTFOLIO, OVER_TIME))
    if not isinstance(portfolio, Page) or not isinstance(over_time, Page):
        return None
    from_anywhere = replace(site, addresses=replace(site.addresses, prefix=site.prefix))
    book = from_anywhere.book(published.assessment)
    return Embedder(book=book, portfolio=portfolio, over_time=over_time)


def _tell(fault: EmbedFault, fence: Fence, markdown: str, page: "SitePage") -> None:
    path = page.file.abs_src_path
    shown = Path(os.path.relpath(path)).as_posix() if path else page.file.src_uri
    # MkDocs took the front matter off.
    whole = page.file.content_string.replace("\r\n", "\n")
    start = whole.find(markdown)
    above = whole[:start].count("\n") if start > 0 else 0
    log.warning("%s:%d: %s", safe_opening(shown), above + fence.first + fault.line, safe(fault.message))
