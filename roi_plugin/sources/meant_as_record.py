"""Tells of a file that is not named like a record whether it was written as one, and for whom."""

import re

from roi_plugin.model.audience import is_withheld
from roi_plugin.model.decision import Status
from roi_plugin.sources.front_matter import FrontMatter, find_front_matter
from roi_plugin.sources.record_reader import own_state

_RECORD_KEY = re.compile(r"^(?:title|status)[ ]*:", re.MULTILINE)
_DATE = re.compile(r"^date[ ]*:", re.MULTILINE)


def meant_as_record(text: str, *, named_alike: bool) -> bool:
    """Whether a file's text begins with front matter like a record's.

    Of a file whose name is nearly a record's (`named_alike`), a `title` or a `status` is enough. Any other must have a
    status of a decision: ordinary pages have titles, too.
    """
    matter = find_front_matter(text)
    if not isinstance(matter, FrontMatter):
        return False
    if named_alike:
        return _RECORD_KEY.search(text, matter.start, matter.end) is not None
    status = own_state("meant.md", text).status
    # Themes mark ordinary pages as deprecated, too; those have no date.
    return _DATE.search(text, matter.start, matter.end) is not None if status == Status.DEPRECATED else bool(status)


_ASKS = re.compile(r"""^["']?(?:status|confidentiality)\b""", re.MULTILINE)


def is_meant_for_few(text: str) -> bool:
    """Whether the text of such a file says that it is a draft or confidential, or cannot be read and might say so."""
    said = own_state("meant.md", text)
    if said.title is None and said.status is None and said.confidentiality is None:
        matter = find_front_matter(text)
        return isinstance(matter, FrontMatter) and _ASKS.search(text, matter.start, matter.end) is not None
    # A page may have a `status` of the theme's own.
    return is_withheld(said.status or Status.PROPOSED, said.confidentiality)
