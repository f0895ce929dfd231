"""Whom long work tells how far it has come."""

from typing import Protocol


class Progress(Protocol):
    """Is told of long work, as it goes on."""

    def appraised(self, decisions: int) -> None:
        """So many decisions were appraised so far."""

    def read(self, commits: int) -> None:
        """So many commits of the history were read so far."""

    def replayed(self, versions: int) -> None:
        """So many earlier versions of records were read so far."""

    def compared(self, texts: int) -> None:
        """So many older texts of records were compared so far."""
