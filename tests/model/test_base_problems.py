"""What a branch changed and may not change, state against state."""

import datetime as dt
from collections.abc import Iterable

import pytest

from roi_plugin.model.base_problems import base_problems
from roi_plugin.model.decision import Status
from roi_plugin.model.history import NO_HISTORY, History, RecordHistory, State, Version
from roi_plugin.model.register_entry import Base, Entry

Found = list[tuple[str, str, str]]


def entry(path: str, status: str | None = "accepted", **said: str) -> Entry:
    """A record with a title and a text of its own, which follow from its path unless they are said."""
    title = said.get("title", path)
    aliases = tuple(said.get("aliases", "").split())
    return Entry(
        path=path,
        shown=f"decisions/{path}",
        text=f"title: {title}\nstatus: {status}\nid: {said.get('id')}\naliases: {aliases}\n{title} is what we do.\n",
        blob=f"{path} {status}",
        title=title,
        status=None if status is None else Status(status),
        written_id=said.get("id"),
        aliases=aliases,
    )


def found(
    before: Iterable[Entry], now: Iterable[Entry], tip: Iterable[Entry] | None = None, history: History = NO_HISTORY
) -> Found:
    """Path, name and field of every finding; without a `tip` nothing has happened on the base since."""
    before = tuple(before)
    base = Base(ref="main", commit="c" * 40, before=before, tip=before if tip is None else tuple(tip), now=tuple(now))
    problems, deleted = base_problems(base, history)
    told = [(path, one.name, ".".join(map(str, one.field))) for path, several in problems.items() for one in several]
    return sorted([*told, *((one.path, one.name, one.field) for one in deleted)])


A, B = "0001-cache.md", "0002-queue.md"


@pytest.mark.parametrize("status", Status)
def test_what_did_not_change_is_fine_in_any_status(status: Status) -> None:
    assert found([entry(A, status)], [entry(A, status)]) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("draft", "accepted", []),
        ("proposed", "rejected", []),
        ("accepted", "superseded", []),
        ("rejected", "proposed", []),
        ("accepted", "proposed", [(A, "history/unlawful-status", "status")]),
        ("superseded", "accepted", [(A, "history/unlawful-status", "status")]),
        ("draft", "deprecated", [(A, "history/unlawful-status", "status")]),
        (None, "proposed", []),
        ("accepted", None, []),
    ],
)
def test_a_status_moves_by_the_table_and_what_cannot_be_read_is_not_judged(
    before: str | None, after: str | None, expected: Found
) -> None:
    assert found([entry(A, before)], [entry(A, after)]) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("accepted",), []),
        (("rejected", "proposed", "accepted"), []),
        # A wrong step was committed, and then put right as the help says.
        (("deprecated", "accepted"), []),
        (("superseded",), [(A, "history/unlawful-status", "status")]),
        (("rejected",), [(A, "history/unlawful-status", "status")]),
        ((), [(A, "history/unlawful-status", "status")]),
    ],
)
def test_allowed_steps_that_commits_hold_are_allowed_together(steps: tuple[str, ...], expected: Found) -> None:
    old, new = entry(A, "proposed"), entry(A, "deprecated")
    told = [(old.blob, "proposed"), *((f"{step} {index}", step) for index, step in enumerate(steps))]
    versions = [Version(date=dt.date(2026, 1, 1), path=A, blob=blob, state=State(status=step)) for blob, step in told]
    history = History(by_path={A: RecordHistory(versions=tuple(versions))})
    assert found([old], [new], history=history) == expected


