"""The options of a decision side by side: what each is worth, how far it may go, and how often it is the best."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.appraisal import Appraisal
from roi_plugin.economics.plain_words import INTERVALS
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.returns import OptionReturns, Returns
from roi_plugin.economics.single_numbers import numbers_alone
from roi_plugin.economics.wording import months, number, percent
from roi_plugin.language import noted, sentence, text
from roi_plugin.pages.addresses import OPTIONS
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell, amount, ratio, share, single, spread
from roi_plugin.pages.interval_chart import Interval, interval_chart
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

_MEANS = (noted("Gain"), noted("Cost"), noted("NPV"), noted("ROI"))
_KEYS = ("gain", "cost", "npv", "roi", "loss", "best", "regret")
_CHANCES = (noted("P(loss)"), noted("P(best)"), noted("Regret"))


class _Row(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    kind: str | None
    chosen: bool
    cells: tuple[Cell, ...]


def options_section(judged: Judged, found: Explained, *, after_worth: bool = False) -> Section | None:
    """Every option with its figures, and their ranges on one axis; nothing when there are no options.

    `after_worth`: what ranges mean was said in the part before.
    """
    returns, appraisal = judged.returns, judged.appraisal
    if not returns.options:
        return None
    has_ranges = any(spread(one.value.npv).more for one in appraisal.options) if appraisal else False
    gains = any(one.value.gain.mean for one in appraisal.options) if appraisal else False
    html = render(
        "record_options.html",
        chart=_chart(returns, appraisal) if appraisal else Markup(),
        heads=(*_MEANS, *(_CHANCES if gains else _CHANCES[1:])) if appraisal else _MEANS,
        options=[_row(one, place, appraisal, found, gains=gains) for place, one in enumerate(returns.options)],
        reasons=list(dict.fromkeys(_reasons(returns))),
        notes=list(_notes(appraisal, found, gains=gains)) if appraisal else [],
        ranges=sentence(INTERVALS) if has_ranges and not after_worth else "",
        is_appraised=appraisal is not None,
        has_ranges=has_ranges,
        horizon=months(returns.horizon_months),
        rate=percent(returns.discount_rate),
        currency=returns.currency,
    )
    return Section(anchor=OPTIONS, title=text("Options"), html=html)


def _row(option: OptionReturns, place: int, appraisal: Appraisal | None, found: Explained, *, gains: bool) -> _Row:
    cells: tuple[Cell, ...] = (amount(option.gain), amount(option.cost), amount(option.npv), ratio(option.roi))
    if appraisal:
        value = appraisal.options[place].value
        figures = (amount(value.gain), amount(value.cost), spread(value.npv), ratio(value.roi))
        loss = (share(value.loss),) if gains else ()
        cells = (*figures, *loss, share(value.best), single(value.regret))
    keys = (*_KEYS[:4], *(_KEYS[4:] if gains else _KEYS[5:]))
    cells = tuple(found.cell(cell, f"{option.id}/{key}") for cell, key in zip(cells, keys, strict=False))
    return _Row(id=option.id, title=option.title or option.id, kind=option.kind, chosen=option.chosen, cells=cells)


def _chart(returns: Returns, appraisal: Appraisal) -> Markup:
    intervals = [
        Interval(
            title=stated.title or stated.id,
            mean=one.value.npv.mean,
            p5=one.value.npv.p5,
            p50=one.value.npv.p50,
            p95=one.value.npv.p95,
            chosen=stated.chosen,
        )
        for stated, one in zip(returns.options, appraisal.options, strict=True)
        if one.value.npv.mean is not None
    ]
    return interval_chart("roi-npv", text("Net present value of the options"), intervals, returns.currency)


def _reasons(returns: Returns) -> Iterator[str]:
    for option in returns.options:
        if option.npv.mean is None and option.npv.reason:
            yield text(
                "NPV and ROI of `%(option)s` cannot be computed: %(reason)s",
                option=option.id,
                reason=reason_words(option.npv.reason),
            )
        elif option.roi.mean is None and option.roi.reason and option.chosen:
            yield text(
                "ROI of `%(option)s` cannot be computed: %(reason)s",
                option=option.id,
                reason=reason_words(option.roi.reason),
            )


def _notes(appraisal: Appraisal, found: Explained, *, gains: bool) -> Iterator[tuple[str, str]]:
    """What a reader of the figures has to know, each with where its numbers come from."""
    yield from ((said, "") for said in _beaten(appraisal))
    yield from _hanging(appraisal, found)
    if appraisal.compared and not gains and any(one.value.cost.mean for one in appraisal.options):
        yield text("No gain is stated, so the options compare by cost."), ""
    told = [one.value.npv.reason or "" for one in appraisal.options if one.value.npv.mean is None]
    yield from (
        (f"{reason_words(note)}.", "") for note in appraisal.notes if not any(note.endswith(reason) for reason in told)
    )


def _beaten(appraisal: Appraisal) -> Iterator[str]:
    values = [option.value for option in appraisal.options]
    for one in appraisal.dominances:
        if one.certain and numbers_alone(values, one.option, one.by):
            yield text("By these numbers `%(one)s` is better than `%(other)s`.", one=one.by, other=one.option)
        elif one.certain:
            yield text("`%(one)s` is at least as good as `%(other)s` whatever happens.", one=one.by, other=one.option)
        else:
            yield text(
                "`%(one)s` is at least as good as `%(other)s` on average and in every score.",
                one=one.by,
                other=one.option,
            )


def _hanging(appraisal: Appraisal, found: Explained) -> Iterator[tuple[str, str]]:
    """The ranges that hang on one event."""
    for option in appraisal.options:
        for gate in option.value.gates:
            yes, no = (f"{number(side[0])}..{number(side[-1])}" for side in (gate.happens, gate.fails))
            said = text(
                "The range of `%(option)s` hangs on whether %(what)s (%(chance)s): %(yes)s if so, %(no)s if not.",
                option=option.id,
                what=gate.clause,
                chance=percent(gate.p),
                yes=yes,
                no=no,
            )
            yield said, found.href(f"{option.id}/npv")
