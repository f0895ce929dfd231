"""How histories are compared with those that people found by hand."""

import datetime as dt
from pathlib import Path

import pytest

from roi_plugin.model.history import RecordHistory, State, Version
from tests.corpora.hand_checked import HandChecked, Story, differences, read_hand_checked, story_of


def history(*texts: tuple[str, str, str | None], is_whole: bool = True) -> RecordHistory:
    """A record's texts as day, path and status; the status `gone` is its removal."""
    versions = tuple(
        Version(
            date=dt.date.fromisoformat(day),
            path=path,
            state=State(status=None if status == "gone" else status),
            is_removal=status == "gone",
        )
        for day, path, status in texts
    )
    return RecordHistory(versions=versions, is_whole=is_whole)


STORIES: list[tuple[str, RecordHistory, str]] = [
    ("one text", history(("2026-01-05", "a", "draft")), "2026-01-05 draft; renames: 0"),
    (
        "a change, and a text without one",
        history(("2026-01-05", "a", "draft"), ("2026-01-07", "a", "draft"), ("2026-02-01", "a", "accepted")),
        "2026-01-05 draft; 2026-02-01 accepted; renames: 0",
    ),
    (
        "renamed twice",
        history(("2026-01-05", "a", "draft"), ("2026-01-06", "b", "draft"), ("2026-01-07", "c", "draft")),
        "2026-01-05 draft; renames: 2",
    ),
    (
        "without a status at first",
        history(("2026-01-05", "a", None), ("2026-02-01", "a", "deprecated")),
        "2026-01-05 none; 2026-02-01 deprecated; renames: 0",
    ),
    (
        "removed and restored",
        history(("2026-01-05", "a", "draft"), ("2026-01-06", "a", "gone"), ("2026-01-07", "a", "draft")),
        "2026-01-05 draft; renames: 0",
    ),
    (
        "the end of a shallow clone",
        history(("2026-01-05", "a", None), ("2026-02-01", "a", "accepted"), is_whole=False),
        "2026-02-01 accepted; renames: 0",
    ),
]


@pytest.mark.parametrize(("read", "told"), [row[1:] for row in STORIES], ids=[row[0] for row in STORIES])
def test_a_story_is_the_status_from_each_day_on_and_the_renames(read: RecordHistory, told: str) -> None:
    assert str(story_of(read)) == told


def test_the_table_of_people_is_read_with_its_notes_left_out(tmp_path: Path) -> None:
    table = tmp_path / "lifecycle.csv"
    table.write_text(
        "corpus,file,transitions,renames,note\n"
        'one+two,docs/0001-a.md,2026-01-05 draft; 2026-02-01 accepted,1,"moved, with a ""note"""\n',
        encoding="utf-8",
    )
    story = Story(transitions=("2026-01-05 draft", "2026-02-01 accepted"), renames=1)
    assert read_hand_checked(table) == [HandChecked(corpus="one+two", path="docs/0001-a.md", story=story)]


FOUND = Story(transitions=("2026-01-05 draft",), renames=1)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ({"one": {"a": FOUND}}, []),
        ({"one": {"a": Story(transitions=("2026-01-05 draft",), renames=0)}}, ["2026-01-05 draft; renames: 0"]),
        ({"one": {"a": Story(transitions=("2026-01-06 draft",), renames=1)}}, ["2026-01-06 draft; renames: 1"]),
        ({"one": {"b": FOUND}}, ["no such record"]),
        ({"two": {"a": FOUND}}, ["no such record"]),
    ],
    ids=["the same", "another count of renames", "another day", "another file", "another corpus"],
)
def test_whatever_was_not_read_exactly_so_is_a_difference(read: dict[str, dict[str, Story]], said: list[str]) -> None:
    rows = [HandChecked(corpus="one", path="a", story=FOUND)]
    assert [words for _, words in differences(rows, read)] == said
