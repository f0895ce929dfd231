"""Finds the links and images of a Markdown text, with the place of each target."""

import re
from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.sources.markdown_code import without_code

_BRACKETS = re.compile(r"\\.|\[|\](\()?", re.DOTALL)
_TARGET = re.compile(r"\(((?:[^()\\\n]|\\.|\n(?![ \t]*\n)|\((?:[^()\\\n]|\\.)*+\)){0,2000}+)\)")
_TITLE = re.compile(r"""\s(?:"[^"]*"|'[^']*'|\([^()]*\))\s*\Z""")
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]{1,500}\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>")
_TAG = re.compile(r"""<[A-Za-z](?:(?:[^<>"']|"[^"]*"|'[^']*'){0,5000}+|[^<>]{0,5000})>""")
_LINK_OR_IMAGE = re.compile(r"<(?:a|img)[\s/]", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""[\s"'/](?:href|src|srcset|action|formaction|poster|data|background|xlink:href)\s*=\s*"""
    r"""(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.IGNORECASE,
)


class Link(Struct, frozen=True, kw_only=True):
    """One link or image: its target as written, where it stands in the text, and whether a file may be meant."""

    target: str
    offset: int
    to_file: bool


def find_links(text: str) -> list[Link]:
    """All links and images outside code, by place; in raw HTML only `<a>` and `<img>` lead to files."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return []
    text = without_code(text)
    links = [*_attributes(text), *_autolinks(text), *_definitions(text), *_inline(text)]
    by_offset = {link.offset: link for link in links}
    return [by_offset[offset] for offset in sorted(by_offset)]


def _inline(text: str) -> Iterator[Link]:
    open_brackets = 0
    for match in _BRACKETS.finditer(text):
        if match.group() == "[":
            open_brackets += 1
        elif match.group().startswith("]") and open_brackets:
            open_brackets -= 1
            if match.group(1) and (target := _TARGET.match(text, match.end() - 1)):
                yield _trimmed(target.group(1), target.start(1))


def _trimmed(target: str, offset: int) -> Link:
    """The target without spaces, angle brackets and title."""
    bare = target.lstrip()
    offset += len(target) - len(bare)
    if bare.startswith("<") and ">" in bare:
        return Link(target=bare[1 : bare.index(">")], offset=offset + 1, to_file=True)
    if title := _TITLE.search(bare):
        bare = bare[: title.start()]
    return Link(target=bare.rstrip(), offset=offset, to_file=True)


def _definitions(text: str) -> Iterator[Link]:
    for match in _DEFINITION.finditer(text):
        group = 1 if match.group(1) is not None else 2
        yield Link(target=match.group(group), offset=match.start(group), to_file=True)


def _autolinks(text: str) -> Iterator[Link]:
    for match in _AUTOLINK.finditer(text):
        yield Link(target=match.group(1), offset=match.start(1), to_file=True)


def _attributes(text: str) -> Iterator[Link]:
    for tag in _TAG.finditer(text):
        to_file = _LINK_OR_IMAGE.match(tag.group()) is not None
        for match in _ATTRIBUTE.finditer(tag.group()):
            group = match.lastindex or 0
            yield Link(target=match.group(group), offset=tag.start() + match.start(group), to_file=to_file)
