"""The fences in a page's Markdown that ask for a part of the register, and their places in the finished HTML."""

import hashlib
import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape
from msgspec import Struct

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<sign>`{3,}|~{3,})(?P<info>[^`]*)")
_KEY = "(?P<key>[0-9a-f]{16})"
_PLACE = re.compile(rf"<!--roi-embed:{_KEY}-->")
_SPOKEN = re.compile(rf"roi-embed-{_KEY}-place")
_PUT = re.compile(rf"<p>\s*<!--roi-embed:{_KEY}-->\s*</p>|{_PLACE.pattern.replace('key', 'bare')}")
_AS_CODE = re.compile(rf"&lt;!--roi-embed:{_KEY}--&gt;")


class Fence(Struct, frozen=True, kw_only=True):
    """A fence as written; `lines` are those between its ends, the first of them being line `first` of the text."""

    key: str
    first: int
    written: str
    lines: tuple[str, ...]


def take_out(markdown: str, page: str) -> tuple[str, tuple[Fence, ...]]:
    """The text with a comment in place of each ` ```roi ` fence, and the fences; one within another fence stays.

    `page` is any name of the page: fences of two pages have two keys.
    """
    if "roi" not in markdown:
        return markdown, ()
    lines, kept, found, at = markdown.split("\n"), list[str](), list[Fence](), 0
    while at < len(lines):
        opening = _FENCE.fullmatch(lines[at].rstrip())
        end = _end(lines, at, opening["sign"]) if opening else None
        if opening is None or end is None:
            kept.append(lines[at])
            at += 1
            continue
        whole = lines[at : end + 1]
        if opening["info"].strip() == "roi":
            fence = _fence(whole, at, page, opening["indent"])
            found.append(fence)
            # As many lines as there were: whoever counts them later counts right.
            kept += ["", f"{opening['indent']}<!--roi-embed:{fence.key}-->", *[""] * max(1, len(whole) - 2)]
        else:
            kept += whole
        at = end + 1
    return "\n".join(kept), tuple(found)


def put_in(html: str, fences: Mapping[str, Fence], embed: Callable[[Fence], Markup]) -> str:
    """The page with what each fence asks for; within code, the fence as it was written."""
    if "roi-embed:" not in html:
        return html

    def part(match: re.Match[str]) -> str:
        fence = fences.get(match["key"] or match["bare"])
        return "" if fence is None else str(embed(fence))

    def code(match: re.Match[str]) -> str:
        fence = fences.get(match["key"])
        return "" if fence is None else str(escape(fence.written))

    return _AS_CODE.sub(code, _PUT.sub(part, html))


def without_places(markdown: str) -> str:
    """The text without its places, for those who read it and fill none."""
    return _PLACE.sub("", markdown)


def as_words(html: str) -> str:
    """The page with its places as words, which survive where comments do not."""
    return _PLACE.sub(r"roi-embed-\g<key>-place", html)


def as_places(html: str) -> str:
    """The page with its words as places again."""
    return _SPOKEN.sub(r"<!--roi-embed:\g<key>-->", html)


def _end(lines: list[str], start: int, sign: str) -> int | None:
    """The line that closes a fence, None where none does."""
    for at in range(start + 1, len(lines)):
        line = lines[at].strip()
        if len(line) >= len(sign) and set(line) == {sign[0]}:
            return at
    return None


def _fence(whole: list[str], at: int, page: str, indent: str) -> Fence:
    written = "\n".join(line.removeprefix(indent) for line in whole)
    key = hashlib.sha256(f"{page}\n{at}\n{written}".encode("utf-8", "replace")).hexdigest()[:16]
    return Fence(key=key, first=at + 2, written=written, lines=tuple(whole[1:-1]))
