"""Finds the marks that git leaves in a text where two sides of a merge did not fit together."""

from roi_plugin.sources.fault import Fault

_BEGIN, _MIDDLE, _END = "<<<<<<< ", "\n=======\n", "\n>>>>>>> "
_MOST = 10


def merge_faults(text: str) -> tuple[Fault, ...]:
    r"""A fault for each of the first ten places with all three marks, in a text with `\n` as line end."""
    if _END not in text:
        return ()
    faults: list[Fault] = []
    start = _next(text, 0)
    while start >= 0 and len(faults) < _MOST:
        middle = text.find(_MIDDLE, start)
        end = text.find(_END, middle) if middle >= 0 else -1
        if end < 0:
            break
        faults.append(_fault(text, start))
        start = _next(text, end)
    return tuple(faults)


def _next(text: str, position: int) -> int:
    """Where the next line begins that opens a conflict; -1 where none does."""
    if position == 0 and text.startswith(_BEGIN):
        return 0
    found = text.find("\n" + _BEGIN, position)
    return found + 1 if found >= 0 else -1


def _fault(text: str, start: int) -> Fault:
    line_end = text.find("\n", start)
    return Fault(
        start=start,
        end=line_end,
        name="file/merge-conflict",
        message="git left two sides of a merge here, and nobody has chosen between them",
        help="keep one side or join both, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`; "
        "indent them where they are an example",
    )
