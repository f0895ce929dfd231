"""The theme rendered once for all pages of one shape, and each page put into that shell.

Nothing is taken on trust: the first page of a shape is rendered whole by the theme, the second one as well, and only
where the second is what the shell of the first makes of it, byte for byte, are the others put into the shell.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.plugins import get_plugin_logger

from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.finished import Dress, FinishedPages, digest_of
from roi_plugin.mkdocs_site.frame import Frame, around, frames, narrow_around, parts
from roi_plugin.mkdocs_site.shape import Shape, ShapelessError, shape_of
from roi_plugin.mkdocs_site.skip_link import skips_to_top
from roi_plugin.mkdocs_site.tables import Tables
from roi_plugin.pages.short_html import shortened

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as SitePage

log = get_plugin_logger(__name__)

TEMPLATE = "roi/page.html"
"""The template that our pages name; a theme may bring its own."""
_TOC = "roi/toc.html"
_MAIN = "main.html"

_FOR_SEARCH = re.compile(r'\s?data-search-\w+="[^"]*"')
"""Marks for a search, which reads them before this; no reader's browser has a use for them."""

Variables = dict[str, Any]


class Shells:
    """The shells of one build, by shape; None where a shape's pages have to be rendered whole.

    A page is taken from the `finished` ones, if there are any to trust, where all that it is made of is the same,
    what `dress` says of it included.
    """

    def __init__(self, env: Environment, finished: FinishedPages | None, dress: Dress) -> None:
        self._env = env
        self._finished = finished
        self._dress = dress
        self._first: dict[Shape, Variables] = {}
        self._frames: dict[Shape, Frame | None] = {}
        self._tables = Tables(self._toc)

    @pass_context
    def page(self, context: Context) -> str:
        """The finished page, as our template asks for it."""
        variables = {key: value for key, value in context.get_all().items() if key not in self._env.globals}
        page: SitePage = variables["page"]
        shape = None
        with suppress(ShapelessError):
            shape = None if page in variables["nav"].pages else shape_of(page, variables)
            frame = self._frames.get(shape) if shape else None
            if frame is not None:
                found = self._as_finished(page, frame)
                if found is not None:
                    return found
                _complete(page)
                return frame.filled(parts(page, self._tables.table(variables).narrow))
        _complete(page)
        whole = self._whole(variables)
        if shape in self._first:
            self._frames[shape] = self._proven(self._first.pop(shape), whole, variables)
        elif shape and shape not in self._frames:
            self._first[shape] = variables
        return narrow_around(whole, page)

    def _as_finished(self, page: "SitePage", frame: Frame) -> str | None:
        """The page as an earlier build finished it; where there is none, it is noted under what it can be kept."""
        if self._finished is None or not isinstance(page, AuthorPage):
            return None
        page.fingerprint = digest_of((frame.digest, page.digest, around(page), self._dress(page)))
        found = self._finished.get(page.fingerprint)
        page.is_finished = found is not None
        return found

    def _proven(self, first: Variables, whole: str, variables: Variables) -> Frame | None:
        """The frame of the first page of a shape, if the second page fits in exactly."""
        page = variables["page"]
        why = "its parts do not add up to it"
        try:
            exact, narrow = frames(first, whole=self._whole, toc=self._toc)
            table = self._tables.table(variables)
            is_exact = exact.filled(parts(page, table.exact)) == whole
            if is_exact and narrow.filled(parts(page, table.narrow)) == narrow_around(whole, page):
                return narrow
        except Exception as error:  # noqa: BLE001 - a template may do with a text what it cannot do with a hole
            why = str(error)
        log.debug("pages like %s are rendered whole by the theme, one by one: %s", page.file.src_uri, why)
        return None

    def _whole(self, variables: Mapping[str, Any]) -> str:
        return skips_to_top(self._env.get_template(_MAIN).render(variables))

    def _toc(self, variables: Mapping[str, Any]) -> str:
        try:
            return self._env.get_template(_TOC).render(variables)
        except Exception as error:
            raise ShapelessError(f"a table of contents on its own: {error}") from error


def _complete(page: "SitePage") -> None:
    if isinstance(page, AuthorPage):
        page.complete()
    page.content = shortened(_FOR_SEARCH.sub("", page.content or ""))
