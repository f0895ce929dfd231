"""How an unknown key is mended: the nearest known one, else the place where it is known, else what is known here."""

from collections.abc import Iterator
from typing import Any

from roi_plugin.model.nearest import nearest
from roi_plugin.sources.schema_words import values_listed

_LIKE = 0.65


def key_help(key: str, schema: dict[str, Any]) -> str:
    """What to do about a `key` that the map of this `schema` does not have."""
    known = list(schema.get("properties", ()))
    if meant := nearest(key, known, cutoff=_LIKE):
        return f"did you mean `{meant}`?"
    if fields := [f"`{field}`" for field in _below(key, schema)]:
        return f"it belongs below {' or '.join(fields)}"
    own = "; a key of your own begins with `x-`" if schema.get("patternProperties") else ""
    return f"known here: {values_listed(known)}{own}"


def _below(key: str, schema: dict[str, Any]) -> Iterator[str]:
    """The fields of the map whose entries, or which themselves, have the key."""
    definitions = schema.get("$defs", {})
    for field, described in schema.get("properties", {}).items():
        entry = described.get("items", described)
        name = str(entry.get("$ref", "")).rpartition("/")[2]
        if key in definitions.get(name, {}).get("properties", ()):
            yield field
