"""Tables of contents as the theme has them, rendered once for all that differ in words only."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from roi_plugin.mkdocs_site.contents import contents
from roi_plugin.mkdocs_site.frame import Frame, Render
from roi_plugin.mkdocs_site.shape import ShapelessError, has_signs
from roi_plugin.mkdocs_site.stand_in import StandIn, Watched, hole
from roi_plugin.mkdocs_site.white_space import narrowed
from roi_plugin.pages.assembled import Entry, Item

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as SitePage
    from mkdocs.structure.toc import TableOfContents


class Table(Struct, frozen=True):
    """One table of contents as HTML: `exact`, as the theme renders it, and with its white space `narrow`."""

    exact: str
    narrow: str


class Tables:
    """The tables of contents of one build; `render` is the theme's template for them."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._frames: dict[object, tuple[Frame, Frame] | None] = {}

    def table(self, variables: Mapping[str, Any]) -> Table:
        """The table of the page in a template's variables.

        Raises:
            ShapelessError: the theme says more in it than the page's headings.
        """
        page = variables["page"]
        words: dict[str, str] = {}
        emptied = [*_emptied(page.toc, words)]
        key = _key(emptied)
        if key not in self._frames:
            frame = Frame.of(self._rendered(variables, contents(emptied)))
            exact = self._rendered(variables, page.toc)
            self._frames[key] = (frame, Frame.of(narrowed(frame.text))) if frame.filled(words) == exact else None
        frames = self._frames[key]
        if frames is not None:
            return Table(*(frame.filled(words) for frame in frames))
        exact = self._rendered(variables, page.toc)
        return Table(exact, narrowed(exact))

    def _rendered(self, variables: Mapping[str, Any], toc: "TableOfContents") -> str:
        watched = Watched()
        page: SitePage = variables["page"]
        rendered = self._render({**variables, "page": StandIn(page, watched, {"toc": toc})}).strip()
        if watched.asked:
            raise ShapelessError(f"a table of contents with {', '.join(sorted(watched.asked))}")
        return rendered


def _emptied(items: Iterable[Item], words: dict[str, str]) -> Iterator[Entry]:
    """The headings with holes in place of their `words`; a title that is not the same in HTML and as text stays."""
    for item in items:
        number = len(words)
        words |= {f"id_{number}": item.id, f"title_{number}": item.title}
        title = item.title if has_signs(item.title) else str(hole(f"title_{number}"))
        below = [*_emptied(item.children, words)]
        yield Entry(title=title, id=str(hole(f"id_{number}")), level=item.level, children=below)


def _key(entries: Iterable[Entry]) -> tuple[object, ...]:
    return tuple((entry.title, entry.level, _key(entry.children)) for entry in entries)
