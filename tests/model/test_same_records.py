"""Which record of now is which of before."""

import pytest

from roi_plugin.model.decision import Status
from roi_plugin.model.register_entry import Entry
from roi_plugin.model.same_records import is_same, same_records

Told = dict[str, tuple[str, str] | tuple[str, str, str]]
"""Records by path: title, reasoning and, if it is written, id."""


def entries(told: Told) -> list[Entry]:
    return [entry(path, *said) for path, said in told.items()]


def entry(path: str, title: str, body: str, written_id: str | None = None) -> Entry:
    text = f"---\ntitle: {title}\nstatus: accepted\nid: {written_id}\n---\n{body}\n"
    return Entry(path=path, shown=path, text=text, title=title, written_id=written_id, status=Status.ACCEPTED)


CACHE = "Nightly is too late.\nWe keep what we have.\nIt costs little.\nAna measured it.\nThe vendor agrees.\nSo be it."
QUEUE = "Messages get lost.\nA queue keeps them.\nKim ran it before.\nIt needs a host.\nWe have one.\nFine."


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        pytest.param({"1-a.md": ("A", CACHE)}, {"1-a.md": ("B", QUEUE)}, {}, id="another in its place"),
        pytest.param(
            {"1-a.md": ("Use a cache", CACHE)},
            {"1-a.md": ("Cache it", QUEUE)},
            {"1-a.md": "1-a.md"},
            id="rewritten in place, with a like title",
        ),
        pytest.param(
            {"1-a.md": ("A", CACHE)},
            {"1-a.md": ("B", f"{QUEUE}\n{CACHE}")},
            {"1-a.md": "1-a.md"},
            id="much was added in place",
        ),
        pytest.param({"1-a.md": ("A", CACHE)}, {"old/1-a.md": ("A", CACHE)}, {"1-a.md": "old/1-a.md"}, id="moved"),
        pytest.param({"1-a.md": ("A", CACHE)}, {"9-b.md": ("a ", QUEUE)}, {"1-a.md": "9-b.md"}, id="same title"),
        pytest.param({"1-a.md": ("A", CACHE, "D")}, {"9-b.md": ("B", QUEUE, "D")}, {"1-a.md": "9-b.md"}, id="same id"),
        pytest.param({"1-a.md": ("A", CACHE)}, {"1-b.md": ("B", CACHE)}, {"1-a.md": "1-b.md"}, id="number and text"),
        pytest.param({"1-a.md": ("A", CACHE)}, {"1-b.md": ("B", QUEUE)}, {}, id="only the number"),
        pytest.param({"1-a.md": ("A", CACHE)}, {"9-b.md": ("B", CACHE)}, {"1-a.md": "9-b.md"}, id="much of the text"),
        pytest.param(
            {"1-a.md": ("A", CACHE)},
            {"8-b.md": ("B", CACHE[:-9]), "9-c.md": ("C", CACHE)},
            {"1-a.md": "9-c.md"},
            id="the likest of two",
        ),
        pytest.param({"1-a.md": ("A", CACHE)}, {}, {}, id="deleted"),
        pytest.param(
            {"1-a.md": ("A", CACHE)},
            {"1-a.md": ("B", QUEUE), "9-a.md": ("A", CACHE)},
            {"1-a.md": "9-a.md"},
            id="renumbered, and another record in its place",
        ),
        pytest.param(
            {"1-a.md": ("A", CACHE)},
            {"1-a.md": ("A (of old)", CACHE), "9-a.md": ("A", QUEUE)},
            {"1-a.md": "1-a.md"},
            id="the successor takes the title over",
        ),
        pytest.param(
            {"1-a.md": ("A", CACHE), "2-b.md": ("B", QUEUE)},
            {"1-a.md": ("B", QUEUE), "2-b.md": ("A", CACHE)},
            {"1-a.md": "2-b.md", "2-b.md": "1-a.md"},
            id="two swap their files",
        ),
        pytest.param(
            {"1-a.md": ("A", CACHE), "2-b.md": ("A", QUEUE)},
            {"3-c.md": ("A", "Third")},
            {},
            id="a title that two had tells nothing",
        ),
    ],
)
def test_a_record_is_followed(before: Told, now: Told, found: dict[str, str]) -> None:
    same = same_records(entries(before), entries(now))
    assert {old: new.path for old, new in same.items()} == found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("A", CACHE), ("A", QUEUE), True),
        (("A", CACHE), ("B", CACHE), True),
        (("A", CACHE), ("B", QUEUE), False),
    ],
)
def test_at_one_path_title_or_text_make_one_record(
    one: tuple[str, str], other: tuple[str, str], *, expected: bool
) -> None:
    assert is_same(entry("1-a.md", *one), entry("1-a.md", *other)) is expected
