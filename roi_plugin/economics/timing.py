"""When the money of a line flows, and what that makes of it today."""

from msgspec import structs

from roi_plugin.economics.cash_flows import discount_factor, present_value_factor
from roi_plugin.economics.formulas import Formula
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.economics.terms import Terms
from roi_plugin.model.quantity import Constant


def flow_factor(line: StatedLine, formula: Formula, terms: Terms) -> float:
    """What 1 of this amount (once, or a year) is worth at month 0; 0 for what lies behind the horizon.

    A stream flows from `from` (else month 0) to `to` (else the horizon), never beyond the horizon. One-off money is
    paid at `when`, else at `from`, else at month 0.
    """
    if formula.rate == 1:
        return present_value_factor(terms.discount_rate, *stream_span(line, terms), line.ramp)
    month = one_off_month(line)
    return discount_factor(terms.discount_rate, month) if month <= terms.horizon_months else 0.0


def stream_span(line: StatedLine, terms: Terms) -> tuple[float, float]:
    """The months from which and to which a stream flows, not beyond the horizon; NoFigureError if it ends too early."""
    start, end = max(line.start or 0.0, 0.0), terms.horizon_months if line.end is None else line.end
    if line.end is not None and line.end < start:
        raise NoFigureError(f"it ends in month {line.end:g}, before it begins in month {start:g}")
    return start, min(end, terms.horizon_months)


def later(line: StatedLine, months: float) -> StatedLine:
    """The same line, all of it so many months later."""
    return structs.replace(
        line,
        start=(line.start or 0.0) + months,
        end=None if line.end is None else line.end + months,
        when=None if line.when is None else line.when + months,
    )


def one_off_month(line: StatedLine) -> float:
    """The month in which one-off money of this line is paid."""
    return line.when if line.when is not None else line.start or 0.0


def refuse_unclear(line: StatedLine, formulas: tuple[Formula, ...]) -> None:
    """Whether the line's months fit its amounts: `to` needs a stream, `when` needs one-off money."""
    if (line.end is None and line.when is None) or all(formula.node == Constant(value=0.0) for formula in formulas):
        return
    rates = {formula.rate for formula in formulas}
    if rates == {0} and line.end is not None:
        raise NoFigureError("it has an end (`to`) but no period: write `per year`, or `when` for a one-off amount")
    if rates == {1} and line.when is not None:
        raise NoFigureError("it has a period and a single month (`when`): write `from` for a stream")
