"""What the result hangs on: how far each input alone moves it, and what each would have to be to break even."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.appraisal import OptionAppraisal
from roi_plugin.economics.break_even import BreakEven
from roi_plugin.economics.hinges import Hinges
from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.plain_words import leading
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.wording import number
from roi_plugin.language import text
from roi_plugin.pages.figure_cells import Cell
from roi_plugin.pages.page import Section
from roi_plugin.pages.record_next import as_written, chance_of
from roi_plugin.pages.swing_chart import Bar, swing_chart
from roi_plugin.pages.templates import render

_ANCHOR = "roi-hinge-%d"


class _Row(Struct, frozen=True, kw_only=True):
    input: str
    anchor: str
    written: str
    low: Cell
    high: Cell
    needed: Cell
    equal: Cell


def swings_section(judged: Judged, inputs: InputAmounts) -> Section | None:
    """Tornado and break-even of the chosen option, else of the most promising; nothing where nothing is uncertain."""
    place = leading(judged.returns)
    if judged.appraisal is None or place is None:
        return None
    one = judged.appraisal.options[place]
    found = one.hinges
    if not (found.tornado or found.break_even or found.reason):
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
        for each in found.tornado
    ]
    title = judged.returns.options[place].title or one.id
    chart = swing_chart(
        "roi-swing",
        text("What moves the result of %(option)s", option=title),
        bars,
        one.value.npv.mean or 0.0,
        currency,
    )
    rows, rival = list(_rows(one, inputs)), _rival(found, judged.returns)
    alone = not rival or bool(one.value.gain.mean)
    html = render(
        "record_swings.html",
        chart=chart,
        rows=rows,
        title=title,
        currency=currency,
        rival=rival,
        alone=alone,
        reasons=list(_reasons(rows if alone else (), found.reason)),
    )
    return Section(anchor="roi-swings", title=text("What the result hangs on"), html=Markup(), working=html)


def _rival(found: Hinges, returns: Returns) -> str:
    """The title of the best other option; nothing where it is worth nothing, so that break-even says the same."""
    if found.even_with_rival == found.break_even:
        return ""
    return next((option.title or option.id for option in returns.options if option.id == found.rival), "")


def _rows(one: OptionAppraisal, inputs: InputAmounts) -> Iterator[_Row]:
    needed = {each.input: each for each in one.hinges.break_even}
    equal = {each.input: each for each in one.hinges.even_with_rival}
    swings = {each.input: each for each in one.hinges.tornado}
    for place, name in enumerate(_names(one.hinges)):
        swing = swings.get(name)
        low, high = Cell(), Cell()
        if swing:
            low = Cell(text=number(swing.low), more=inputs.text(name, swing.at_low))
            high = Cell(text=number(swing.high), more=inputs.text(name, swing.at_high))
        at, rival = (_even(found.get(name) or found.get(chance_of(name)), inputs) for found in (needed, equal))
        written = as_written(name, inputs)
        yield _Row(input=name, anchor=_ANCHOR % place, written=written, low=low, high=high, needed=at, equal=rival)


def _names(found: Hinges) -> list[str]:
    """The inputs in the order of the table; an event stands for its chance."""
    swings = [each.input for each in found.tornado]
    told = {chance_of(name) for name in swings}
    others = [each.input for each in (*found.break_even, *found.even_with_rival) if each.input not in told]
    return list(dict.fromkeys((*swings, *others)))


def break_even_href(one: OptionAppraisal, name: str) -> str:
    """The row, in the table of the option that leads, of this input or of the event whose chance it is."""
    places = [at for at, other in enumerate(_names(one.hinges)) if name in {other, chance_of(other)}]
    return f"#{_ANCHOR % places[0]}" if places else ""


def _even(found: BreakEven | None, inputs: InputAmounts) -> Cell:
    if found is None or found.value is None:
        return Cell(reason=reason_words(found.reason) if found else "")
    return Cell(text=inputs.text(found.input, found.value))


def _reasons(rows: Sequence[_Row], unknown: str | None) -> Iterator[str]:
    if unknown:
        yield text("Swings and break-even are not known: %(reason)s", reason=reason_words(unknown))
    yield from (
        text("No break-even of `%(input)s`: %(reason)s", input=row.input, reason=reason_words(row.needed.reason))
        for row in rows
        if row.needed.reason
    )
