"""Judges where links lead: to a file that is there, or out by a scheme that is safe."""

import html
import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote

from msgspec import Struct

from roi_plugin.model.nearest import nearest
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.markdown_links import Link, find_links

SAFE_SCHEMES = ("http", "https", "mailto")

AS_SPELT = "write the path relative to this file, as it is spelt on disk"
"""How to mend a dead link where no file is named that might be meant."""

_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2060\ufeff]")
_SCHEME = re.compile(r"([^/?#\\]*?):")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_RECORD_ENDINGS = (".md", ".yml", ".yaml")
_INDEX_PAGES = ("index.md", "README.md")
_MOST_COMPARED = 2000
_MOST_HELPED = 50
_ALIKE = 0.75


class Surroundings(Struct, frozen=True, kw_only=True):
    """What links can lead to, as paths relative to the records folder with `/`.

    `files` are all files in the folder, `published` pages that only the site has; `outside` tells whether a path that
    begins with `../` is there.
    """

    files: Collection[str]
    published: Collection[str] = ()
    outside: Callable[[str], bool] = lambda _: False


def link_faults(body: str, *, path: str, around: Surroundings) -> Iterator[Fault]:
    """What is wrong with the links of a body of the record at `path`; offsets are in the body."""
    dead = 0
    for link in find_links(body):
        target = _ESCAPED.sub(r"\1", html.unescape(link.target))
        words = _unsafe(target)
        if words is not None:
            yield _fault(link, "link/unsafe-url", words, "write a link that begins with https:, http: or mailto:")
        elif link.to_file and not _SCHEME.match(target):
            for fault in _dead(link, target, path, around, helped=dead < _MOST_HELPED):
                dead += 1
                yield fault


def _unsafe(target: str) -> str | None:
    """Why a target is unsafe, read as a browser reads it: without spaces and control characters, in any case."""
    bare = _INVISIBLE.sub("", target)
    if bare.replace("\\", "/").startswith("//"):
        return "names a host without a scheme"
    scheme = _SCHEME.match(bare)
    if scheme is None or scheme.group(1).lower() in SAFE_SCHEMES:
        return None
    return f"has the scheme `{scheme.group(1)[:40]}:`"


def _dead(link: Link, target: str, path: str, around: Surroundings, *, helped: bool) -> Iterator[Fault]:
    place = unquote(re.split(r"[?#]", target, maxsplit=1)[0]).strip()
    if not place:
        return
    if place.startswith("/"):
        yield _fault(link, "link/dead-file", "is absolute", "write the link relative to this file")
        return
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
    if wanted == ".." or wanted.startswith("../"):
        if not around.outside(wanted):
            words = "leads out of the records folder to no file of this project"
            yield _fault(link, "link/dead-file", words, "write the path as it is spelt on disk, or link by https:")
    elif not _is_there(wanted, around.files) and wanted not in around.published:
        meant = _nearest_file(wanted, around.files) if helped else None
        words = AS_SPELT
        if meant is not None:
            words = f"did you mean `{posixpath.relpath(meant, posixpath.dirname(path) or '.')}`?"
        yield _fault(link, "link/dead-file", "points to no file", words)


def _is_there(wanted: str, files: Collection[str]) -> bool:
    if wanted in files or any(posixpath.normpath(posixpath.join(wanted, page)) in files for page in _INDEX_PAGES):
        return True
    stem, ending = posixpath.splitext(wanted)
    return ending in _RECORD_ENDINGS and any(stem + other in files for other in _RECORD_ENDINGS)


def _nearest_file(wanted: str, files: Collection[str]) -> str | None:
    """The file whose name is most like the wanted one, of the same kind; first those of the same folder."""
    folder, name = posixpath.split(wanted)
    stem, ending = posixpath.splitext(name)
    if len(files) > _MOST_COMPARED:
        number = name.partition("-")[0]
        files = [file for file in files if posixpath.basename(file).startswith(f"{number}-")]
    found: dict[str, str] = {}
    for file in sorted(files, key=lambda file: (posixpath.dirname(file) != folder, not file.endswith(ending), file)):
        other, kind = posixpath.splitext(posixpath.basename(file))
        if not ending or kind == ending or (kind in _RECORD_ENDINGS and ending in _RECORD_ENDINGS):
            found.setdefault(other, file)
    meant = nearest(stem, found, cutoff=_ALIKE)
    return None if meant is None else found[meant]


def _fault(link: Link, name: str, words: str, mend: str) -> Fault:
    shown = " ".join(link.target.split())[:80].replace("`", "'")
    return Fault(
        start=link.offset,
        end=link.offset + max(len(link.target), 1),
        name=name,
        message=f"the link `{shown}` {words}",
        help=mend,
    )
