"""One page of the site as a value: our part as HTML that is safe, the author's part as Markdown that is not."""

import hashlib
import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.pages.front_matter import front_matter

_EMPTY = Markup()


class Shelf(StrEnum):
    """What kind of page it is: lists stand in the navigation, the many others are reached through them."""

    LIST = "list"
    RECORD = "record"
    REGISTER = "register"
    TIMELINE = "timeline"
    RULE = "rule"
    SCHEMA = "schema"


class Section(Struct, frozen=True, kw_only=True):
    """A part of a page under its own heading; `anchor` never collides with a heading of the author's.

    `working` follows `html`: figures, formulas and examples, which a search has no use for. A section that has nothing
    else is not among what the search finds.
    """

    anchor: str
    title: str
    html: Markup
    working: Markup = _EMPTY


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page; `path` is relative to the records folder, with `/`, and ends in `.md`.

    `title`, `description` and `tags` are plain text: who prints them escapes them.
    `lead` holds the only `h1`; `sections` follow it; `body` is the author's Markdown, untrusted, and comes last
    under the heading `body_title`. `source` is the file behind the page, relative to the records folder.
    A `wide` page does without its table of contents at the side.
    """

    path: str
    shelf: Shelf
    title: str
    lead: Markup
    description: str = ""
    tags: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    body: str = ""
    body_title: str = "Reasoning"
    source: str | None = None
    search_boost: float = 1.0
    wide: bool = False

    @cached_property
    def digest(self) -> str:
        """Another one for every other page: of two pages with one digest nobody needs the second."""
        said = repr([getattr(self, field.name) for field in fields(self)])
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def markdown(self) -> str:
        """The page as Markdown text with front matter, as an engine without our plugin would read it."""
        return self.markdown_with(self.body)

    def markdown_with(self, body: str) -> str:
        """The same with another text in place of the author's."""
        tags = [one_line(tag) for tag in self.tags]
        meta = {"title": one_line(self.title), "description": one_line(self.description), "tags": tags}
        parts = [front_matter({key: value for key, value in meta.items() if value}), str(self.lead)]
        parts += [
            f"## {_as_markdown(section.title)} {{ #{section.anchor} }}\n\n{section.html}{section.working}"
            for section in self.sections
        ]
        if body.strip():
            parts.append(f"## {_as_markdown(self.body_title)} {{ #{BODY_ANCHOR} }}\n\n{body.strip()}")
        return "\n\n".join(parts) + "\n"


BEHIND_DECISIONS = 0.2
"""The boost, in the search, of pages about records: who searches for a decision finds it before them."""

BODY_ANCHOR = "roi-reasoning"
"""The anchor of the author's part."""


def one_line(text: str) -> str:
    """Text without line breaks, control characters or characters that turn the direction of writing."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _as_markdown(text: str) -> str:
    # Not by backslashes: to some engines `\(4\)` is a formula.
    return _MARK.sub(lambda mark: f"&#{ord(mark[0])};", one_line(text))


_MARK = re.compile(r"[]!\"#$&*+:<=>\\[^_`{|}~]")
"""What Markdown, one of its extensions or HTML gives a meaning to."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
