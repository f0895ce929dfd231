"""A page put together: our part, then the author's, made safe; with the table of contents of both."""

import re
from collections.abc import Iterable
from typing import Protocol

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.pages.author_html import author_html, plain, safe_anchor
from roi_plugin.pages.page import BODY_ANCHOR, Page, Section, Shelf
from roi_plugin.pages.short_html import shortened

_PLACE = Markup('<span class="roi-working" data-of="{}"></span>')
"""Stands where the working of a section belongs; an author's text can have no class of ours.

It is no block, for what comes in its place may be none: the end of a paragraph before it stays written.
"""
_LISTS = frozenset((Shelf.LIST, Shelf.REGISTER, Shelf.TIMELINE))
"""What a list names has a page of its own, which a search finds: of the list it needs to know the headings alone."""

_OPENING = re.compile(r"(?:\s*<!--.*?-->)*\s*(?:<h1\b.*?</h1>)?\s*(?:<p\b.*?</p>)?", re.DOTALL)
"""Comments, title and first paragraph of a page, those of them that it begins with."""


class Item(Protocol):
    """An entry of a table of contents, as site engines have it; `title` is HTML."""

    title: str
    id: str
    level: int

    @property
    def children(self) -> Iterable["Item"]:
        """The entries below it."""
        ...


class Entry(Struct, kw_only=True):
    """An entry of a table of contents of ours, shaped as MkDocs' own; themes may mark it as active."""

    title: str
    id: str
    level: int
    children: list["Entry"]
    active: bool = False

    @property
    def url(self) -> str:
        """The fragment that leads to the heading."""
        return f"#{self.id}"


def made_safe(rendered: str, headings: Iterable[Item], *, draws: bool = False) -> tuple[str, list[Entry]]:
    """The author's rendered Markdown, untrusted, as HTML that is safe; and its headings.

    `draws` tells whether the site has a script of its own for diagrams.
    """
    body = author_html(rendered, draws=draws) if rendered.strip() else ""
    return body, safe_entries(headings)


class Permalink(Struct, frozen=True, kw_only=True):
    """A heading's own link: the sign that it shows, and what it is called."""

    sign: str
    title: str


def assembled(page: Page, body: str, headings: Iterable[Entry], permalink: Permalink | None) -> tuple[str, list[Entry]]:
    """The page as HTML, and its table of contents; `with_working` puts in what it still lacks.

    `body` and `headings` are the author's, as `made_safe` gives them. `permalink` is the own link of each heading.
    """
    sections = (_for_search(section, page) for section in page.sections)
    parts = [str(page.lead), *(headed(section, permalink) for section in sections)]
    entries = [entry(section) for section in page.sections]
    if body.strip():
        section = Section(anchor=BODY_ANCHOR, title=page.body_title, html=Markup(body))  # noqa: S704 - safe already
        parts.append(headed(section, permalink))
        entries.append(entry(section, headings))
    return "\n".join(parts), entries


def with_working(html: str, page: Page) -> str:
    """The finished page with the working of its sections, which nothing before this has to read."""
    for section in page.sections:
        late = _late(section, page)
        if late:
            html = html.replace(_PLACE.format(section.anchor), shortened(late), 1)
    return html


def _late(section: Section, page: Page) -> str:
    return f"{section.html}{section.working}" if page.shelf in _LISTS else str(section.working)


def _for_search(section: Section, page: Page) -> Section:
    """The section with a place for what a search has no use for."""
    if not _late(section, page):
        return section
    html = Markup() if page.shelf in _LISTS else section.html
    return replace(section, html=html, working=_PLACE.format(section.anchor))


def after_first_words(
    written: str, contents: Iterable[Item], page: Page, permalink: Permalink | None
) -> tuple[str, list[Entry]]:
    """A page written by hand, as HTML, with the sections of ours after its first paragraph; and its contents so.

    The first section needs no heading: it goes on from the words before it.
    """
    parts = [str(section.html) for section in page.sections[:1]]
    parts += [str(headed(section, permalink)) for section in page.sections[1:]]
    opening = _OPENING.match(written)
    at = opening.end() if opening else 0
    html = "\n".join([written[:at].rstrip(), *parts, written[at:].lstrip()]).strip("\n") + "\n"
    ours = [entry(section) for section in page.sections[1:]]
    entries = safe_entries(contents, 1)
    if not entries or f'<h1 id="{entries[0].id}"' not in written[:at]:
        return html, [*ours, *entries]
    entries[0].children[:0] = ours
    return html, entries


def headed(section: Section, permalink: Permalink | None) -> str:
    """A section under its heading."""
    anchor, link = escape(section.anchor), ""
    if permalink:
        title = escape(permalink.title)
        link = f'<a class="headerlink" href="#{anchor}" title="{title}">{escape(permalink.sign)}</a>'
    return f'<h2 id="{anchor}">{escape(section.title)}{link}</h2>\n{section.html}{section.working}'


def entry(section: Section, children: Iterable[Entry] = ()) -> Entry:
    """A section's line in the table of contents."""
    return Entry(title=str(escape(section.title)), id=section.anchor, level=2, children=list(children))


def safe_entries(items: Iterable[Item], level: int = 3) -> list[Entry]:
    """An author's headings without tags; a heading whose id was taken away is left out, those below it stay."""
    kept: list[Entry] = []
    for item in items:
        below = safe_entries(item.children, level + 1)
        if safe_anchor(item.id):
            kept.append(Entry(title=plain(item.title), id=item.id, level=level, children=below))
        else:
            kept += below
    return kept
