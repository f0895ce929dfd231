"""A finding: what is wrong with a record, as a value with a place."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

FieldPath = tuple[str | int, ...]
"""Where a value stands inside a record, from the root: `("options", 1, "gain")`."""


class Severity(StrEnum):
    """How much a finding weighs; errors fail a check by default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest, growing."""
        return ("error", "warning", "info").index(self.value)


class Place(Struct, frozen=True, kw_only=True):
    """Where something stands in a file; lines and columns count from 1, the end column is exclusive."""

    line: int = 1
    column: int = 1
    end_column: int | None = None


class Problem(Struct, frozen=True, kw_only=True):
    """What is wrong, before anyone knows where in the file it stands.

    `field` is the path of the value at fault; when the value is missing, of the field that should be there.
    `offset` is the column inside that value, from 0, where a part of a text is at fault (a quantity, a link).
    `since` is the first day on which it holds, where time made it so, or an edit whose day is known.
    """

    field: FieldPath
    name: str
    message: str
    severity: Severity = Severity.ERROR
    help: str | None = None
    offset: int | None = None
    since: dt.date | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """What is wrong with a record, where, how grave, and how to mend it.

    `path` is relative to the folder the tool ran in, with `/`; `name` is `file/...`, `schema/...`, `link/...`,
    `history/...` or `risk/<rule>`; `excerpt` is the source line at fault, without its newline; `decision` is the id.
    `since` is the first day on which it holds, where time made it so, or an edit whose day is known.
    """

    path: str
    place: Place
    field: str
    name: str
    severity: Severity
    message: str
    help: str | None = None
    excerpt: str | None = None
    decision: str | None = None
    since: dt.date | None = None

    @property
    def telling_line(self) -> str | None:
        """The source line where it tells something; the fence above a record tells nothing of the whole record."""
        line = self.excerpt or ""
        return None if line.strip() in ("", "---") else line

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """Findings stand in the order of their places."""
        return (self.path, self.place.line, self.place.column, self.severity.rank, self.name, self.message)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their places."""
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def dotted(field: FieldPath) -> str:
    """The written form of a field path: `options[1].gain`; empty for the whole record."""
    text = ""
    for part in field:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text
