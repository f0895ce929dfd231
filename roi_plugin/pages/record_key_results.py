"""What the decision is to reach: each objective with its key results, how far each has come, and how long it has."""

import datetime as dt

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.wording import number, percent
from roi_plugin.language import text
from roi_plugin.model.measurement import KeyResult, Okr
from roi_plugin.model.progress import elapsed_share, objective_progress, progress
from roi_plugin.pages.addresses import KEY_RESULTS
from roi_plugin.pages.page import Section
from roi_plugin.pages.progress_working import objective_counted, time_counted, way_counted
from roi_plugin.pages.templates import render


class _Row(Struct, frozen=True, kw_only=True):
    """One key result; `share` and `passed` are places in percent of the bar, empty where they are not known."""

    place: int
    name: str
    words: str
    start: str
    goal: str
    now: str
    come: str
    share: str
    passed: str
    time: str
    due: str
    way_counted: str
    time_counted: str


class _Objective(Struct, frozen=True, kw_only=True):
    title: str
    come: str
    counted: str
    rows: tuple[_Row, ...]


def key_results_section(judged: Judged, today: dt.date) -> Section | None:
    """The objectives in the order of the record; nothing where there are none."""
    decision = judged.decision
    if not decision.okr:
        return None
    objectives = [_objective(okr, decision.date, today) for okr in decision.okr]
    rows = [row for objective in objectives for row in objective.rows]
    has_working = any(row.way_counted or row.time_counted for row in rows)
    html = render("record_key_results.html", objectives=objectives, has_working=has_working)
    return Section(anchor=KEY_RESULTS, title=text("Objectives and key results"), html=html)


def _objective(okr: Okr, start: dt.date, today: dt.date) -> _Objective:
    come = objective_progress(okr)
    return _Objective(
        title=okr.objective,
        come="" if come is None else percent(round(come, 2)),
        counted="" if come is None else objective_counted(okr),
        rows=tuple(_row(result, at, start, today) for at, result in enumerate(okr.key_results, 1)),
    )


def _row(result: KeyResult, place: int, start: dt.date, today: dt.date) -> _Row:
    come = progress(result)
    passed = None if result.due is None else elapsed_share(start, result.due, today)
    return _Row(
        place=place,
        name=result.id or "",
        words=result.text or result.metric or "",
        start=_in_unit(result.from_, result.unit),
        goal=_in_unit(result.to, result.unit),
        now=_in_unit(result.now, result.unit),
        come="" if come is None else percent(round(come, 2)),
        share="" if come is None else f"{come * 100:.1f}%",
        passed="" if passed is None else f"{passed * 100:.1f}%",
        time="" if passed is None else percent(round(passed, 2)),
        due=result.due.isoformat() if result.due else "",
        way_counted=way_counted(result),
        time_counted=time_counted(result, start, today),
    )


def _in_unit(value: float | None, unit: str | None) -> str:
    return "" if value is None else f"{number(value)} {unit or ''}".rstrip()
