"""What the result hangs on: how far each input alone moves it, and what each would have to be to break even."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_plugin.assess import Judged
from roi_plugin.economics.appraisal import OptionAppraisal
from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.plain_words import leading
from roi_plugin.economics.wording import number
from roi_plugin.pages.figure_cells import Cell
from roi_plugin.pages.page import Section
from roi_plugin.pages.record_next import as_written, chance_of
from roi_plugin.pages.swing_chart import Bar, swing_chart
from roi_plugin.pages.templates import render


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    input: str
    written: str
    low: Cell
    high: Cell
    needed: Cell


def swings_section(judged: Judged, inputs: InputAmounts) -> Section | None:
    """Tornado and break-even of the chosen option, else of the most promising; nothing where nothing is uncertain."""
    place = leading(judged.returns)
    if judged.appraisal is None or place is None:
        return None
    one = judged.appraisal.options[place]
    if not (one.tornado or one.break_even):
        return None
    currency = judged.returns.currency
    bars = [
        Bar(
            name=each.input,
            low=each.low,
            high=each.high,
            low_text=inputs.text(each.input, each.at_low),
            high_text=inputs.text(each.input, each.at_high),
        )
        for each in one.tornado
    ]
    title = judged.returns.options[place].title or one.id
    chart = swing_chart("roi-swing", f"What moves the result of {title}", bars, one.value.npv.mean or 0.0, currency)
    rows = list(_rows(one, inputs))
    reasons = [f"No break-even of `{row.input}`: {row.needed.reason}" for row in rows if row.needed.reason]
    html = render("record_swings.html", chart=chart, rows=rows, title=title, currency=currency, reasons=reasons)
    return Section(anchor="roi-swings", title="What the result hangs on", html=Markup(), working=html)


def _rows(one: OptionAppraisal, inputs: InputAmounts) -> Iterator[_Row]:
    needed = {each.input: each for each in one.break_even}
    swings = {each.input: each for each in one.tornado}
    told = {chance_of(name) for name in swings}
    for name in dict.fromkeys((*swings, *(other for other in needed if other not in told))):
        swing, found = swings.get(name), needed.get(name) or needed.get(chance_of(name))
        low, high = Cell(), Cell()
        if swing:
            low = Cell(text=number(swing.low), more=inputs.text(name, swing.at_low))
            high = Cell(text=number(swing.high), more=inputs.text(name, swing.at_high))
        at = Cell(reason=found.reason or "" if found else "")
        if found and found.value is not None:
            at = Cell(text=inputs.text(found.input, found.value))
        yield _Row(input=name, written=as_written(name, inputs), low=low, high=high, needed=at)
