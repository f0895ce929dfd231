"""A Markdown extension: a link in the reasoning to another record's `.yml` file leads to that record's page."""

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension  # type: ignore[import-untyped]
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown  # type: ignore[import-untyped]

_RECORD = re.compile(
    r"(?P<page>(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/\\])(?:[^?#]*/)?[0-9]+-[^/?#]*)\.ya?ml(?P<rest>[?#].*)?\Z"
)
_BEFORE_MKDOCS_RESOLVES = 5


class RecordLinks(Extension):  # type: ignore[misc]
    """Turns relative links to `NNNN-slug.yml` into links to `NNNN-slug.md`, where its page stands."""

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 - the name that Markdown calls
        """Registers the one processor."""
        md.treeprocessors.register(_ToPages(md), "roi_record_links", _BEFORE_MKDOCS_RESOLVES)


class _ToPages(Treeprocessor):  # type: ignore[misc]
    def run(self, root: "Element") -> None:
        for link in root.iter("a"):
            found = _RECORD.match(link.get("href", ""))
            if found:
                link.set("href", f"{found['page']}.md{found['rest'] or ''}")
