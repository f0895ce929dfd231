"""Cuts the text of some fields out of a record's YAML, so that two texts can be compared without parsing them."""

import functools
import hashlib
import re
from collections.abc import Collection

_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)[ ]*:(?:[ \n]|$)")
_INSIDE = ("- ", " ", "-\n")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def digest_of(yaml: str, fields: Collection[str]) -> str:
    """The digest of what a record's YAML says of these fields: where two are the same, so is what they say.

    That two are not does not mean that they say something else. A text that is not plainly one field after the other
    is told from others as a whole.
    """
    blocks = _blocks(yaml)
    told = yaml if blocks is None else "".join(blocks[name] for name in sorted(fields) if name in blocks)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


# Several parts of one text are asked for in a row.
@functools.lru_cache(maxsize=1)
def _blocks(yaml: str) -> dict[str, str] | None:
    """The lines of each field with their name; None where they cannot be told apart for certain."""
    found: dict[str, str] = {}
    name = ""
    for line in yaml.splitlines(keepends=True):
        if line.startswith(_INSIDE) and name:
            found[name] += line.rstrip() + "\n"
            continue
        if not line.strip() or line.startswith("#"):
            continue
        key = _KEY.match(line)
        if key is None or key.group(1) in found:
            return None
        name = key.group(1)
        found[name] = line.rstrip() + "\n"
    return found if all(_is_closed(block) for block in found.values()) else None


def _is_closed(block: str) -> bool:
    """Whether no quoted text can go on behind the block."""
    return block.count('"') % 2 == 0 and _APOSTROPHE.sub("", block).count("'") % 2 == 0
