"""A page of ours in MkDocs' hands: what its author wrote is rendered by MkDocs once, made safe, and then kept."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mkdocs.structure import pages
from mkdocs.structure.files import File, Files

from roi_plugin.mkdocs_site.bodies import Answer, Bodies, Body
from roi_plugin.mkdocs_site.contents import contents
from roi_plugin.mkdocs_site.diagrams import draws
from roi_plugin.mkdocs_site.finished import FinishedPages, Opening, digest_of
from roi_plugin.pages.assembled import Entry, Permalink, assembled, made_safe
from roi_plugin.pages.page import Page

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class AuthorPage(pages.Page):
    """A page outside the navigation; its `content` is safe from the moment it is rendered.

    `settings` are the causes of what is rendered that all pages have in common; without them nothing is kept.
    `digest` tells it from every page with another content, `fingerprint` from every one that looks otherwise in the
    end; `is_finished` says that it is as an earlier build finished it.
    """

    def __init__(self, file: File, config: "MkDocsConfig", bodies: Bodies, settings: str | None) -> None:
        super().__init__(None, file, config)
        self._bodies = bodies
        self._settings = settings
        self._headings: list[Entry] = []
        self._rest: tuple[Page, Permalink | None] | None = None
        self.digest = ""
        self.fingerprint = ""
        self.is_finished = False
        self.opening: Opening | None = None

    def render(self, config: "MkDocsConfig", files: Files) -> None:
        """As MkDocs does, with the same warnings, at no cost where nothing has changed."""
        body = self._body(config, files)
        self.content = body.html
        self._headings = [*body.headings]
        self.toc = contents(body.headings)
        self.present_anchor_ids = set(body.anchors)
        self.links_to_anchors = _links(body, files)
        for level, message in body.said:
            pages.log.log(level, message)

    def begin(self, ours: Page, permalink: Permalink | None, finished: FinishedPages | None) -> None:
        """Adds our part to the author's, at once or, where `finished` knows the page, when somebody needs its content.

        `permalink` is the own link of a heading (see `assembled`).
        """
        body = (self.content, repr(self._headings), ours.digest, repr(permalink), self.url)
        self.digest, self._rest = digest_of(body), (ours, permalink)
        opening = finished.opening(self.digest) if finished else None
        if opening is None:
            self.complete()
            opening = Opening.of(self.content or "", self.toc)
            if finished:
                finished.open(self.digest, opening)
        self.opening = opening
        self.present_anchor_ids = (self.present_anchor_ids or set()) | {*opening.anchors}

    def complete(self) -> None:
        """Puts our part to the author's, if it is not there yet."""
        if self._rest is None:
            return
        (ours, permalink), self._rest = self._rest, None
        self.content, entries = assembled(ours, self.content or "", self._headings, permalink)
        self.toc = contents(entries)

    def _body(self, config: "MkDocsConfig", files: Files) -> Body:
        text = self.markdown or ""
        if not text.strip():
            return Body()
        if self._settings is None:
            return self._rendered(config, files)
        return self._bodies.body(
            (self._settings, str(draws(config)), text, self.file.src_uri, self.file.url, self.file.inclusion.name),
            answer=lambda path: _answer(files.get_file_from_path(path)),
            render=lambda: self._rendered(config, files),
        )

    def _rendered(self, config: "MkDocsConfig", files: Files) -> Body:
        watched = _WatchedFiles(files)
        with _listening() as said:
            super().render(config, watched)
        html, headings = made_safe(self.content or "", self.toc, draws=draws(config))
        linked = (self.links_to_anchors or {}).items()
        return Body(
            html=html,
            headings=tuple(headings),
            anchors=tuple(sorted(self.present_anchor_ids or ())),
            links=tuple((file.src_uri, anchor, link) for file, found in linked for anchor, link in found.items()),
            asked=watched.asked,
            said=tuple(said),
        )


def _links(body: Body, files: Files) -> dict[File, dict[str, str]]:
    found: dict[File, dict[str, str]] = {}
    for path, anchor, link in body.links:
        file = files.get_file_from_path(path)
        if file is not None:
            found.setdefault(file, {})[anchor] = link
    return found


class _WatchedFiles(Files):
    """The files of the site, which note what is asked of them."""

    def __init__(self, files: Files) -> None:
        # The same table, not a copy: each page has such a watch.
        self._src_uris = files.src_uris  # type: ignore[assignment]
        self.asked: dict[str, Answer] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of the site, which is noted."""
        found = super().get_file_from_path(path)
        self.asked[path] = _answer(found)
        return found


def _answer(file: File | None) -> Answer:
    return None if file is None else f"{file.inclusion.name} {file.url}"


class _Ear(logging.Handler):
    def __init__(self, said: list[tuple[int, str]]) -> None:
        super().__init__()
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append((record.levelno, record.getMessage()))


@contextmanager
def _listening() -> Iterator[list[tuple[int, str]]]:
    """All that MkDocs says of links meanwhile, whatever is shown of it: a later build may show more."""
    said: list[tuple[int, str]] = []
    ear, before = _Ear(said), (pages.log.level, pages.log.propagate)
    pages.log.addHandler(ear)
    pages.log.setLevel(logging.INFO)
    pages.log.propagate = False
    try:
        yield said
    finally:
        pages.log.removeHandler(ear)
        pages.log.setLevel(before[0])
        pages.log.propagate = before[1]
