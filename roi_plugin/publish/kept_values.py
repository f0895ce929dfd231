"""Frozen values among the kept texts."""

import json
from typing import TypeVar

from roi_plugin.sources.kept_texts import KeptTexts
from roi_plugin.sources.stored_values import plain, sound_value

Value = TypeVar("Value")


def kept_value(kept: KeptTexts, kind: type[Value], key: str) -> Value | None:
    """The value of a struct or dataclass `kind` under a key; None where there is none, or a spoilt one."""
    text = kept.get(key)
    return None if text is None else sound_value(kind, json.loads(text))


def keep_value(kept: KeptTexts, key: str, value: object) -> None:
    """Keeps a value under a key."""
    kept.put(key, json.dumps(plain(value), separators=(",", ":")))
