"""Where our pages stand in the navigation: outside of it, one after the other under the list that leads to them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import escape
from mkdocs.structure.nav import Section

from roi_plugin.pages.addresses import REGISTER, RULES, SCHEMA, TIMELINE
from roi_plugin.pages.page import Page, Shelf, one_line

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage

_LISTS = {
    Shelf.RECORD: REGISTER,
    Shelf.REGISTER: REGISTER,
    Shelf.TIMELINE: TIMELINE,
    Shelf.RULE: RULES,
    Shelf.SCHEMA: SCHEMA,
}


def hang(nav: "Navigation", files: "Files", pages: Mapping[str, Page], prefix: str) -> None:
    """Gives each of our `pages` its parent and its neighbours; the paths of the lists begin with the `prefix`."""
    for shelf, list_path in _LISTS.items():
        top = files.get_file_from_path(f"{prefix}{list_path}")
        overview = top.page if top and top.page in nav.pages else None
        before: SitePage | None = None
        for path, ours in pages.items():
            file = files.get_file_from_path(path)
            if ours.shelf is not shelf or file is None or file.page is None:
                continue
            page = file.page
            if overview is not None:
                page.parent = overview.parent or overview  # type: ignore[assignment]
            page.previous_page = before
            if before is not None:
                before.next_page = page
            before = page


def name_sections(nav: "Navigation", pages: Mapping[str, Page], prefix: str) -> None:
    """Gives a folder of ours the title of its first page, which is in the site's language, and not its own name."""
    first = {f"{prefix}{RULES}", f"{prefix}{SCHEMA}"}
    for page in nav.pages:
        ours, above = pages.get(page.file.src_uri), page.parent
        if ours is not None and page.file.src_uri in first and isinstance(above, Section):
            above.title = escape(one_line(ours.title))
