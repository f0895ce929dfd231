"""What may go wrong: each risk of the record with how likely it is, what it would cost, and who watches it."""

from collections.abc import Iterator

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.returns import OptionReturns
from roi_plugin.economics.wording import months, number, percent
from roi_plugin.language import text
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option, Risk
from roi_plugin.model.quantity import Point, Range
from roi_plugin.pages.addresses import GUARDRAILS
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell, probability
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render


class _Row(Struct, frozen=True, kw_only=True):
    """One risk; `silent` says in its place why it has neither a chance nor a price of its own.

    `watched_by` are metrics, each with where its guardrail is told of; nothing where it is in no guardrail.
    """

    risk: Risk
    chance: str
    size: str
    silent: str
    expected: Cell
    watched_by: tuple[tuple[str, str], ...]
    is_open: bool


class _Option(Struct, frozen=True, kw_only=True):
    title: str
    chosen: bool
    rows: tuple[_Row, ...]


def risks_section(judged: Judged, found: Explained) -> Section | None:
    """The risks of each option, the chosen one's in sight and the others' folded; nothing where none is listed."""
    pairs = zip(judged.decision.options, judged.returns.options, strict=True)
    options = [_option(written, stated, judged.decision, found) for written, stated in pairs if written.risks]
    if not options:
        return None
    in_sight = [one for one in options if one.chosen] or options
    html = render(
        "record_risks.html",
        options=in_sight,
        folded=[one for one in options if one not in in_sight],
        currency=judged.returns.currency,
    )
    return Section(anchor="roi-risks", title=text("What may go wrong"), html=html)


def _option(written: Option, stated: OptionReturns, decision: Decision, found: Explained) -> _Option:
    rows = [_row(risk, written, stated, decision, found) for risk in written.risks]
    return _Option(title=stated.title or stated.id, chosen=stated.chosen, rows=tuple(rows))


def _row(risk: Risk, option: Option, stated: OptionReturns, decision: Decision, found: Explained) -> _Row:
    line = next((one for one in stated.lines if one.side == "risk" and one.id == risk.id), None)
    expected = Cell()
    if line is not None:
        mean = "" if line.mean is None else number(line.mean)
        step = found.href(f"line/{option.id}/{risk.id}")
        expected = Cell(text=mean, reason=reason_words(line.reason), href=step)
    silent = _silent(risk)
    watched_by = tuple(_watched_by(risk, option, decision))
    return _Row(
        risk=risk,
        chance=_chance(risk),
        size="" if silent else "; ".join(_size(risk)),
        silent=silent,
        expected=expected,
        watched_by=watched_by,
        is_open=not (watched_by or risk.mitigation or risk.owner or silent),
    )


def _chance(risk: Risk) -> str:
    match risk.p.quantity if risk.p else None:
        case Point(value=value):
            return probability(value)
        case Range(low=low, high=high):
            return f"{percent(low)}..{percent(high)}"
        case _:
            return risk.p.text if risk.p else ""


def _size(risk: Risk) -> Iterator[str]:
    if risk.impact:
        yield risk.impact.text
    elif risk.impact_same_as:
        yield text("the same as %(risk)s", risk=risk.impact_same_as)
    if risk.delay:
        yield text("gains come later by %(delay)s", delay=risk.delay.text)
    if risk.when:
        yield text("after %(months)s", months=months(risk.when))


def _silent(risk: Risk) -> str:
    if risk.not_applicable:
        return text("does not apply: %(why)s", why=risk.not_applicable)
    return text("held by the cost %(line)s already", line=risk.priced_in) if risk.priced_in else ""


def _watched_by(risk: Risk, option: Option, decision: Decision) -> Iterator[tuple[str, str]]:
    """The metrics that show it: the one it names, and those whose guardrails name it."""
    guarded = {one.metric for one in decision.guardrails}
    named = [risk.guardrail] if risk.guardrail else []
    named += [one.metric for one in decision.guardrails if one.watches(option.id, risk.id)]
    yield from ((metric, f"#{GUARDRAILS}" if metric in guarded else "") for metric in dict.fromkeys(named))
