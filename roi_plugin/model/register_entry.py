"""What one text of a record says of who it is: what two states of a register are compared by."""

from msgspec import Struct

from roi_plugin.model.decision import Status
from roi_plugin.model.register import plain_number, stem


class Entry(Struct, frozen=True, kw_only=True):
    """One record in one state of the register; `path` is relative to the records folder, with `/`.

    `shown` is the path as people see it. `status`, `written_id` and `title` are None where the text does not say them;
    without a status nothing else of it is certain either. `blob` names the text in git; it is empty for what is only
    on disk.
    """

    path: str
    shown: str
    blob: str = ""
    text: str = ""
    status: Status | None = None
    written_id: str | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The written id, else the file's name without its ending."""
        return self.written_id or stem(self.path)

    @property
    def digits(self) -> str:
        """The number that the file's name begins with, as it is written."""
        return stem(self.path).partition("-")[0]

    @property
    def number(self) -> str:
        """The number of the file's name without leading zeros."""
        return plain_number(self.digits)

    @property
    def names(self) -> tuple[str, ...]:
        """The id, then the aliases; empty for a text that could not be read."""
        return () if self.status is None else (self.id, *self.aliases)


class Base(Struct, frozen=True, kw_only=True):
    """The register in three states: where this branch left `ref` (`before`), at the tip of `ref` now, and on disk.

    `commit` is the one that both sides have in common. Each state is in the order of its paths.
    """

    ref: str
    commit: str
    before: tuple[Entry, ...]
    tip: tuple[Entry, ...]
    now: tuple[Entry, ...]
