"""Stands in for a page while the theme is rendered once for many: where a page has its own, there is a hole."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, SupportsIndex

from markupsafe import Markup
from mkdocs.structure.toc import TableOfContents

from roi_plugin.pages.assembled import Entry

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page as SitePage

OF_THE_SHAPE = frozenset(
    (
        *("ancestors", "children", "is_homepage", "is_index", "is_link", "is_page", "is_section", "is_top_level"),
        *("parent", "update_date"),
    )
)
"""What a template may ask of a page that is the same for all pages of one shape."""


_LONG = "z" * 500


def hole(name: str) -> Markup:
    """The text that stands where something of a page's own belongs; it looks the same escaped, stripped and quoted.

    It is longer than what people write, so that a template which cuts long texts gives itself away.
    """
    return Markup(f"roi0hole0{name}0{_LONG}0eloh0ior")  # noqa: S704 - letters and digits


class Watched:
    """Notes whether a template asked for what is a page's own and has no hole."""

    def __init__(self) -> None:
        self.asked: set[str] = set()


class Text(Markup):
    """A text with a hole that can be printed, and notes when a template does anything else with it."""

    watched: Watched

    @classmethod
    def of(cls, text: str, watched: Watched) -> "Text":
        """The text under watch; what is made of it is not."""
        made = cls(text)
        made.watched = watched
        return made

    def __bool__(self) -> bool:
        """Whether there is any, which is the same for all pages of one shape."""
        return super().__len__() > 0

    def __contains__(self, part: object) -> bool:
        """Noted, but for the question whether there is a heading, whose answer all pages of a shape share too."""
        if part != "<h1":
            self._note("a search in")
        return str(part) in str(self)

    def __eq__(self, other: object) -> bool:
        """Noted."""
        self._note("a comparison of")
        return super().__eq__(other)

    def __getattribute__(self, name: str) -> Any:
        """Noted, where it is something that texts can do."""
        if not name.startswith("_") and name != "watched":
            self._note(f"`{name}` of")
        return super().__getattribute__(name)

    def __getitem__(self, place: SupportsIndex | slice, /) -> Any:
        """Noted."""
        self._note("a piece of")
        return super().__getitem__(place)

    def __hash__(self) -> int:
        """Noted."""
        self._note("a comparison of")
        return super().__hash__()

    def __len__(self) -> int:
        """Noted."""
        self._note("the length of")
        return super().__len__()

    def _note(self, what: str) -> None:
        if hasattr(self, "watched"):
            self.watched.asked.add(f"{what} a text")


class StandIn:
    """A page (or the one before or after it) as a template sees it: `holes`, and the attributes that are `common`."""

    def __init__(
        self, page: "SitePage", watched: Watched, holes: Mapping[str, object], common: frozenset[str] = frozenset()
    ) -> None:
        self._page = page
        self._watched = watched
        self._holes = holes
        self._common = common

    def __getattr__(self, name: str) -> Any:
        """What a template asks for."""
        if name in self._holes:
            return self._holes[name]
        found = getattr(self._page, name)
        if name not in self._common:
            self._watched.asked.add(name)
        return found


class StandInToc(TableOfContents):
    """The table of contents of a stand-in; how long it is, is a page's own."""

    def __init__(self, entries: list[Entry], watched: Watched) -> None:
        super().__init__(entries)  # type: ignore[arg-type]
        self._watched = watched

    def __len__(self) -> int:
        """Noted."""
        self._watched.asked.add("toc | length")
        return super().__len__()

    def __bool__(self) -> bool:
        """Whether there is an entry, which is the same for all pages of one shape."""
        return bool(self.items)


class StandInMeta(dict[str, Any]):
    """The front matter of a stand-in; `own` are the keys that have no hole, though their values are a page's own."""

    def __init__(self, meta: Mapping[str, object], watched: Watched, own: frozenset[str]) -> None:
        super().__init__(meta)
        self._watched = watched
        self._own = own

    def __getitem__(self, key: str) -> Any:
        """As of any dictionary, noted."""
        self._note(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """As of any dictionary, noted."""
        self._note(key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        """As of any dictionary, noted."""
        self._watched.asked.add("meta")
        return super().__iter__()

    def items(self) -> Any:
        """As of any dictionary, noted."""
        self._watched.asked.add("meta")
        return super().items()

    def values(self) -> Any:
        """As of any dictionary, noted."""
        self._watched.asked.add("meta")
        return super().values()

    def _note(self, key: str) -> None:
        if key in self._own:
            self._watched.asked.add(f"meta.{key}")
