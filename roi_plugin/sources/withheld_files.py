"""Which files beside records are named only by records that the public may not see."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from roi_plugin.sources.record_files import RecordFile

_ADDRESSES = tuple(
    re.compile(pattern) for pattern in (r"[^\s()<>\[\]\"'`|]+", r"<([^<>\n]+)>", r"\"([^\"\n]+)\"", r"'([^'\n]+)'")
)
"""How an address may be written in a text: as a word, or enclosed, with spaces in it."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")


def withheld_files(shown: Iterable[RecordFile], withheld: Iterable[RecordFile]) -> frozenset[str]:
    """The paths that the `withheld` records name and the `shown` ones do not, relative to the records folder.

    Any word of a text with an ending like a file's counts as a path, whether or not a file is there.
    """
    hidden = {path for record in withheld for path in _named(record) if _ENDING.search(path)}
    endings = {_ENDING.findall(path)[0] for path in hidden}
    # Few records name a file of these kinds: only their words are looked at one by one.
    near = (record for record in shown if any(ending in record.text for ending in endings))
    return frozenset(hidden.difference(path for record in near for path in _named(record)))


def _named(record: RecordFile) -> Iterator[str]:
    folder = posixpath.dirname(record.path)
    for written in (found for pattern in _ADDRESSES for found in pattern.findall(record.text)):
        target = re.split("[?#]", written, maxsplit=1)[0]
        # A full stop may end the sentence, and not the name.
        yield posixpath.normpath(posixpath.join(folder, unquote(target).rstrip(".,;:!")))
