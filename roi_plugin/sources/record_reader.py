"""Reads the little that the history asks of a text: its status, its delivery, its names, who may read it."""

import re
from collections.abc import Callable

from msgspec import Struct

from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.history import NOTHING_SAID, State
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.front_matter import find_front_matter
from roi_plugin.sources.record_names import is_record
from roi_plugin.sources.yaml_source import MAX_YAML
from roi_plugin.sources.yaml_text import read_yaml

ENDINGS = (".md", ".yml", ".yaml")


class RecordReader(Struct, frozen=True, kw_only=True):
    """How one format of records is read: which files are records, and what a text says.

    `name` tells formats apart in what is kept. `endings` are those of files that can be records or hold for all of them
    (as `policy.yml`); only those are followed. `is_record` is asked with a file's name without folders, `state` with
    the same name and the file's text.
    """

    name: str
    is_record: Callable[[str], bool]
    state: Callable[[str, str], State]
    endings: tuple[str, ...] = ENDINGS


_KEYS = ("status", "delivery", "id", "title", "confidentiality")
_LINE = re.compile(r"^(status|delivery|id|title|confidentiality):[ \t]+([^\n]*)\n?", re.MULTILINE)
_OTHER_FORM = re.compile(r"^(?:[^\sA-Za-z#\-]|(?:status|delivery|id|title|confidentiality)[ \t]+:)", re.MULTILINE)
"""A key in quotes or with a space before its colon, or no key at all."""
_PLAIN = re.compile(r"[A-Za-z](?:[^\s:#]|[:#](?=\S)|[ ](?![ #]))*")
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")
_NO_TEXT = frozenset({"null", "true", "false"})
_KNOWN = {"status": frozenset(Status), "delivery": frozenset(Delivery)}


def own_state(name: str, text: str) -> State:
    """What the text of one of our own records says; values that no record may have count as not said."""
    yaml = yaml_part(name, text)
    if yaml is None or len(yaml) > MAX_YAML:
        return NOTHING_SAID
    found = _quickly(yaml) or _slowly(yaml)
    return State(**{key: _allowed(key, found.get(key)) for key in _KEYS})


OWN_RECORDS = RecordReader(name="roi", is_record=is_record, state=own_state)
"""Our own format."""


def yaml_part(name: str, text: str) -> str | None:
    """The YAML of one of our own records; None of a Markdown file without front matter."""
    if not name.endswith(".md"):
        return text
    matter = find_front_matter(text)
    return None if isinstance(matter, Fault) else text[matter.start : matter.end]


def _quickly(yaml: str) -> dict[str, str] | None:
    """The entries where each stands on one line as a plain or quoted text; None where that is not certain."""
    found: dict[str, str] = {}
    if _OTHER_FORM.search(yaml):
        return None
    for line in _LINE.finditer(yaml):
        key, written = line.group(1), line.group(2).rstrip()
        value = _scalar(written)
        goes_on = yaml[line.end() : line.end() + 1] in {" ", "\t", "\n"}
        if value is None or goes_on or key in found:
            return None
        found[key] = value
    return found if "status" in found and "title" in found else None


def _scalar(written: str) -> str | None:
    if _PLAIN.fullmatch(written):
        return None if written.lower() in _NO_TEXT or written.endswith(":") else written
    quoted = _QUOTED.fullmatch(written)
    return None if quoted is None else quoted.group(1) or quoted.group(2) or ""


def _slowly(yaml: str) -> dict[str, str]:
    read = read_yaml(yaml)
    data = read.data
    if read.faults or not isinstance(data, dict):
        return {}
    return {key: str(data[key]) for key in _KEYS if isinstance(data.get(key), str) or _is_number(key, data.get(key))}


def _is_number(key: str, value: object) -> bool:
    return key == "id" and isinstance(value, int) and not isinstance(value, bool)


def _allowed(key: str, value: str | None) -> str | None:
    known = _KNOWN.get(key)
    return value or None if known is None or value in known else None
