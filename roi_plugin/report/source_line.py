"""The source line at fault with carets under it, as two lines of terminal text."""

from roi_plugin.model.finding import Place
from roi_plugin.report.terminal import columns, safe_pieces

_TAB = 4
_BEFORE = 60
_AFTER = 100


def caret_lines(excerpt: str, place: Place) -> tuple[str, str]:
    """The line and its carets.

    Tabs become spaces, other steering characters escapes, and of a long line the piece around the fault is shown;
    the carets stay under the characters that `place` names, and at least one is drawn.
    """
    start = min(place.column - 1, len(excerpt))
    end = min(max(place.end_column or 0, start + 2) - 1, start + _AFTER)
    first = 0 if len(excerpt) <= _BEFORE + _AFTER else max(0, start - _BEFORE)
    last = min(len(excerpt), first + _BEFORE + _AFTER)
    lead = "…" if first else ""
    shown = [lead, *_without_tabs(excerpt[first:last], columns(lead))]
    before = columns("".join(shown[: start - first + 1]))
    under = columns("".join(shown[start - first + 1 : end - first + 1]))
    return "".join(shown) + ("…" if last < len(excerpt) else ""), " " * before + "^" * max(1, under)


def _without_tabs(text: str, column: int) -> list[str]:
    if "\t" not in text:
        return safe_pieces(text)
    shown = []
    for char, piece in zip(text, safe_pieces(text), strict=True):
        shown.append(" " * (_TAB - column % _TAB) if char == "\t" else piece)
        column += columns(shown[-1])
    return shown
