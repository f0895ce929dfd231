"""What was forecast when a decision was accepted, beside what its record forecasts now."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.plain_words import leading
from roi_plugin.language import counted, noted, text
from roi_plugin.model.amended import accounted
from roi_plugin.model.frozen_fields import as_written
from roi_plugin.model.governance import Amendment
from roi_plugin.model.record_past import MovedAssumption, MovedField
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell, ratio, share, spread
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.templates import render
from roi_plugin.rules.amendment_words import not_counted

_CHANGED = "roi-changed-since"


class _Changed(Struct, frozen=True, kw_only=True):
    key: str
    then: str
    now: str
    day: str
    why: str
    unheard: str


def acceptance_section(judged: Judged, today: dt.date, found: Explained) -> Section | None:
    """The figures then and now, and each value that changed with its amendment; nothing where none changed."""
    changes, assumed = accounted(judged.decision, judged.past, today), judged.past.assumed
    if not (changes or assumed) or judged.past.accepted is None:
        return None
    figures = list(_figures(judged, found))
    moved = any((then.text, then.more) != (now.text, now.more) for _, then, now in figures)
    html = render(
        "record_acceptance.html",
        accepted=judged.past.accepted.isoformat(),
        anchor=_CHANGED,
        summary=_summary(len(changes), len(assumed), is_known=bool(figures), moved=moved),
        currency=judged.returns.currency,
        figures=figures if moved else [],
        changes=[_changed(judged, moved, why, today) for moved, why in changes] + [_assumed(one) for one in assumed],
    )
    return Section(anchor="roi-acceptance", title=text("Forecast at acceptance and now"), html=html)


def _summary(count: int, assumed: int, *, is_known: bool, moved: bool) -> str:
    shared = counted(
        "%(num)s shared assumption that it rests on changed since",
        "%(num)s shared assumptions that it rests on changed since",
        assumed,
    )
    if not count:
        return text("the record says what it said then, and %(shared)s", shared=shared)
    values = counted(
        "%(num)s value of its forecast has changed since", "%(num)s values of its forecast have changed since", count
    )
    if is_known and not moved:
        values = text("%(values)s, and no figure by it", values=values)
    return f"{values}; {shared}" if assumed else values


def _figures(judged: Judged, found: Explained) -> Iterator[tuple[str, Cell, Cell]]:
    then = judged.accepted_as
    if then is None or then.appraisal is None or judged.appraisal is None:
        return
    old, new = leading(then.returns), leading(judged.returns)
    if old is None or new is None or then.returns.currency != judged.returns.currency:
        return
    before, after = then.appraisal.options[old].value, judged.appraisal.options[new].value
    every = (
        ("npv", noted("Net present value"), spread(before.npv), spread(after.npv)),
        ("gain", noted("Gain"), spread(before.gain), spread(after.gain)),
        ("cost", noted("Cost"), spread(before.cost), spread(after.cost)),
        ("roi", noted("ROI"), ratio(before.roi), ratio(after.roi)),
        ("loss", noted("Chance of loss"), share(before.loss), share(after.loss)),
    )
    option = judged.returns.options[new].id
    for key, name, old_one, new_one in every:
        # Of then there is no working of its own: what made the difference is its explanation.
        led = replace(old_one, href=f"#{_CHANGED}") if old_one.text else old_one
        yield name, led, found.cell(new_one, f"{option}/{key}")


def _changed(judged: Judged, moved: MovedField, why: Amendment | None, today: dt.date) -> _Changed:
    unheard = None if why is not None else not_counted(judged.decision, moved, judged.past.accepted or today, today)
    return _Changed(
        key=moved.key,
        then=text("not there") if moved.before is None else as_written(moved.before),
        now=text("gone") if moved.after is None else as_written(moved.after),
        day=why.date.isoformat() if why else "",
        why=why.why if why else "",
        unheard=one_line(unheard.replace("`", "")) if unheard else text("no amendment"),
    )


def _assumed(moved: MovedAssumption) -> _Changed:
    return _Changed(
        key=moved.id,
        then=text("no value") if moved.before is None else moved.before,
        now=text("no value") if moved.after is None else moved.after,
        day="",
        why="",
        unheard=text("a shared assumption, which changed on %(day)s", day=moved.changed),
    )
