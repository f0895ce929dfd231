"""The authors' parts of the pages, rendered: kept from build to build for as long as text, settings and links agree."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from roi_plugin.pages.assembled import Entry
from roi_plugin.sources.kept_table import KeptTable

NAME = "bodies.json"

Answer = str | None
"""What became of a path that a link names: the address of its page, None where there is none."""


class Body(Struct, frozen=True, kw_only=True):
    """One author's part: its HTML, made safe, and its headings.

    `anchors` can be linked to; `links` go to anchors, as (path, anchor, link as written); `asked` holds the paths that
    were looked up with what was answered, and `said` what there was to say about links, as (level, message).
    """

    html: str = ""
    headings: tuple[Entry, ...] = ()
    anchors: tuple[str, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    asked: Mapping[str, Answer] = field(default_factory=dict)
    said: tuple[tuple[int, str], ...] = ()


class Bodies:
    """Rendered bodies in a file of `folder`, or in memory alone."""

    def __init__(self, folder: Path | None) -> None:
        self._table = KeptTable(folder and folder / NAME)

    def body(self, causes: Iterable[str], *, answer: Callable[[str], Answer], render: Callable[[], Body]) -> Body:
        """The body that has these causes, by `render` unless it is kept and each link has its old `answer`."""
        key = hashlib.sha256(json.dumps([*causes]).encode()).hexdigest()
        found = _loaded(self._table.get(key))
        if found is None or any(answer(path) != before for path, before in found.asked.items()):
            found = render()
            self._table.put(key, _dumped(found))
        return found

    def save(self) -> None:
        """Keeps them for the next process."""
        self._table.save()


def _dumped(body: Body) -> list[Any]:
    headings = [_heading_dumped(heading) for heading in body.headings]
    return [body.html, headings, body.anchors, body.links, body.asked, body.said]


def _heading_dumped(heading: Entry) -> list[Any]:
    return [heading.title, heading.id, heading.level, [_heading_dumped(below) for below in heading.children]]


def _loaded(data: Any) -> Body | None:
    """The body that `_dumped` made the data of; None for anything else."""
    try:
        html, headings, anchors, links, asked, said = data
        return Body(
            html=html,
            headings=tuple(_heading(*each) for each in headings),
            anchors=tuple(anchors),
            links=tuple((path, anchor, link) for path, anchor, link in links),
            asked=dict(asked),
            said=tuple((level, message) for level, message in said),
        )
    except (TypeError, ValueError):
        return None


def _heading(title: str, anchor: str, level: int, below: list[Any]) -> Entry:
    return Entry(title=title, id=anchor, level=level, children=[_heading(*each) for each in below])
