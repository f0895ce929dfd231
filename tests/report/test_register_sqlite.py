"""The register as a database."""

import datetime as dt
import sqlite3

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.report.register_sqlite import register_sqlite
from tests.repositories import Repository, record

TODAY = dt.date(2026, 9, 10)
OPTIONS = "[{id: stay}, {id: cache, chosen: true, gain: 30k..60k per year, cost: 12k..25k}]"


@pytest.fixture
def data(tmp_path) -> bytes:
    made = Repository(tmp_path)
    made.change({"0001-a.md": record(status="proposed", options=OPTIONS, tags="[x, y]")}, day="2026-01-05")
    made.change({"0001-a.md": record(options=OPTIONS, tags="[x, y]", reviews="[{date: 2026-08-01}]")}, day="2026-02-01")
    made.change({"0002-b.md": record(title="'); DROP TABLE decisions;--'", depends_on="['0001']")}, day="2026-03-01")
    return register_sqlite(assess_folder(made.records, today=TODAY, shown_from=tmp_path))


@pytest.fixture
def ask(data, tmp_path):
    path = tmp_path / "register.sqlite"
    path.write_bytes(data)
    database = sqlite3.connect(path)
    yield lambda sql: database.execute(sql).fetchall()
    database.close()


def test_a_file_of_its_own_answers_in_sql(ask):
    assert ask("SELECT number, title, status, in_force FROM decisions ORDER BY number") == [
        ("1", "Cache the embeddings", "accepted", 1),
        ("2", "); DROP TABLE decisions;--", "accepted", 1),
    ]
    assert ask("SELECT path FROM decisions ORDER BY path") == [("decisions/0001-a.md",), ("decisions/0002-b.md",)]
    assert ask("SELECT count(*) FROM tags JOIN decisions USING (path) JOIN events USING (path)") == [(6,)]
    assert ask("SELECT tag FROM tags") == [("x",), ("y",)]
    assert ask("SELECT id, chosen, npv_mean > 0 FROM options") == [("stay", 0, None), ("cache", 1, 1)]
    assert ask("SELECT path, kind, id FROM links ORDER BY path") == [
        ("decisions/0001-a.md", "dependents", "0002-b"),
        ("decisions/0002-b.md", "depends_on", "0001-a"),
    ]
    assert ask("SELECT date FROM reviews") == [("2026-08-01",)]
    assert ask("SELECT date, what FROM events WHERE path = 'decisions/0001-a.md' ORDER BY date LIMIT 2") == [
        ("2026-01-05", "added as proposed"),
        ("2026-02-01", "accepted (was proposed)"),
    ]
    assert ask("SELECT count(*) > 3 FROM findings") == [(1,)]


def test_the_same_register_makes_the_same_bytes(data, tmp_path):
    again = assess_folder(tmp_path / "decisions", today=TODAY, shown_from=tmp_path)
    assert register_sqlite(again) == data
