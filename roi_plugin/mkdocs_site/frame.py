"""A finished page without what is its own: texts of the theme with holes between them."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs.utils import normalize_url

from roi_plugin.mkdocs_site.finished import digest_of
from roi_plugin.mkdocs_site.shape import HELD_META, OWN_META, ShapelessError, opening_of, stem
from roi_plugin.mkdocs_site.stand_in import OF_THE_SHAPE, StandIn, StandInMeta, StandInToc, Text, Watched, hole
from roi_plugin.mkdocs_site.white_space import narrowed
from roi_plugin.pages.assembled import Entry

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as SitePage

Render = Callable[[Mapping[str, Any]], str]
"""Renders one template with these variables."""

_HOLE = re.compile(hole("([a-z_0-9]+?)"))
_NEIGHBOURS = ("previous", "next")
_TEXTS = ("title", "description", "content", *(f"{name}_title" for name in _NEIGHBOURS))


@dataclass(frozen=True)
class Frame:
    """Texts and names of holes in turn; the first and the last are texts."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Frame":
        """The frame in a text that was rendered with holes."""
        return cls(tuple(_HOLE.split(text)))

    @property
    def text(self) -> str:
        """The text with its holes, of which this is the frame."""
        return "".join(hole(piece) if place % 2 else piece for place, piece in enumerate(self.pieces))

    @cached_property
    def digest(self) -> str:
        """Tells it from every other frame."""
        return digest_of(self.pieces)

    def filled(self, parts: Mapping[str, str]) -> str:
        """The page with these parts; KeyError where a template made another name of a hole's."""
        pieces = list(self.pieces)
        pieces[1::2] = [parts[name] for name in pieces[1::2]]
        return "".join(pieces)


def frames(variables: Mapping[str, Any], *, whole: Render, toc: Render) -> tuple[Frame, Frame]:
    """The frame that a page has in common with others, as the theme renders it, and narrowed.

    Raises:
        ShapelessError: the theme asks for something that is the page's own and has no hole.
    """
    watched = Watched()
    emptied = {**variables, "page": _emptied(variables["page"], watched)}
    rendered, table = whole(emptied), toc(emptied).strip()
    if watched.asked:
        raise ShapelessError(", ".join(sorted(watched.asked)))
    if hole("toc_title") in table:
        rendered = rendered.replace(table, hole("toc"))
    if hole("toc_title") in rendered:
        raise ShapelessError("a table of contents of the theme's own")
    for name, text in _dressed().items():
        rendered = rendered.replace(text, hole(name))
    return Frame.of(rendered), Frame.of(narrowed(rendered))


def parts(page: "SitePage", table: str) -> dict[str, str]:
    """What is a page's own, by the names of the holes; `table` is its table of contents as HTML."""
    return around(page) | {"content": page.content or "", "toc": table}


def around(page: "SitePage") -> dict[str, str]:
    """What is a page's own and stands around its content."""
    found = {
        "description": str(page.meta.get("description", "")),
        "first": opening_of(page).first,
        "name": posixpath.basename(stem(page)),
        "source": page.file.edit_uri or "",
        "title": str(page.title),
    }
    for name, other in zip(_NEIGHBOURS, (page.previous_page, page.next_page), strict=True):
        if other is not None:
            found[name] = normalize_url(other.url, page)
            found[f"{name}_title"] = str(other.title)
    return found


def narrow_around(html: str, page: "SitePage") -> str:
    """A page that was rendered whole, with the theme's part of it narrowed."""
    before, content, after = html.partition(page.content or "\0")
    return narrowed(before) + content + narrowed(after) if content else html


def _emptied(page: "SitePage", watched: Watched) -> StandIn:
    address = stem(page)
    url = posixpath.join(posixpath.dirname(address), str(hole("name"))) + page.url[len(address) :]
    edit = page.edit_url and page.edit_url[: -len(page.file.edit_uri or "")] + str(hole("source"))
    texts = {name: Text.of(hole(name), watched) for name in _TEXTS}
    content = texts["content"] if "<h1" not in (page.content or "") else Text.of(_headed(hole("content")), watched)
    meta = {key: texts[key] if key in HELD_META else value for key, value in page.meta.items()}
    holes: dict[str, object] = {
        "abs_url": page.abs_url and page.abs_url[: -len(page.url)] + url,
        "active": True,
        "canonical_url": page.canonical_url and page.canonical_url[: -len(page.url)] + url,
        "content": content,
        "edit_url": edit,
        "meta": StandInMeta(meta, watched, OWN_META),
        "title": texts["title"],
        "toc": StandInToc([_heading(item.level) for item in page.toc][:1], watched),
        "url": url,
    }
    for name, other in zip(_NEIGHBOURS, (page.previous_page, page.next_page), strict=True):
        # An address with a scheme is printed as it is; what takes its place is relative.
        near = {"title": texts[f"{name}_title"], "url": f"{hole(name)}:"}
        holes[f"{name}_page"] = other and StandIn(other, watched, near)
    return StandIn(page, watched, holes, OF_THE_SHAPE)


def _heading(level: int) -> Entry:
    return Entry(title=str(hole("toc_title")), id=str(hole("first")), level=level, children=[])


def _headed(content: str) -> str:
    return f"<h1>{content}</h1>"


def _dressed() -> dict[str, str]:
    """What holes look like that are wider than their names."""
    return {"content": _headed(hole("content")), **{name: f"{hole(name)}:" for name in _NEIGHBOURS}}
