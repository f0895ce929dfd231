"""How each figure was computed: every line of every option with its formula's inputs, their sources and the terms."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.returns import LineReturn, OptionReturns
from roi_plugin.economics.step import Step
from roi_plugin.economics.wording import money, range_text
from roi_plugin.language import noted, text
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.option import Option
from roi_plugin.pages.cited import sources_of
from roi_plugin.pages.explained import Explained
from roi_plugin.pages.figure_cells import Cell
from roi_plugin.pages.page import Section
from roi_plugin.pages.step_list import step_list
from roi_plugin.pages.templates import render


class _LineView(Struct, frozen=True, kw_only=True):
    title: str
    side: str
    text: str
    mean: Cell
    range: str
    source: Markup


class _OptionView(Struct, frozen=True, kw_only=True):
    title: str
    chosen: bool
    lines: tuple[_LineView, ...]
    because: tuple[tuple[str, str], ...]
    steps: Markup

    @property
    def has_sources(self) -> bool:
        return any(line.source for line in self.lines)


def working_section(judged: Judged, found: Explained, assumptions: Mapping[str, str]) -> Section | None:
    """Every figure of every option down to its inputs; nothing where there are no numbers, scores or reasons.

    `assumptions` holds the addresses of the shared assumptions by id.
    """
    currency = judged.returns.currency
    pairs = zip(judged.returns.options, judged.decision.options, strict=True)
    views = [_option(stated, option, found, currency, assumptions) for stated, option in pairs]
    shown = [view for view in views if view.lines or view.because or view.steps]
    rest = [step for key, step in found.steps.items() if key not in {option.id for option in judged.decision.options}]
    if not shown and not rest:
        return None
    html = render("record_working.html", options=shown, rest=step_list(rest, currency, found.anchors) if rest else "")
    return Section(anchor="roi-working", title=text("How this was computed"), html=Markup(), working=html)


def _option(
    option: OptionReturns, written: Option, found: Explained, currency: str, assumptions: Mapping[str, str]
) -> _OptionView:
    step = found.steps.get(option.id)
    estimates = dict(_estimates(written))
    reasons = (
        (noted("Chosen because"), written.chosen_because),
        (noted("Not chosen because"), written.rejected_because),
    )
    return _OptionView(
        title=option.title or option.id,
        chosen=option.chosen,
        lines=tuple(
            _line(
                line,
                sources_of(estimates.get(line.id), assumptions),
                currency,
                found.href(f"line/{option.id}/{line.id}"),
            )
            for line in option.lines
        ),
        because=tuple((word, said) for word, said in reasons if said),
        steps=_list(step, found, currency) if step else Markup(),
    )


def _list(step: Step, found: Explained, currency: str) -> Markup:
    return step_list(step.parts, currency, found.anchors, found.anchors.get(step.key, ""))


def _line(line: LineReturn, source: Markup, currency: str, href: str) -> _LineView:
    known = line.low is not None and line.high is not None
    return _LineView(
        title=line.id,
        side=line.side,
        text=reason_words(line.text),
        mean=Cell(
            text="" if line.mean is None else money(line.mean, currency),
            reason=reason_words(line.reason) or text("not known"),
            href=href,
        ),
        range=range_text(line.low or 0.0, line.high or 0.0, currency) if known else "",
        source=source,
    )


def _estimates(option: Option) -> Iterator[tuple[str, Estimate | None]]:
    yield "gain", option.gain
    yield "cost", option.cost
    yield from ((gain.id, gain.value) for gain in option.gains)
    yield from ((cost.id, cost.time or cost.money) for cost in option.costs)
    yield from ((risk.id, risk.impact or risk.delay) for risk in option.risks)
