"""The name a person may have meant: the nearest of a few valid ones."""

from collections.abc import Iterable
from difflib import SequenceMatcher

COMPARED_AT_MOST = 200
"""Characters of a text that are compared: the cost grows with the square of the length."""


def nearest(text: str, names: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The name most like `text`, or None when none is like it; letter case does not count.

    Likeness is the share of characters in common, 0..1 (Ratcliff and Metzener, Pattern Matching: The Gestalt
    Approach, 1988). Of names alike, the first in order wins.
    """
    found, best = None, cutoff
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text.casefold()[:COMPARED_AT_MOST])
    for name in names:
        matcher.set_seq1(name.casefold()[:COMPARED_AT_MOST])
        for likeness in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio):
            reached = likeness()
            if reached < best or (found is not None and reached == best):
                break
        else:
            found, best = name, reached
    return found
