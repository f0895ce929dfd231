"""One decision on another page: a figure of it in a line, or what its options are worth as a picture with a table."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.key_figures import OptionFigures
from roi_plugin.economics.side_totals import Amount
from roi_plugin.economics.wording import number
from roi_plugin.language import text
from roi_plugin.pages.book import Book
from roi_plugin.pages.figure_cells import Cell, amount, ratio, share
from roi_plugin.pages.interval_chart import Interval, interval_chart
from roi_plugin.pages.page import one_line
from roi_plugin.pages.templates import render
from roi_plugin.pages.verdicts import verdict_on


class _Row(Struct, frozen=True, kw_only=True):
    title: str
    chosen: bool
    npv: Cell


def figure(name: str, judged: Judged, here: str, book: Book) -> Markup:
    """A figure of the chosen option, or the verdict, with the decision it is of; a dash and why where there is none."""
    said = verdict_on(judged)
    return render(
        "embed_figure.html",
        page=book.page_link(here, judged),
        said=said if name == "verdict" else None,
        name=_names().get(name, ""),
        cell=Cell() if name == "verdict" else _cell(name, judged),
    )


def options_chart(name: str, judged: Judged, here: str, book: Book) -> Markup:
    """The net present values of all options, on one axis and as a table."""
    found = list(_options(judged))
    intervals = [
        Interval(title=title, mean=npv.mean, p5=npv.low, p50=npv.median, p95=npv.high, chosen=chosen)
        for title, chosen, npv in found
        if npv.mean is not None
    ]
    title = text("Net present value of the options")
    return render(
        "embed_options.html",
        page=book.page_link(here, judged),
        chart=interval_chart(name, title, intervals, judged.returns.currency),
        rows=[_Row(title=title, chosen=chosen, npv=_spread(npv)) for title, chosen, npv in found],
        currency=judged.returns.currency,
    )


def _options(judged: Judged) -> Iterator[tuple[str, bool, Amount]]:
    known = {one.id: one for one in judged.figures.options}
    for stated in judged.returns.options:
        one = known.get(stated.id)
        yield one_line(stated.title or stated.id), stated.chosen, one.npv if one else stated.npv


def _names() -> dict[str, str]:
    return {
        "npv": text("net present value"),
        "roi": text("return on investment"),
        "gain": text("expected gain"),
        "cost": text("expected cost"),
        "loss": text("chance of a loss"),
    }


def _cell(name: str, judged: Judged) -> Cell:
    chosen = next((one.id for one in judged.returns.options if one.chosen), None)
    if chosen is None:
        return Cell(reason=text("no option is marked as chosen"))
    one = next((one for one in judged.figures.options if one.id == chosen), None)
    if one is None:
        return Cell(reason=text("it was not computed"))
    if name == "loss":
        return share(one.loss)
    if name == "roi":
        return ratio(one.roi)
    cell = _spread(_money(name, one))
    currency = f" {judged.returns.currency}" if cell.text else ""
    return Cell(text=f"{cell.text}{currency}", reason=cell.reason, more=cell.more)


def _money(name: str, one: OptionFigures) -> Amount:
    return {"npv": one.npv, "gain": one.gain, "cost": one.cost}[name]


def _spread(figure: Amount) -> Cell:
    cell = amount(figure)
    if figure.low is None or figure.high is None or number(figure.low) == number(figure.high):
        return cell
    return Cell(text=cell.text, reason=cell.reason, more=f"{number(figure.low)}..{number(figure.high)}")
