"""Whether two names are one name, mistyped in one of its words."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST = 4


def near_miss(name: str, others: Iterable[str]) -> str | None:
    """The first other name that differs in one letter of one longer word, or only in case and separators.

    Much stricter than likeness: `p95_latency` and `p99_latency`, or `clicks_old` and `clicks_new`, are two names.
    """
    words = _words(name)
    return next((other for other in others if other != name and _mistyped(words, _words(other))), None)


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _mistyped(words: list[str], others: list[str]) -> bool:
    if "".join(words) == "".join(others):
        return True
    if len(words) != len(others):
        return False
    different = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and one_letter_apart(*different[0])


def one_letter_apart(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped; not in short words and numbers."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or one.isdecimal() or other.isdecimal():
        return False
    at = next((index for index, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) == len(short):
        swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
        return long in {swapped, short[:at] + long[at] + short[at + 1 :]}
    return long[:at] + long[at + 1 :] == short
