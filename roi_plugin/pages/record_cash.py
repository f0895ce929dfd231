"""When the money comes back and what each option costs to own: payback, rates of return, delay, cost by kind."""

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.appraisal import OptionAppraisal
from roi_plugin.economics.cash_figures import CashFigures
from roi_plugin.economics.ownership import KINDS, KindOfCost
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.returns import OptionReturns
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.economics.wording import months, number
from roi_plugin.language import noted, sentence, text
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell, rate, single
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

_MOST = 12
"""How many options are shown at most."""


class _Column(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    chosen: bool
    cash: CashFigures


def cash_section(judged: Judged, found: Explained) -> Section | None:
    """Both tables for the options with a known cost or gain; nothing where there is none."""
    if judged.appraisal is None:
        return None
    pairs = list(zip(judged.returns.options, judged.appraisal.options, strict=True))
    shown = [_column(stated, one) for stated, one in pairs if _has_flows(one)][:_MOST]
    if not shown:
        return None
    html = render(
        "record_cash.html",
        columns=shown,
        rows=[
            (words, [found.cell(cell(column.cash), f"{column.id}/{key}") for column in shown])
            for words, key, cell in _ROWS
        ],
        kinds=[
            (kind, [found.cell(cell, f"{column.id}/ownership") for column, cell in zip(shown, cells, strict=True)])
            for kind, cells in _kinds(shown)
        ],
        reasons=list(dict.fromkeys(_reasons(pairs))),
        currency=judged.returns.currency,
        horizon=months(judged.returns.horizon_months),
    )
    return Section(anchor="roi-cash", title=text("Cost and time"), html=Markup(), working=html)


def _column(stated: OptionReturns, one: OptionAppraisal) -> _Column:
    return _Column(id=one.id, title=stated.title or stated.id, chosen=stated.chosen, cash=one.cash)


def _has_flows(one: OptionAppraisal) -> bool:
    return bool(one.cash.ownership.kinds) or bool(one.value.gain.mean)


def _months(figure: SingleFigure) -> Cell:
    said = "" if figure.value is None else text("at once") if figure.value == 0 else months(figure.value)
    return Cell(text=said, reason=reason_words(figure.reason))


_ROWS: tuple[tuple[str, str, Callable[[CashFigures], Cell]], ...] = (
    (noted("Payback"), "payback", lambda cash: _months(cash.payback)),
    (noted("Payback, discounted"), "discounted-payback", lambda cash: _months(cash.discounted_payback)),
    (noted("Internal rate of return, a year"), "irr", lambda cash: rate(cash.irr)),
    (noted("Modified rate of return, a year"), "modified-irr", lambda cash: rate(cash.modified_irr)),
    (noted("Cost of delay, a month"), "delay", lambda cash: single(cash.cost_of_delay)),
    (noted("ROI of what it costs more than the baseline"), "incremental-roi", lambda cash: rate(cash.incremental_roi)),
)


def _kinds(shown: Sequence[_Column]) -> Iterator[tuple[str, list[Cell]]]:
    for kind in KINDS:
        found = [next((one for one in column.cash.ownership.kinds if one.kind == kind), None) for column in shown]
        if any(found):
            yield kind, [_kind(one) for one in found]
    yield noted("in all"), [_total(column.cash) for column in shown]


def _kind(one: KindOfCost | None) -> Cell:
    if one is None:
        return Cell(text="0")
    weeks = text("%(count)s person-weeks", count=number(one.person_weeks)) if one.person_weeks else ""
    return Cell(text=number(one.total), more=weeks)


def _total(cash: CashFigures) -> Cell:
    total = cash.ownership.total
    return Cell(text="" if total is None else number(total), reason=reason_words(cash.ownership.reason))


def _reasons(pairs: Sequence[tuple[OptionReturns, OptionAppraisal]]) -> Iterator[str]:
    for _, one in pairs:
        if not _has_flows(one):
            continue
        for words, _, cell in _ROWS:
            found = cell(one.cash)
            if not found.text and found.reason:
                yield text(
                    "%(figure)s of `%(option)s`: %(reason)s", figure=sentence(words), option=one.id, reason=found.reason
                )
