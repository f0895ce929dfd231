"""Names that a branch and its base gave to two records, each without knowing of the other."""

import pytest

from roi_plugin.model.decision import Status
from roi_plugin.model.register_entry import Base, Entry
from roi_plugin.model.same_records import same_records
from roi_plugin.model.taken_names import taken_names


def entry(path: str, *, status: str | None = "accepted", **said: str) -> Entry:
    title = said.get("title", path)
    return Entry(
        path=path,
        shown=path,
        text=f"{title}\n{said}",
        title=title,
        status=None if status is None else Status(status),
        written_id=said.get("id"),
        aliases=tuple(said.get("aliases", "").split()),
    )


NUMBER, ID = "history/number-taken", "history/id-taken"
OLD = entry("0003-old.md")


def found(before: list[Entry], tip: list[Entry], now: list[Entry]) -> list[tuple[str, str, str]]:
    base = Base(ref="main", commit="c" * 40, before=tuple(before), tip=tuple(tip), now=tuple(now))
    taken = taken_names(base, same_records(base.before, base.now))
    return [(path, one.name, ".".join(map(str, one.field))) for path, one in taken]


@pytest.mark.parametrize(
    ("tip", "now", "expected"),
    [
        pytest.param([OLD, entry("0004-b.md")], [OLD, entry("0004-a.md")], [("0004-a.md", NUMBER, "")], id="number"),
        pytest.param([OLD, entry("4-b.md")], [OLD, entry("0004-a.md")], [("0004-a.md", NUMBER, "")], id="zeros"),
        pytest.param(
            [OLD, entry("0004-b.md", status=None)],
            [OLD, entry("0004-a.md", status=None)],
            [("0004-a.md", NUMBER, "")],
            id="a number, though neither can be read",
        ),
        pytest.param([OLD, entry("0005-b.md")], [OLD, entry("0004-a.md")], [], id="two numbers"),
        pytest.param([OLD], [OLD, entry("0004-a.md")], [], id="nothing new on the base"),
        pytest.param([OLD, entry("0004-a.md")], [OLD, entry("0004-a.md")], [], id="one record on both sides"),
        pytest.param(
            [OLD, entry("0004-a.md", title="Theirs")],
            [OLD, entry("0004-a.md", title="Ours")],
            [("0004-a.md", NUMBER, "")],
            id="two records in files of one name",
        ),
        pytest.param(
            [OLD, entry("0005-b.md", id="cache")],
            [OLD, entry("0004-a.md", id="cache")],
            [("0004-a.md", ID, "id")],
            id="a written id",
        ),
        pytest.param(
            [OLD, entry("0005-b.md", aliases="cache")],
            [OLD, entry("0004-a.md", aliases="x cache")],
            [("0004-a.md", ID, "aliases.1")],
            id="an alias",
        ),
        pytest.param(
            [OLD, entry("x/0004-a.md", title="Theirs")],
            [OLD, entry("0004-a.md", title="Ours")],
            [("0004-a.md", NUMBER, "")],
            id="an id by the file's name goes with its number",
        ),
        pytest.param(
            [OLD, entry("0004-b.md", id="cache")],
            [OLD, entry("0004-a.md", id="cache")],
            [("0004-a.md", NUMBER, ""), ("0004-a.md", ID, "id")],
            id="both",
        ),
        pytest.param(
            [OLD, entry("0004-b.md")],
            [entry("0004-old.md", title=OLD.path, aliases="0003-old")],
            [("0004-old.md", NUMBER, "")],
            id="a record that is renumbered",
        ),
        pytest.param([entry("0003-new.md", title=OLD.path)], [OLD], [], id="renamed on the base, untouched here"),
        pytest.param([OLD], [entry("0003-new.md", title=OLD.path)], [], id="renamed here, untouched on the base"),
    ],
)
def test_a_name_is_taken_when_both_sides_gave_it_anew(
    tip: list[Entry], now: list[Entry], expected: list[tuple[str, str, str]]
) -> None:
    assert found([OLD], tip, now) == expected


def test_each_record_is_offered_a_free_number_of_its_own_in_the_width_of_its_file() -> None:
    tip = (entry("04-x.md"), entry("05-y.md", title="Their y"), entry("20260101123000-z.md"))
    base = Base(ref="main", commit="c" * 40, before=(), tip=tip, now=(entry("04-a.md"), entry("05-b.md")))
    first, second = (problem for _, problem in taken_names(base, {}))
    assert "`05-y.md` (Their y) on main" in second.message
    assert "06: rename this file to `06-a.md`" in str(first.help)
    assert "07: rename this file to `07-b.md`" in str(second.help)
