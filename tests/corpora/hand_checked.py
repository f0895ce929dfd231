"""Compares histories with those that people found by hand."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from roi_plugin.model.history import Axis, RecordHistory


class Story(Struct, frozen=True, kw_only=True):
    """What became of one record: its status from each day on (`2026-01-05 accepted`), and how often it was renamed."""

    transitions: tuple[str, ...]
    renames: int

    def __str__(self) -> str:
        """As one line."""
        return f"{'; '.join(self.transitions)}; renames: {self.renames}"


class HandChecked(Struct, frozen=True, kw_only=True):
    """The story of one record as people found it; `path` is its file today, relative to the repository."""

    corpus: str
    path: str
    story: Story


def read_hand_checked(path: Path) -> list[HandChecked]:
    """The rows of a table with the columns corpus, file, transitions (separated by `;`) and renames."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [
            HandChecked(
                corpus=row["corpus"],
                path=row["file"],
                story=Story(
                    transitions=tuple(one.strip() for one in row["transitions"].split(";") if one.strip()),
                    renames=int(row["renames"]),
                ),
            )
            for row in csv.DictReader(rows)
        ]


def story_of(history: RecordHistory) -> Story:
    """The story of one record; `none` is the status of a record that began without one."""
    transitions = [f"{change.date} {change.after}" for change in history.changes(Axis.STATUS)]
    first = history.versions[0]
    if history.is_whole and first.state.status is None:
        transitions.insert(0, f"{first.date} none")
    return Story(transitions=tuple(transitions), renames=renames(history))


def renames(history: RecordHistory) -> int:
    """How often a record got another path; removed and restored is not renamed."""
    return sum(1 for step in history.changes(Axis.FILE) if step.before is not None and step.after is not None)


def differences(rows: list[HandChecked], read: Mapping[str, Mapping[str, Story]]) -> Iterator[tuple[HandChecked, str]]:
    """Each row that was not read exactly so, with what was read; `read` are stories by corpus and path."""
    for row in rows:
        story = read.get(row.corpus, {}).get(row.path)
        if story != row.story:
            yield row, "no such record" if story is None else str(story)
