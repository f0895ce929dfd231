"""Texts that say nothing: empty, a mere dash, or a word that keeps a place free."""

PLACE_HOLDERS = frozenset({"na", "nil", "no", "nobody", "none", "noone", "nothing", "tba", "tbd", "todo", "unknown"})


def said(text: str | None) -> str | None:
    """The text where it says anything, else None."""
    return text if says(text) else None


def says(text: str | None) -> bool:
    """Whether a text says anything: `-`, `?`, `n/a`, `TBD` and `none` do not."""
    if not text:
        return False
    letters = "".join(letter for letter in text if letter.isalnum())
    return bool(letters) and letters.casefold() not in PLACE_HOLDERS
