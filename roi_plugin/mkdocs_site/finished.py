"""Pages as an earlier build wrote them: one that would become the same again is not put together again."""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from roi_plugin.sources.kept_table import KeptTable
from roi_plugin.sources.kept_texts import KeptTexts

if TYPE_CHECKING:
    from mkdocs.structure.toc import TableOfContents

FOLDER = "finished"
NAME = "openings.json"


class Opening(Struct, frozen=True, kw_only=True):
    """What others ask of a page's content who do not read it.

    `is_titled` tells whether it has an `h1`; `level` and `first` are those of its first heading below, None and empty
    without one; `anchors` are the places in our part that can be linked to.
    """

    is_titled: bool
    level: int | None
    first: str
    anchors: tuple[str, ...]

    @classmethod
    def of(cls, content: str, toc: "TableOfContents") -> "Opening":
        """That of a whole page."""
        entries = list(toc)
        first = entries[0] if entries else None
        return cls(
            is_titled="<h1" in content,
            level=first.level if first else None,
            first=first.id if first else "",
            anchors=tuple(item.id for item in entries),
        )


class FinishedPages:
    """Finished pages in `folder`, or in memory alone; what a page opens with is known by the digest of its content."""

    def __init__(self, folder: Path | None) -> None:
        self._openings = KeptTable(folder and folder / NAME)
        self._texts = KeptTexts(folder and folder / FOLDER)

    def opening(self, digest: str) -> Opening | None:
        """What the page with this digest of its content opens with; None where no build has seen it."""
        return _loaded(self._openings.get(digest))

    def open(self, digest: str, opening: Opening) -> None:
        """Keeps what a page opens with."""
        self._openings.put(digest, [opening.is_titled, opening.level, opening.first, opening.anchors])

    def get(self, key: str) -> str | None:
        """The finished page that has these causes."""
        return self._texts.get(key)

    def put(self, key: str, text: str) -> None:
        """Keeps a finished page."""
        self._texts.put(key, text)

    def save(self) -> None:
        """Keeps the openings for the next process."""
        self._openings.save()

    def settle(self) -> None:
        """To be called at the end of each build: forgets the pages that it did not need."""
        self._texts.settle()


def digest_of(causes: Iterable[object]) -> str:
    """One for equal causes, which print alike in every process."""
    return hashlib.sha256(json.dumps([*causes]).encode()).hexdigest()


def _loaded(data: Any) -> Opening | None:
    try:
        is_titled, level, first, anchors = data
        return Opening(is_titled=bool(is_titled), level=level, first=str(first), anchors=tuple(map(str, anchors)))
    except (TypeError, ValueError):
        return None


Dress = Callable[[Any], list[str]]
"""What is put into a page after the theme has rendered it."""
