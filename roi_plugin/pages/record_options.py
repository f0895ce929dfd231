"""The options of a decision side by side, and the lines their numbers come from."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from roi_plugin.assess import Judged
from roi_plugin.economics.returns import Amount, LineReturn, OptionReturns, Returns
from roi_plugin.economics.wording import money, months, percent, range_text
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.option import Option
from roi_plugin.pages.cited import sources_of
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render


@dataclass(frozen=True, slots=True, kw_only=True)
class _AmountView:
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _LineView:
    title: str
    side: str
    text: str
    mean: str
    range: str
    reason: str
    source: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class _OptionView:
    id: str
    title: str
    kind: str | None
    chosen: bool
    amounts: tuple[_AmountView, ...]
    lines: tuple[_LineView, ...]
    because: tuple[tuple[str, str], ...]


def options_section(judged: Judged) -> Section | None:
    """Gain, cost, NPV and ROI of every option, with the lines behind them; nothing when there are no options."""
    returns = judged.returns
    if not returns.options:
        return None
    written = {option.id: option for option in judged.decision.options}
    views = [_option(one, written.get(one.id), returns.currency) for one in returns.options]
    html = render(
        "record_options.html",
        options=views,
        reasons=tuple(dict.fromkeys(_reasons(returns))),
        horizon=months(returns.horizon_months),
        rate=percent(returns.discount_rate),
        currency=returns.currency,
    )
    return Section(anchor="roi-options", title="Options", html=html)


def _option(option: OptionReturns, written: Option | None, currency: str) -> _OptionView:
    estimates = dict(_estimates(written)) if written else {}
    reasons = (
        (("Chosen because", written.chosen_because), ("Not chosen because", written.rejected_because))
        if written
        else ()
    )
    return _OptionView(
        id=option.id,
        title=option.title or option.id,
        kind=option.kind,
        chosen=option.chosen,
        amounts=(
            _amount(option.gain, currency),
            _amount(option.cost, currency),
            _amount(option.npv, currency),
            _share(option.roi, known=option.npv.mean is not None),
        ),
        lines=tuple(_line(line, estimates.get(line.id), currency) for line in option.lines),
        because=tuple((word, text) for word, text in reasons if text),
    )


def _amount(amount: Amount, currency: str) -> _AmountView:
    text = "" if amount.mean is None else money(amount.mean, currency)
    return _AmountView(text=text, reason=amount.reason or "")


def _share(amount: Amount, *, known: bool) -> _AmountView:
    nothing = "-" if known else ""
    text = nothing if amount.mean is None else percent(amount.mean, signed=True)
    return _AmountView(text=text, reason=amount.reason or "")


def _line(line: LineReturn, estimate: Estimate | None, currency: str) -> _LineView:
    known = line.low is not None and line.high is not None
    return _LineView(
        title=line.id,
        side=line.side,
        text=line.text,
        mean="" if line.mean is None else money(line.mean, currency),
        range=range_text(line.low or 0.0, line.high or 0.0, currency) if known else "",
        reason=line.reason or "unknown",
        source=sources_of(estimate),
    )


def _estimates(option: Option) -> Iterator[tuple[str, Estimate | None]]:
    yield "gain", option.gain
    yield "cost", option.cost
    yield from ((gain.id, gain.value) for gain in option.gains)
    yield from ((cost.id, cost.time or cost.money) for cost in option.costs)
    yield from ((risk.id, risk.impact) for risk in option.risks)


def _reasons(returns: Returns) -> Iterator[str]:
    for option in returns.options:
        if option.npv.mean is None and option.npv.reason:
            yield f"NPV and ROI of `{option.id}` cannot be computed: {option.npv.reason}"
        elif option.roi.mean is None and option.roi.reason and option.chosen:
            yield f"ROI of `{option.id}` cannot be computed: {option.roi.reason}"
