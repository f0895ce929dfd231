"""Finds the front matter of a Markdown record: from `---` on line 1 to the next line that is exactly `---`."""

import re

from msgspec import Struct

from roi_plugin.sources.fault import Fault

_FENCE = "---"
_NEARLY_A_FENCE = re.compile(r"^(?:---[ \t]+|[ \t]+---[ \t]*|--|----+|\.\.\.)$", re.MULTILINE)


class FrontMatter(Struct, frozen=True, kw_only=True):
    """Offsets into the file's text: YAML from `start` to `end`, the Markdown body from `body_start` to the end."""

    start: int
    end: int
    body_start: int


def find_front_matter(text: str) -> FrontMatter | Fault:
    r"""Where front matter and body stand in a text with `\n` as line end."""
    if not text.startswith(_FENCE + "\n"):
        return _not_opened(text)
    closing = text.find(f"\n{_FENCE}\n", len(_FENCE))
    if closing >= 0:
        return FrontMatter(start=len(_FENCE) + 1, end=closing + 1, body_start=closing + len(_FENCE) + 2)
    if text.endswith(f"\n{_FENCE}"):
        return FrontMatter(start=len(_FENCE) + 1, end=len(text) - len(_FENCE), body_start=len(text))
    return _not_closed(text)


def _not_opened(text: str) -> Fault:
    first = text.partition("\n")[0]
    if first.strip() == _FENCE and first != _FENCE:
        message = "line 1 is `---` with spaces around it: expected exactly `---`"
    elif not text.strip():
        message = "the file is empty: expected front matter, then the reasoning"
    else:
        message = "line 1 is not `---`: a Markdown record begins with front matter"
    return Fault(
        start=0,
        end=len(first),
        name="file/no-front-matter",
        message=message,
        help="begin the file with a line `---`, then `title:`, `status:` and `date:`, then another line `---`",
    )


def _not_closed(text: str) -> Fault:
    nearly = _NEARLY_A_FENCE.search(text, len(_FENCE))
    if nearly is not None:
        line = text.count("\n", 0, nearly.start()) + 1
        mend = f"line {line} looks meant: write exactly `---`, without spaces"
    else:
        mend = "put a line `---` between the fields and the reasoning"
    return Fault(
        start=0,
        end=len(_FENCE),
        name="file/unclosed-front-matter",
        message="the front matter that opens here has no end: expected another line that is exactly `---`",
        help=mend,
    )
