"""Reads the status of foreign records as people write it most often, to measure how well histories are followed.

No part of the product: it knows the usual places and the usual words, and says nothing where these are not used.
"""

import re
from collections.abc import Iterator

from roi_plugin.model.history import State
from roi_plugin.sources.record_reader import RecordReader

_WORDS = {
    "draft": "draft",
    "wip": "draft",
    "work in progress": "draft",
    "proposed": "proposed",
    "pending": "proposed",
    "in review": "proposed",
    "in-review": "proposed",
    "under review": "proposed",
    "review": "proposed",
    "accepted": "accepted",
    "approved": "accepted",
    "decided": "accepted",
    "rejected": "rejected",
    "deprecated": "deprecated",
    "superseded": "superseded",
    "superceded": "superseded",
}
_WORD = rf"(?:(?:partly|partially) )?({'|'.join(_WORDS)})\b"
_DAY = r"\d{4}-\d{2}-\d{2}\b"

_NAME = re.compile(r"(?:^|[-_]|adr)\d[\dx]{2,}(?=[-_.]).*\.md", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---\s*\n(.*?\n)---\s*(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TITLE = re.compile(r"^#\s+(?:ADR\b[-\s]*)?(?:\d+\s*[.:)-]?\s*)?(.+?)\s*#*$|^title:\s*(\S.*)$", re.MULTILINE)
_SECTION = re.compile(r"^#{2,3}\s+Status:?\s*#*\n\s*(?!#)(\S.*)$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"^##", re.MULTILINE)
_KEY = re.compile(r"^status:[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_LINE = re.compile(r"^(?:[*+-]\s+)?[*_]{0,2}Status[*_]{0,2}:[*_]{0,2}[ \t]*(.*)$", re.MULTILINE | re.IGNORECASE)
_CELL = re.compile(r"^\|\s*[*_]{0,2}Status:?[*_]{0,2}\s*\|([^|\n]*)", re.MULTILINE | re.IGNORECASE)
_DATED_STATUS = re.compile(rf"^{_WORD}: *{_DAY}", re.MULTILINE | re.IGNORECASE)
_DATED = re.compile(rf"^Date: *{_DAY}", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]]*)\](?:\([^)]*\))?")
_CHOICES = re.compile(r"\[[^\]|]*\|")
_MEANT = re.compile(_WORD, re.IGNORECASE)


def simple_state(name: str, text: str) -> State:
    """The status and title of a record in one of the usual foreign forms; a word that is not usual is not said.

    The places, first one first: a section `Status`, a line, a table's row or a dated line (`Superseded: 2019-12-19`)
    before the second heading, the front matter. Where a text has none of them, `Date: 2019-12-19` alone means
    accepted: in such folders what was decided is written down with its day, and only its end is marked.
    """
    text = _COMMENT.sub("", text.replace("\r\n", "\n"))
    places = list(_places(text))
    status = _meant(places[0]) if places else None
    if not places and _DATED.search(_head(text)):
        status = "accepted"
    return State(status=status, title=_title(text))


def is_numbered(name: str) -> bool:
    """Whether a file's name has the number of a record, or its placeholder (`00XX-tagging.md`), and is no template."""
    return bool(_NAME.search(name)) and not name.lower().endswith("template.md")


SIMPLE_RECORDS = RecordReader(name="simple", is_record=is_numbered, state=simple_state)
"""Foreign records whose status stands in plain sight."""


def _places(text: str) -> Iterator[str]:
    head = _head(text)
    for pattern, where in ((_SECTION, text), (_DATED_STATUS, head), (_LINE, head), (_CELL, head), (_KEY, _front(text))):
        yield from (found.group(1) for found in pattern.finditer(where))


def _meant(written: str) -> str | None:
    if _CHOICES.match(written):
        return None
    plain = _IMAGE.sub(r"\1", written).strip(" \t*_`[\"'")
    found = _MEANT.match(plain)
    return _WORDS[found.group(1).lower()] if found else None


def _title(text: str) -> str | None:
    found = _TITLE.search(text)
    return (found.group(1) or found.group(2)).strip("\"' ") if found else None


def _front(text: str) -> str:
    found = _FRONT_MATTER.match(text)
    return found.group(1) if found else ""


def _head(text: str) -> str:
    """What stands between the front matter and the second heading."""
    found = _FRONT_MATTER.match(text)
    body = text[found.end() :] if found else text
    second = _HEADING.search(body)
    return body[: second.start()] if second else body
