"""What became of a decision, in the terminal and as JSON."""

import csv as csv_format
import datetime as dt
import json

import pytest
from msgspec.structs import replace

from roi_plugin.model.governance import Review
from roi_plugin.model.history import History, RecordHistory, State, Version
from roi_plugin.report import decision_json, decision_text, register_json
from roi_plugin.report.register_table import csv, table
from tests.report.conftest import HOSTILE
from tests.report.test_published_shapes import _faults


def _version(day, status, *, path="decisions/0042-ranker.md", **more):
    known = {"commit": "0123456789abcdef", "author": "Ana", "pull_request": None}
    return Version(date=dt.date(2026, 3, day), path=path, state=State(status=status), **known | more)


LIFE = RecordHistory(
    versions=(
        _version(1, "proposed", path="decisions/0004-ranker.md"),
        _version(2, "accepted", pull_request="12"),
        _version(9, "deprecated", commit=None, author=None),
    )
)


@pytest.fixture
def lived(judged):
    return replace(judged(), history=LIFE)


def _part(text):
    lines = text.partition("History\n")[2].partition("\n\n")[0].splitlines()
    return [" ".join(line.split()) for line in lines]


def test_the_text_tells_the_changes_newest_first_by_whom_and_where(lived, assessment):
    assert _part(decision_text.render(lived, assessment(lived))) == [
        "2026-03-09 deprecated (was accepted) not committed yet",
        "2026-03-02 renumbered from 0004, accepted (was proposed) Ana, #12, 01234567",
        "2026-03-01 added as proposed Ana, 01234567",
    ]


def test_of_a_long_life_the_text_tells_the_newest_and_how_many_are_older(judged, assessment):
    turns = ("proposed", "accepted") * 6
    versions = tuple(_version(day, status) for day, status in enumerate(turns, 1))
    lines = _part(decision_text.render(replace(judged(), history=RecordHistory(versions=versions)), assessment()))
    assert len(lines) == 9
    assert lines[-1] == "4 older: `--format json` has them all"


def test_a_life_cut_off_says_so_and_one_that_nobody_knows_says_nothing(judged, assessment):
    cut = replace(judged(), history=RecordHistory(versions=(_version(1, "accepted"),), is_whole=False))
    assert _part(decision_text.render(cut, assessment())) == ["older changes are not in this clone"]
    assert "History" not in decision_text.render(judged(), assessment())


def test_the_decision_as_json_has_every_step_in_its_published_shape(lived, assessment):
    text = decision_json.render(lived, assessment(lived))
    assert _faults("register", text) == []
    assert [list(step.values()) for step in json.loads(text)["history"]] == [
        ["2026-03-01", "0123456789abcdef", "Ana", "file", None, "decisions/0004-ranker.md", None],
        ["2026-03-01", "0123456789abcdef", "Ana", "status", None, "proposed", None],
        ["2026-03-02", "0123456789abcdef", "Ana", "file", "decisions/0004-ranker.md", "decisions/0042-ranker.md", "12"],
        ["2026-03-02", "0123456789abcdef", "Ana", "status", "proposed", "accepted", "12"],
        ["2026-03-09", None, None, "status", "accepted", "deprecated", None],
    ]


def test_the_list_as_json_has_the_statuses_in_its_published_shape(lived, assessment):
    text = register_json.render([lived], assessment(lived))
    assert _faults("register", text) == []
    assert json.loads(text)["decisions"][0]["history"] == [
        {"date": "2026-03-01", "to": "proposed"},
        {"date": "2026-03-02", "to": "accepted"},
        {"date": "2026-03-09", "to": "deprecated"},
    ]


def test_without_a_history_the_lists_of_steps_are_empty(judged, assessment):
    one = judged()
    assert json.loads(decision_json.render(one, assessment(one)))["history"] == []
    assert json.loads(register_json.render([one], assessment(one)))["decisions"][0]["history"] == []


def test_the_table_tells_the_last_change_of_each_where_that_was_asked_for(lived, judged, assessment):
    reviewed = replace(judged(reviews=(Review(date=dt.date(2026, 9, 1), outcome="kept"),)), history=LIFE)
    shown = table([lived, reviewed], assessment(lived), since=dt.date(2026, 3, 1))
    assert "changed     last change                title" in shown
    assert "2026-03-09  deprecated (was accepted)  Adopt" in shown
    assert "2026-09-01  reviewed: kept             Adopt" in shown
    assert "last change" not in table([lived], assessment(lived))
    assert "last change" not in next(iter(csv_format.reader(csv([lived], assessment(lived)).splitlines())))


def test_the_table_names_what_was_removed_since_then(lived, assessment):
    removals = [_version(day, None, path=f"decisions/000{day}-gone.md", is_removal=True) for day in (3, 4, 5)]
    gone = tuple(RecordHistory(versions=(_version(1, "draft"), one)) for one in removals)
    whole = replace(assessment(lived), history=History(gone=gone))
    last = table([lived], whole, since=dt.date(2026, 3, 4)).splitlines()[-1]
    removed = "decisions/0005-gone.md (2026-03-05), decisions/0004-gone.md (2026-03-04)"
    assert last == f"Removed since 2026-03-04: {removed}."
    assert "Removed" not in table([lived], whole)


def test_hostile_authors_and_paths_steer_neither_a_terminal_nor_a_reader_of_json(judged, assessment):
    bad = _version(1, "accepted", author=HOSTILE, path=f"{HOSTILE}/0001-{HOSTILE}.md", commit=HOSTILE)
    now = _version(2, "accepted", author=HOSTILE, pull_request=HOSTILE)
    one = replace(
        judged(reviews=(Review(date=dt.date(2026, 9, 1), outcome=HOSTILE),)), history=RecordHistory(versions=(bad, now))
    )
    gone = RecordHistory(versions=(bad, replace(bad, is_removal=True)))
    whole = replace(assessment(one), history=History(gone=(gone,)))
    for text in (decision_text.render(one, whole), table([one], whole, since=dt.date(2026, 3, 1))):
        assert all(char.isprintable() or char == "\n" for char in text)
        assert not any(line.lstrip().startswith(("::", "##")) for line in text.splitlines())
    assert decision_json.render(one, assessment(one)).isascii()
