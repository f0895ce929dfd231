"""What became of a value, in the words of a message."""

from itertools import takewhile

from roi_plugin.model.frozen_fields import Scalar, as_written

_LONGEST = 60
_LONGEST_KEY = 100


def what_became(before: Scalar | None, after: Scalar | None) -> str:
    """``was `12k`; now it is `20k` ``; of two long texts what follows their common beginning."""
    old, new = _plain(before), _plain(after)
    start = 0
    if len(old) > _LONGEST < len(new):
        start = old.rfind(" ", 0, _common(old, new)) + 1
    was = "was not there" if before is None else f"was `{shortened(old, start)}`"
    return f"{was}; now it is {'gone' if after is None else f'`{shortened(new, start)}`'}"


def shortened(text: str, start: int = 0) -> str:
    """The text from `start` on, as much of it as a message holds."""
    shown = text[start:]
    end = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    return f"…{end}" if start else end


def place(key: str) -> str:
    """Where a value stands, in full: of a key that is too long the beginning and the end."""
    plain = _plain(key)
    half = _LONGEST_KEY // 2
    return f"`{plain if len(plain) <= _LONGEST_KEY else f'{plain[: half - 1]}…{plain[-half:]}'}`"


def _plain(value: Scalar | None) -> str:
    return " ".join(("" if value is None else as_written(value)).replace("`", "'").split())


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
