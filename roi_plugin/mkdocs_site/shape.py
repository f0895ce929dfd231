"""The shape of a page: all that a theme can see of it and that is not put into a hole.

Pages of one shape have the same frame. What a template could ask for and nobody here knows has a part in the shape by
its value, or keeps the page from having a shape at all.
"""

import json
import posixpath
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any

from roi_plugin.mkdocs_site.finished import Opening

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as SitePage

Shape = tuple[Hashable, ...]

_CONTEXT = {
    *("nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc", "config"),
    *("page",),
}
_ATTRIBUTES = {
    *("file", "children", "previous_page", "next_page", "update_date", "canonical_url", "abs_url", "edit_url"),
    *("markdown", "content", "toc", "meta", "parent", "title", "present_anchor_ids", "links_to_anchors"),
    *("digest", "fingerprint", "is_finished", "opening"),
}
HELD_META = ("title", "description")
"""Front matter that has a hole."""
OWN_META = frozenset({"tags", "search"})
"""Front matter that is a page's own and has no hole: a template that asks for it gets each page whole."""


_JSON = json.JSONEncoder(sort_keys=True)


class ShapelessError(Exception):
    """Something about the page is unknown: nothing may be concluded from other pages."""


def shape_of(page: "SitePage", more: Mapping[str, object]) -> Shape:
    """The shape of a page of ours; `more` is what plugins put beside it for the template.

    Raises:
        ShapelessError: it has none.
    """
    url, addresses = stem(page), (page.canonical_url, page.abs_url)
    if page.title != page.meta.get("title") or any(found and not found.endswith(page.url) for found in addresses):
        raise ShapelessError
    opening = opening_of(page)
    return (
        posixpath.dirname(url),
        page.url[len(url) :],
        page.update_date,
        id(page.parent),
        opening.is_titled,
        opening.level,
        tuple(found is None for found in addresses),
        _edit(page, page.edit_url or ""),
        *(_text(page.meta.get(key)) for key in HELD_META),
        *(other and _text(other.title) for other in (page.previous_page, page.next_page)),
        _known({key: value for key, value in page.meta.items() if key not in HELD_META and key not in OWN_META}),
        _known({key: value for key, value in more.items() if key not in _CONTEXT}),
        _known({key: value for key, value in vars(page).items() if not key.startswith("_") and key not in _ATTRIBUTES}),
    )


def opening_of(page: "SitePage") -> Opening:
    """What the page opens with, whether or not its content is there."""
    known: Opening | None = getattr(page, "opening", None)
    return known or Opening.of(page.content or "", page.toc)


def stem(page: "SitePage") -> str:
    """The address of a page without the ending that all have: `a/0001-x` of `a/0001-x/` and of `a/0001-x.html`."""
    return page.url[:-1] if page.url.endswith("/") else posixpath.splitext(page.url)[0]


def _edit(page: "SitePage", address: str) -> str | tuple[str, bool]:
    tail = page.file.edit_uri or ""
    if not address:
        return ""
    if not tail or not address.endswith(tail):
        raise ShapelessError
    # A theme may make the address of the raw file by putting one word for another, wherever it stands.
    return address[: -len(tail)], any(word in tail for word in ("edit", "blob", "raw"))


def _text(text: object) -> str:
    """What a template may ask of a text: whether there is one, and whether it has to be escaped."""
    return "" if not text else "signs" if has_signs(str(text)) else "plain"


def has_signs(text: str) -> bool:
    """Whether a text looks otherwise in HTML than as plain text, so that filters of a template may change it."""
    return any(sign in text for sign in "&<>\"'")


def _known(values: Mapping[str, Any]) -> str:
    try:
        return _JSON.encode(values) if values else ""
    except (TypeError, ValueError) as error:
        raise ShapelessError from error