@pytest.mark.parametrize(
    ("status", "is_found"),
    [("draft", False), ("proposed", True), ("rejected", True), ("accepted", True), ("superseded", True), (None, False)],
)
def test_a_record_stays_unless_it_was_a_draft_or_could_not_be_read(status: str | None, *, is_found: bool) -> None:
    expected = [(f"decisions/{B}", "history/record-deleted", "")] if is_found else []
    assert found([entry(A), entry(B, status)], [entry(A)]) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(entry(A), entry(f"old/{A}", title=A), [], id="moved"),
        pytest.param(entry(A), entry("0009-c.md", title=A, aliases="0001-cache"), [], id="renumbered with an alias"),
        pytest.param(entry(A), entry("0009-c.md", title=A), [("0009-c.md", "history/id-changed", "id")], id="renamed"),
        pytest.param(entry(A, id="D-1"), entry("0009-c.md", id="D-1"), [], id="renamed with a written id"),
        pytest.param(entry(A, id="D-1"), entry(A, id="D-2"), [(A, "history/id-changed", "id")], id="another id"),
        pytest.param(entry(A, id="D-1"), entry(A, id="D-2", aliases="D-1"), [], id="the old id is an alias"),
        pytest.param(entry(A), entry(A, id="D-1"), [(A, "history/id-changed", "id")], id="an id is written now"),
        pytest.param(entry(A, "draft"), entry(A, "draft", id="D-1"), [], id="a draft"),
        pytest.param(entry(A, None), entry(A, id="D-1"), [], id="could not be read before"),
        pytest.param(entry(A, id="D-1"), entry(A, None), [], id="cannot be read now"),
    ],
)
def test_an_id_stays_or_becomes_an_alias(before: Entry, after: Entry, expected: Found) -> None:
    assert found([before], [after]) == expected


REUSED = "history/id-reused"


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param(
            [entry(A)],
            [entry("0009-c.md", title=A, aliases="0001-cache"), entry("0001-other.md")],
            [("0001-other.md", REUSED, "id")],
            id="the number of a record that was renumbered",
        ),
        pytest.param(
            [entry(A, id="D-1")],
            [entry(A, id="D-2", aliases="D-9"), entry(B, id="D-1")],
            [(A, "history/id-changed", "id"), (B, REUSED, "id")],
            id="the id of a record that has another now",
        ),
        pytest.param(
            [entry(A, aliases="cache old"), entry(B)],
            [entry(A, aliases="old"), entry(B, aliases="queue cache")],
            [(B, REUSED, "aliases.1")],
            id="an alias that another record had",
        ),
        pytest.param([entry(A, "draft")], [entry("0001-other.md")], [], id="what a deleted draft had"),
        pytest.param([entry(A)], [entry(A), entry("0001-other.md")], [], id="two have it now, found without a base"),
        pytest.param(
            [entry(A), entry("0001-other.md")],
            [entry("0009-c.md", title=A, aliases="0001-cache"), entry("0001-other.md")],
            [],
            id="two had the number, and one was renumbered",
        ),
    ],
)
def test_a_name_that_meant_one_record_means_no_other_later(
    before: list[Entry], now: list[Entry], expected: Found
) -> None:
    assert found(before, now) == expected


@pytest.mark.parametrize(("status", "is_found"), [("accepted", True), ("draft", False)])
def test_an_id_that_was_freed_before_the_branch_began_is_not_free(status: str, *, is_found: bool) -> None:
    day = dt.date(2026, 1, 1)
    versions = (
        Version(date=day, path=f"decisions/{A}", blob="a", state=State(status=status, id="D-1")),
        Version(date=day, path=f"decisions/{A}", is_removal=True),
    )
    history = History(gone=(RecordHistory(versions=versions),), root="decisions/")
    expected = [(B, REUSED, "id")] if is_found else []
    assert found([], [entry(B, id="D-1")], history=history) == expected
    assert found([entry(B, id="D-1")], [entry(B, id="D-1")], history=history) == []


def test_a_message_says_what_was_deleted_where_it_can_be_had_and_what_to_write_then() -> None:
    base = Base(ref="origin/main", commit="0123456789abcdef", before=(entry("0001-a b.md"),), tip=(), now=())
    _, (finding,) = base_problems(base, NO_HISTORY)
    assert "was `accepted` where this branch left origin/main" in finding.message
    assert finding.help == (
        "`git checkout 0123456789ab -- 'decisions/0001-a b.md'` restores it; "
        "then set its status to `deprecated` or `superseded`"
    )
