"""How the figures of an option come about beyond its lines: spread, chance of loss, cash, what they hang on."""

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.lattice import POINTS
from roi_plugin.economics.step import Step, Unit
from roi_plugin.economics.wording import exact
from roi_plugin.language import noted, sentence, text

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import OptionAppraisal
    from roi_plugin.economics.break_even import BreakEven
    from roi_plugin.economics.cash_figures import CashFigures
    from roi_plugin.economics.figures import Figure, Share
    from roi_plugin.economics.ownership import KindOfCost
    from roi_plugin.economics.single_figures import SingleFigure

_PERCENTILES = (("p5", noted("5th percentile")), ("p50", noted("median")), ("p95", noted("95th percentile")))
_CASH: tuple[tuple[str, str, Unit, str], ...] = (
    (
        "payback",
        noted("paid back after"),
        "months",
        noted("the month from which the sum of the mean flows stays at or above 0"),
    ),
    (
        "discounted-payback",
        noted("paid back after, discounted"),
        "months",
        noted("the same with each flow in money of today"),
    ),
    (
        "irr",
        noted("IRR a year"),
        "fraction",
        noted("the yearly rate at which the mean flows are worth 0, where there is exactly one"),
    ),
    (
        "modified-irr",
        noted("modified IRR"),
        "fraction",
        noted("(what comes in, at the horizon / what is paid, today)^(12 / months) - 1"),
    ),
    ("delay", noted("cost of delay, a month"), "money", noted("gain - gain if every gain came one month later")),
    (
        "incremental-roi",
        noted("ROI over the baseline"),
        "fraction",
        noted("(gain - gain of the baseline) / (cost - cost of the baseline) - 1"),
    ),
)


def cases() -> str:
    """What `all cases` are."""
    return text(
        "%(points)s fixed points of the inputs, the same in every run, each in every scenario of the events by its "
        "weight; what has a closed form is computed, not counted",
        points=exact(POINTS),
    )


def spread_steps(key: str, figure: "Figure", unit: Unit) -> tuple[Step, ...]:
    """The percentiles of a figure."""
    return tuple(
        Step(
            key=f"{key}/{name}",
            label=sentence(label),
            value=getattr(figure, name),
            unit=unit,
            formula=text("of all cases"),
        )
        for name, label in _PERCENTILES
        if getattr(figure, name) is not None
    )


def comparison_steps(one: "OptionAppraisal") -> Iterator[Step]:
    """Chance of loss, chance to be best, and expected regret."""
    value = one.value
    loss = text("the share of all cases in which gain - cost < 0")
    best = text("the share of all cases in which no other option has a higher NPV; ties are shared")
    regret = text("the mean over all cases of (NPV of the best option - NPV of this one)")
    yield _share(f"{one.id}/loss", text("P(loss)"), value.loss, "fraction", loss)
    yield _share(f"{one.id}/best", text("P(best)"), value.best, "fraction", best)
    yield _share(f"{one.id}/regret", text("expected regret"), value.regret, "money", regret)


def cash_steps(one: "OptionAppraisal") -> Iterator[Step]:
    """Payback, rates of return, cost of delay, return over the baseline, cost of ownership."""
    cash = one.cash
    known = any(cash.months) or cash.ownership.kinds or any(figure.value is not None for figure in _cash(cash))
    if not known:
        return
    figures = dict(zip(_CASH, _cash(cash), strict=True))
    flows = "; ".join(_flows(cash.months))
    for (key, label, unit, formula), figure in figures.items():
        notes = (text("mean flows: %(flows)s", flows=flows),) if key == "payback" and flows else ()
        yield Step(
            key=f"{one.id}/{key}",
            label=sentence(label),
            value=figure.value,
            unit=unit,
            formula=sentence(formula),
            notes=notes,
            reason=figure.reason,
        )
    owned = cash.ownership
    yield Step(
        key=f"{one.id}/ownership",
        label=text("total cost of ownership"),
        value=owned.total,
        unit="money",
        formula=text("the sum of its kinds: the mean cost"),
        parts=tuple(
            Step(
                key=f"{one.id}/ownership/{kind.kind}",
                label=sentence(kind.kind),
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
            label=text("swing of the mean NPV by `%(input)s`", input=swing.input),
            value=swing.size,
            unit="money",
            formula=text(
                "%(one)s at %(low)s, %(other)s at %(high)s, the rest as stated",
                one=exact(swing.low),
                low=low,
                other=exact(swing.high),
                high=high,
            ),
        )
    rival = one.hinges.rival
    for each in one.hinges.break_even:
        label = text("break-even of `%(input)s`", input=each.input)
        at = text("the value at which mean gain = mean cost, the rest as stated")
        yield _break_even(each, f"{one.id}/break-even", label, at, amounts)
    for each in one.hinges.even_with_rival:
        label = text("break-even of `%(input)s` with `%(rival)s`", input=each.input, rival=rival)
        at = text("the value at which the mean NPV is that of `%(rival)s`, the rest as stated", rival=rival)
        yield _break_even(each, f"{one.id}/break-even-with-{rival}", label, at, amounts)


def _break_even(each: "BreakEven", key: str, label: str, formula: str, amounts: InputAmounts) -> Step:
    return Step(
        key=f"{key}/{each.input}",
        label=label,
        value=each.value,
        unit="fraction" if amounts.is_share(each.input) else "number",
        formula=formula,
        reason=each.reason,
    )


def _flows(months: Sequence[float]) -> Iterator[str]:
    """The flow of each month; months in a row with the same flow together."""
    for flow, group in itertools.groupby(enumerate(months), key=lambda pair: exact(pair[1])):
        numbers = [month for month, _ in group]
        if flow != "0":
            first, last = numbers[0], numbers[-1]
            if first == last:
                yield text("month %(month)s %(flow)s", month=first, flow=flow)
            else:
                yield text("months %(first)s to %(last)s %(flow)s", first=first, last=last, flow=flow)


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
    error = (text("standard error %(error)s", error=exact(share.error)),) if share.error else ()
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
    if not kind.time:
        return text("money alone")
    if not kind.money:
        return text("time alone: %(weeks)s person-weeks before discounting", weeks=exact(kind.person_weeks))
    return text(
        "time %(time)s (%(weeks)s person-weeks before discounting) + money %(money)s",
        time=exact(kind.time),
        weeks=exact(kind.person_weeks),
        money=exact(kind.money),
    )
