import datetime as dt

import pytest

from roi_plugin.model.former_names import formerly
from roi_plugin.model.history import History, RecordHistory, State, Version


def version(day, path, *, id_=None, is_removal=False):
    state = State(status="accepted", id=id_)
    return Version(date=dt.date(2026, 5, day), path=f"decisions/{path}", state=state, is_removal=is_removal)


def life(*versions):
    return RecordHistory(versions=versions)


HISTORY = History(
    by_path={
        "0012-cache.md": life(version(1, "0007-cache.md", id_="cache"), version(4, "0012-cache.md")),
        "0008-pages.md": life(version(1, "0008-pages.md"), version(2, "0008-pages.md")),
    },
    gone=(
        life(version(1, "0007-old.md"), version(2, "0007-old.md"), version(3, "0007-old.md", is_removal=True)),
        life(version(1, "x/0009-gone.yml"), version(9, "x/0009-gone.yml", is_removal=True)),
    ),
    root="decisions/",
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("7", [("0012-cache.md", 4), (None, 3)]),
        ("0007", [("0012-cache.md", 4), (None, 3)]),
        ("0007-cache", [("0012-cache.md", 4)]),
        ("decisions/0007-cache.md", [("0012-cache.md", 4)]),
        ("cache", [("0012-cache.md", 4)]),
        (" 9 ", [(None, 9)]),
        ("0009-gone.yml", [(None, 9)]),
        ("12", []),
        ("8", []),
        ("0008-pages", []),
        ("11", []),
        ("", []),
    ],
)
def test_a_name_that_was_lost_tells_who_lost_it_and_when_the_last_first(name, found):
    assert [(one.path, one.lost.date.day) for one in formerly(name, HISTORY)] == found


def test_the_last_version_with_the_name_is_told():
    assert formerly("0007-old", HISTORY)[0].held.date == dt.date(2026, 5, 2)


def test_where_git_knows_nothing_no_name_was_lost():
    assert formerly("7", History()) == ()
