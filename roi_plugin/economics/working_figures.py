"""How the figures of an option come about beyond its lines: spread, chance of loss, cash, what they hang on."""

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.lattice import POINTS
from roi_plugin.economics.step import Step, Unit
from roi_plugin.economics.wording import exact

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import OptionAppraisal
    from roi_plugin.economics.break_even import BreakEven
    from roi_plugin.economics.cash_figures import CashFigures
    from roi_plugin.economics.ownership import KindOfCost
    from roi_plugin.economics.sampled_figures import Figure, Share
    from roi_plugin.economics.single_figures import SingleFigure

CASES = (
    f"{POINTS:,} fixed points of the inputs, the same in every run, each in every scenario of the events by its "
    "weight; what has a closed form is computed, not counted"
)
"""What `all cases` are."""

_PERCENTILES = (("p5", "5th percentile"), ("p50", "median"), ("p95", "95th percentile"))
_CASH: tuple[tuple[str, str, Unit, str], ...] = (
    ("payback", "paid back after", "months", "the month from which the sum of the mean flows stays at or above 0"),
    ("discounted-payback", "paid back after, discounted", "months", "the same with each flow in money of today"),
    (
        "irr",
        "IRR a year",
        "fraction",
        "the yearly rate at which the mean flows are worth 0, where there is exactly one",
    ),
    (
        "modified-irr",
        "modified IRR",
        "fraction",
        "(what comes in, at the horizon / what is paid, today)^(12 / months) - 1",
    ),
    ("delay", "cost of delay, a month", "money", "gain - gain if every gain came one month later"),
    (
        "incremental-roi",
        "ROI over the baseline",
        "fraction",
        "(gain - gain of the baseline) / (cost - cost of the baseline) - 1",
    ),
)


def spread_steps(key: str, figure: "Figure", unit: Unit) -> tuple[Step, ...]:
    """The percentiles of a figure."""
    return tuple(
        Step(key=f"{key}/{name}", label=label, value=getattr(figure, name), unit=unit, formula="of all cases")
        for name, label in _PERCENTILES
        if getattr(figure, name) is not None
    )


def comparison_steps(one: "OptionAppraisal") -> Iterator[Step]:
    """Chance of loss, chance to be best, and expected regret."""
    value = one.value
    loss, best = (
        "the share of all cases in which gain - cost < 0",
        "the share of all cases in which no other option has",
    )
    regret = "the mean over all cases of (NPV of the best option - NPV of this one)"
    yield _share(f"{one.id}/loss", "P(loss)", value.loss, "fraction", loss)
    yield _share(f"{one.id}/best", "P(best)", value.best, "fraction", f"{best} a higher NPV; ties are shared")
    yield _share(f"{one.id}/regret", "expected regret", value.regret, "money", regret)


def cash_steps(one: "OptionAppraisal") -> Iterator[Step]:
    """Payback, rates of return, cost of delay, return over the baseline, cost of ownership."""
    cash = one.cash
    if not any(cash.months) and not cash.ownership.kinds:
        return
    figures = dict(zip(_CASH, _cash(cash), strict=True))
    flows = "; ".join(_flows(cash.months))
    for (key, label, unit, formula), figure in figures.items():
        notes = (f"mean flows: {flows}",) if key == "payback" and flows else ()
        yield Step(
            key=f"{one.id}/{key}",
            label=label,
            value=figure.value,
            unit=unit,
            formula=formula,
            notes=notes,
            reason=figure.reason,
        )
    owned = cash.ownership
    yield Step(
        key=f"{one.id}/ownership",
        label="total cost of ownership",
        value=owned.total,
        unit="money",
        formula="the sum of its kinds: the mean cost",
        parts=tuple(
            Step(
                key=f"{one.id}/ownership/{kind.kind}",
                label=kind.kind,
                value=kind.total,
                unit="money",
                formula=_kind(kind),
            )
            for kind in owned.kinds
        ),
        reason=owned.reason,
    )


def hinge_steps(one: "OptionAppraisal", amounts: InputAmounts) -> Iterator[Step]:
    """Swings and break-even values of each input; nothing where there is no result that could hang on them."""
    for swing in one.hinges.tornado:
        low, high = (amounts.text(swing.input, at) for at in (swing.at_low, swing.at_high))
        yield Step(
            key=f"{one.id}/tornado/{swing.input}",
            label=f"swing of the mean NPV by `{swing.input}`",
            value=swing.size,
            unit="money",
            formula=f"{exact(swing.low)} at {low}, {exact(swing.high)} at {high}, the rest as stated",
        )
    rival = one.hinges.rival
    for each in one.hinges.break_even:
        yield _break_even(each, f"{one.id}/break-even", "", "mean gain = mean cost", amounts)
    for each in one.hinges.even_with_rival:
        at = f"the mean NPV is that of `{rival}`"
        yield _break_even(each, f"{one.id}/break-even-with-{rival}", f" with `{rival}`", at, amounts)


def _break_even(each: "BreakEven", key: str, ending: str, at: str, amounts: InputAmounts) -> Step:
    return Step(
        key=f"{key}/{each.input}",
        label=f"break-even of `{each.input}`{ending}",
        value=each.value,
        unit="fraction" if amounts.is_share(each.input) else "number",
        formula=f"the value at which {at}, the rest as stated",
        reason=each.reason,
    )


def _flows(months: Sequence[float]) -> Iterator[str]:
    """The flow of each month; months in a row with the same flow together."""
    for flow, group in itertools.groupby(enumerate(months), key=lambda pair: exact(pair[1])):
        numbers = [month for month, _ in group]
        if flow != "0":
            several = f"months {numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else f"month {numbers[0]}"
            yield f"{several} {flow}"


def _cash(cash: "CashFigures") -> tuple["SingleFigure", ...]:
    return (
        cash.payback,
        cash.discounted_payback,
        cash.irr,
        cash.modified_irr,
        cash.cost_of_delay,
        cash.incremental_roi,
    )


def _share(key: str, label: str, share: "Share", unit: Unit, formula: str) -> Step:
    error = (f"standard error {exact(share.error)}",) if share.error else ()
    return Step(
        key=key,
        label=label,
        value=share.value,
        unit=unit,
        formula=formula,
        notes=error,
        reason=share.reason,
    )


def _kind(kind: "KindOfCost") -> str:
    weeks = f"{exact(kind.person_weeks)} person-weeks before discounting"
    return f"time {exact(kind.time)} ({weeks}) + money {exact(kind.money)}"
