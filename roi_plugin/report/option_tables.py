"""The options of a decision as text tables: what each is worth, what it costs to own, when its money comes back."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from roi_plugin.economics.ownership import KINDS
from roi_plugin.economics.plain_words import INTERVALS
from roi_plugin.economics.returns import Amount, LineReturn, OptionReturns, Returns
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.economics.wording import months, number, percent
from roi_plugin.report.table import indented
from roi_plugin.report.terminal import safe, safe_opening

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal, OptionAppraisal
    from roi_plugin.economics.cash_figures import CashFigures
    from roi_plugin.economics.figures import Figure, Share

NONE = "-"
Column = tuple[str, Callable[[OptionReturns, "OptionAppraisal | None"], str]]
"""A head, and what stands below it for an option."""


def options_table(returns: Returns, appraisal: "Appraisal | None") -> Iterator[str]:
    """What each option is worth; without an appraisal only the means."""
    if not returns.options:
        return
    rate = percent(returns.discount_rate)
    yield f"Options, present value in {safe(returns.currency)} over {months(returns.horizon_months)} at {rate} a year"
    ranges, shares = (_ranges(appraisal), _shares(appraisal)) if appraisal else ((), ())
    columns = [*_MEANS, *ranges, _ROI, *shares]
    values = appraisal.options if appraisal else (None,) * len(returns.options)
    rows = [[cell(option, one) for _, cell in columns] for option, one in zip(returns.options, values, strict=True)]
    heads = [head for head, _ in columns]
    yield from indented([heads, *rows], right=range(2, len(heads)))
    if _RANGE in heads:
        yield f"  {INTERVALS}"
    for reason, ids in _ids_by_reason(returns.options).items():
        yield f"  {', '.join(f'`{safe(one)}`' for one in ids)}: {safe(reason)}"


def cash_table(appraisal: "Appraisal") -> Iterator[str]:
    """Payback, rates of return and the price of being late, with the reason of each that is not known."""
    told = [one for one in appraisal.options if one.value.gain.mean and one.cash.ownership.kinds]
    if not told:
        return
    yield "When the money comes back, on average flows"
    figures: Sequence[tuple[str, Callable[[CashFigures], SingleFigure], Callable[[float], str]]] = (
        ("paid back after", lambda cash: cash.payback, _after),
        ("discounted", lambda cash: cash.discounted_payback, _after),
        ("IRR a year", lambda cash: cash.irr, percent),
        ("modified IRR", lambda cash: cash.modified_irr, percent),
        ("delay, a month", lambda cash: cash.cost_of_delay, number),
        ("ROI over baseline", lambda cash: cash.incremental_roi, lambda value: percent(value, signed=True)),
    )
    rows = [["option", *(name for name, _, _ in figures)]]
    reasons: dict[str, list[str]] = {}
    for one in told:
        found = [(name, figure(one.cash), shown) for name, figure, shown in figures]
        rows.append([safe_opening(one.id), *(_single(figure, shown) for _, figure, shown in found)])
        for name, figure, _ in found:
            if figure.value is None and figure.reason:
                reasons.setdefault(f"`{one.id}`: {figure.reason}", []).append(name)
    yield from indented(rows, right=range(1, len(rows[0])))
    for reason, names in reasons.items():
        yield f"  nothing under {' and '.join(f'`{name}`' for name in names)} for {safe(reason)}"


def ownership_table(returns: Returns, appraisal: "Appraisal") -> Iterator[str]:
    """What each option costs to own, by kind of cost."""
    owned = [(one.id, one.cash.ownership) for one in appraisal.options if one.cash.ownership.kinds]
    if not owned:
        return
    present = [kind for kind in KINDS if any(each.kind == kind for _, all_ in owned for each in all_.kinds)]
    yield f"Total cost of ownership in {safe(returns.currency)}, means; people's time is part of it"
    rows = [["option", *present, "total", "of it time", "person-weeks"]]
    for option, ownership in owned:
        kinds = {each.kind: each for each in ownership.kinds}
        cells = [number(kinds[kind].total) if kind in kinds else NONE for kind in present]
        time, weeks = (sum(getattr(each, name) for each in kinds.values()) for name in ("time", "person_weeks"))
        total = NONE if ownership.total is None else number(ownership.total)
        rows.append([safe_opening(option), *cells, total, number(time), number(weeks)])
    yield from indented(rows, right=range(1, len(rows[0])))


def option_lines(option: OptionReturns, returns: Returns) -> Iterator[str]:
    """The gains, costs and risks of one option as written, with mean and 90 % range."""
    if not option.lines:
        return
    title = f" ({safe(option.title)})" if option.title else ""
    yield f"Lines of {safe(option.id)}{title}, mean and 90 % range in {safe(returns.currency)}"
    yield from indented([_line_row(line) for line in option.lines], right=(3,))


def span(figure: "Figure") -> str:
    """A 90 % range, or a hyphen."""
    return NONE if figure.p5 is None or figure.p95 is None else f"{number(figure.p5)}..{number(figure.p95)}"


_MEANS: tuple[Column, ...] = (
    ("", lambda option, _: "chosen" if option.chosen else ""),
    ("option", lambda option, _: safe_opening(option.id)),
    ("gain", lambda option, _: _amount(option.gain)),
    ("cost", lambda option, _: _amount(option.cost)),
    ("NPV", lambda option, _: _amount(option.npv)),
)
_ROI: Column = (
    "ROI",
    lambda option, _: NONE if option.roi.mean is None else percent(option.roi.mean, signed=True),
)
_RANGE = "NPV range"


def _ranges(appraisal: "Appraisal") -> Iterator[Column]:
    if _uncertain(appraisal):
        yield _RANGE, lambda _, one: span(one.value.npv) if one else NONE


def _shares(appraisal: "Appraisal") -> Iterator[Column]:
    """The shares and regrets that say something."""
    if _uncertain(appraisal) and any(one.value.gain.mean for one in appraisal.options):
        yield "P(loss)", lambda _, one: _share(one.value.loss, percent) if one else NONE
    if appraisal.evpi.value is not None:
        yield "P(best)", lambda _, one: _share(one.value.best, percent) if one else NONE
        yield "regret", lambda _, one: _share(one.value.regret, number) if one else NONE


def _uncertain(appraisal: "Appraisal") -> bool:
    return any(one.value.npv.p5 != one.value.npv.p95 for one in appraisal.options)


def _amount(amount: Amount) -> str:
    return NONE if amount.mean is None else number(amount.mean)


def _share(share: "Share", shown: Callable[[float], str]) -> str:
    return NONE if share.value is None else shown(share.value)


def _after(value: float) -> str:
    return months(value) if value else "at once"


def _single(figure: SingleFigure, shown: Callable[[float], str]) -> str:
    return NONE if figure.value is None else shown(figure.value)


def _ids_by_reason(options: Sequence[OptionReturns]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for option in options:
        unknown = option.npv if option.npv.mean is None else option.roi
        if unknown.mean is None and unknown.reason:
            found.setdefault(unknown.reason, []).append(option.id)
    return found


def _line_row(line: LineReturn) -> tuple[str, ...]:
    mean = NONE if line.mean is None else number(line.mean)
    known = line.low is not None and line.high is not None
    spread = f"{number(line.low or 0.0)}..{number(line.high or 0.0)}" if known else safe(line.reason or "")
    return (line.side, safe(line.id), safe(line.text), mean, spread)
