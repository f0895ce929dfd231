"""Tells of a file that is not named like a record whether it was written as one."""

import re

from roi_plugin.sources.front_matter import FrontMatter, find_front_matter

_RECORD_KEY = re.compile(r"^(?:title|status)[ ]*:", re.MULTILINE)


def meant_as_record(text: str) -> bool:
    """Whether a file's text begins with front matter that holds a `title` or a `status`."""
    matter = find_front_matter(text)
    return isinstance(matter, FrontMatter) and _RECORD_KEY.search(text, matter.start, matter.end) is not None
