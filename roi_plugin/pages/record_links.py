"""A Markdown extension: links in the reasoning lead to pages, or say that what they name is not on the site.

A link to another record's `.yml` file leads to that record's page. A link out of the site's folder, to the code that
a decision is about, is left as text: the file is in the repository, and no reader of the site can open it.
"""

import posixpath
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


_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\?#]|\Z")


class RecordLinks(Extension):  # type: ignore[misc]
    """Turns links to `NNNN-slug.yml` into links to `NNNN-slug.md`, and links out of the site into text.

    `page` is the path of the page that is rendered next, from the site's root with `/`; None where it is not ours.
    """

    def __init__(self) -> None:
        super().__init__()
        self.page: str | None = None

    def extendMarkdown(self, md: "Markdown") -> None:  # noqa: N802 - the name that Markdown calls
        """Registers the one processor."""
        md.treeprocessors.register(_ToPages(md, self), "roi_record_links", _BEFORE_MKDOCS_RESOLVES)


class _ToPages(Treeprocessor):  # type: ignore[misc]
    def __init__(self, md: "Markdown", links: RecordLinks) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: "Element") -> None:
        for link in list(root.iter("a")):
            href = link.get("href", "")
            found = _RECORD.match(href)
            if found:
                link.set("href", f"{found['page']}.md{found['rest'] or ''}")
            elif self._leads_out(href):
                # MkDocs takes every `a` for a link that it can resolve.
                link.tag = "span"
                del link.attrib["href"]
                link.set("title", "in the repository, not on this site")

    def _leads_out(self, href: str) -> bool:
        if self._links.page is None or _ELSEWHERE.match(href):
            return False
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self._links.page), re.split(r"[?#]", href)[0]))
        return target == ".." or target.startswith("../")
