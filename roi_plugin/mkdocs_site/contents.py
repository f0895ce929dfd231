"""Our tables of contents as MkDocs has them."""

from collections.abc import Iterable

from mkdocs.structure.toc import TableOfContents

from roi_plugin.pages.assembled import Entry


def contents(entries: Iterable[Entry]) -> TableOfContents:
    """A table of these entries; they have all that MkDocs' own have."""
    return TableOfContents(list(entries))  # type: ignore[arg-type]
