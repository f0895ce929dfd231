"""The register as a SQLite database, for whoever would rather ask in SQL; the same bytes for the same register."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from roi_plugin.assess import Assessment, Judged
from roi_plugin.economics.headline import headline
from roi_plugin.model.event_words import event_words
from roi_plugin.model.events import register_events
from roi_plugin.report.json_numbers import finite

_TABLES = """
CREATE TABLE decisions (
  id TEXT NOT NULL, number TEXT, title TEXT NOT NULL, status TEXT NOT NULL, delivery TEXT, in_force INTEGER NOT NULL,
  binds INTEGER NOT NULL, date TEXT NOT NULL, owner TEXT, area TEXT, path TEXT PRIMARY KEY, currency TEXT NOT NULL,
  npv_mean REAL, roi_mean REAL, loss_probability REAL, review_due TEXT, stakes INTEGER NOT NULL
);
CREATE TABLE tags (path TEXT NOT NULL REFERENCES decisions(path), tag TEXT NOT NULL);
CREATE TABLE options (
  path TEXT NOT NULL REFERENCES decisions(path), id TEXT NOT NULL, kind TEXT, chosen INTEGER NOT NULL,
  gain_mean REAL, cost_mean REAL, npv_mean REAL, roi_mean REAL
);
CREATE TABLE links (
  path TEXT NOT NULL REFERENCES decisions(path), kind TEXT NOT NULL, id TEXT NOT NULL, part TEXT,
  in_effect INTEGER NOT NULL
);
CREATE TABLE findings (
  path TEXT NOT NULL REFERENCES decisions(path), name TEXT NOT NULL, severity TEXT NOT NULL, field TEXT,
  line INTEGER NOT NULL, message TEXT NOT NULL
);
CREATE TABLE reviews (path TEXT NOT NULL REFERENCES decisions(path), date TEXT NOT NULL, outcome TEXT);
CREATE TABLE events (
  date TEXT NOT NULL, path TEXT NOT NULL, what TEXT NOT NULL, author TEXT, "commit" TEXT, pull_request TEXT
);
"""
_KINDS = ("supersedes", "superseded_by", "depends_on", "dependents", "related")
Row = tuple[object, ...]


def register_sqlite(assessment: Assessment) -> bytes:
    """The database file: decisions with their options, links, findings, reviews and events; money in each currency.

    Paths are as people see them, as in JSON and CSV.
    """
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(_TABLES)
        for table, rows_of in _TOLD_OF_ONE.items():
            _add(database, table, (row for judged in assessment.judged for row in rows_of(judged)))
        _add(database, "events", _events(assessment))
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _add(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    found = [tuple(_plain(value) for value in row) for row in rows]
    if found:
        places = ", ".join("?" * len(found[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({places})", found)  # noqa: S608 - the table is one of ours


def _plain(value: object) -> object:
    """A value that SQLite holds; a lone surrogate, which no database can, becomes a question mark."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _decision(judged: Judged) -> Iterable[Row]:
    decision, figures = judged.decision, headline(judged.decision, judged.returns, judged.figures)
    numbers = (figures.npv.value, figures.roi.value, figures.loss.value)
    yield (
        *(decision.id, decision.number, decision.title, decision.status.value),
        *(decision.delivery.value if decision.delivery else None, judged.links.in_force, judged.binds),
        *(decision.date.isoformat(), decision.owner, decision.area, judged.file.shown, judged.returns.currency),
        *(_number(number) for number in numbers),
        *(decision.review_due.isoformat() if decision.review_due else None, judged.stakes),
    )


def _tags(judged: Judged) -> Iterable[Row]:
    return ((judged.file.shown, tag) for tag in judged.decision.tags)


def _options(judged: Judged) -> Iterable[Row]:
    for one in judged.returns.options:
        means = (one.gain.mean, one.cost.mean, one.npv.mean, one.roi.mean)
        yield judged.file.shown, one.id, one.kind, one.chosen, *(_number(mean) for mean in means)


def _links(judged: Judged) -> Iterable[Row]:
    for kind in _KINDS:
        for link in getattr(judged.links, kind):
            yield judged.file.shown, kind, link.id, link.part, link.in_effect


def _findings(judged: Judged) -> Iterable[Row]:
    for one in judged.findings:
        yield judged.file.shown, one.name, one.severity.value, str(one.field or ""), one.place.line, one.message


def _reviews(judged: Judged) -> Iterable[Row]:
    return ((judged.file.shown, one.date.isoformat(), one.outcome) for one in judged.decision.reviews)


_TOLD_OF_ONE: Mapping[str, Callable[[Judged], Iterable[Row]]] = {
    "decisions": _decision,
    "tags": _tags,
    "options": _options,
    "links": _links,
    "findings": _findings,
    "reviews": _reviews,
}
"""The tables that are filled from one decision after the other."""


def _events(assessment: Assessment) -> Iterable[Row]:
    records = {one.decision.path: one.decision for one in assessment.judged}
    folder = next((one.file.shown.removesuffix(one.decision.path) for one in assessment.judged), "")
    for event in register_events(records, assessment.history):
        words = event_words(event)
        yield event.date.isoformat(), f"{folder}{event.path}", words, event.author, event.commit, event.pull_request


def _number(value: float | None) -> object:
    return None if value is None else finite(value)
