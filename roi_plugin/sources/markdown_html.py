"""Finds raw HTML in a Markdown text that the page will not show."""

import re
from collections.abc import Iterator

from roi_plugin.model.finding import Severity
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.markdown_code import without_code

_TEXT = "a abbr b blockquote br caption cite code del dfn div em hr i ins kbd li mark ol p pre q s samp small span"
_MORE = "strong sub sup ul var dl dt dd details summary figure figcaption h1 h2 h3 h4 h5 h6 img label"
_TABLE = "table thead tbody tfoot tr th td colgroup col"
SHOWN_TAGS = frozenset(f"{_TEXT} {_MORE} {_TABLE}".split())
"""What a page shows of raw HTML: marks of text, lists, tables, images; nothing that runs, loads or asks for input."""

# A link's target in angle brackets is none: `[a](<b c.md>)`, `[b]: <c d.md>`.
_TAG = re.compile(r"(?<!\]\()(?<!\]:)(?<!\]:[ ])<([A-Za-z][A-Za-z0-9_-]*)(?=[\s/>])[^<>]{0,5000}>")


def html_faults(body: str) -> Iterator[Fault]:
    """A fault for the first tag of each name that the page drops; offsets are in the body."""
    if "<" not in body:
        return
    told: set[str] = set()
    for tag in _TAG.finditer(without_code(body)):
        name = tag.group(1).lower()
        if name in SHOWN_TAGS or name in told:
            continue
        told.add(name)
        yield Fault(
            start=tag.start(),
            end=tag.end(),
            name="file/html-dropped",
            severity=Severity.WARNING,
            message=f"`<{tag.group(1)[:40]}>` is read as an HTML tag, which the page does not show",
            help=f"put it in backticks, or write `&lt;{tag.group(1)[:40]}>`",
        )
