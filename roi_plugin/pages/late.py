"""Pages and texts that are written, or read from where they are kept, when somebody asks for their content."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.pages.page import Page, Section


class Parts(Struct, frozen=True, kw_only=True):
    """What a reader sees of a page: the lead and the sections."""

    lead: Markup
    sections: tuple[Section, ...]


class Draft(Struct, frozen=True, kw_only=True):
    """A page that is not written yet: all that is known of it but the lead and the sections, which `parts` writes.

    `causes` are what these are written from, beside what all pages have in common.
    """

    head: Page
    causes: tuple[object, ...]
    parts: Callable[[], Parts]

    def written(self) -> Page:
        """The whole page."""
        parts = self.parts()
        return replace(self.head, lead=parts.lead, sections=parts.sections)


class LatePage(Page):
    """A page of which all is known but the lead and the sections."""

    def __init__(self, head: Page, digest: str, parts: Callable[[], Parts]) -> None:
        known = {name: value for name, value in vars(head).items() if name not in {"lead", "sections"}}
        vars(self).update(known, digest=digest)
        self._ask: Callable[[], Parts]
        vars(self)["_ask"] = parts

    @cached_property
    def _parts(self) -> Parts:
        return self._ask()

    @property
    def lead(self) -> Markup:
        """The only `h1`, and what stands with it."""
        return self._parts.lead

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections below the lead."""
        return self._parts.sections


class LateText:
    """A file of the site; equal `digest`, equal text."""

    def __init__(self, digest: str, ask: Callable[[], str]) -> None:
        self.digest = digest
        self._ask = ask

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return self._ask()
