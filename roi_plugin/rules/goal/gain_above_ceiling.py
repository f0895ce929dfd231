"""Gain above ceiling.

Asks:    Does an option promise more than a perfect solution would bring?
Why:     The ceiling is what is left to gain when nothing goes wrong any more; the guide "Goals and metrics", section
         1.2, wants it known before the work. An estimate above it contradicts the record's own words: one of the two
         numbers is wrong, and every figure computed from the gain with it.
Reads:   `goal.ceiling`, and of every option the gains that flow over time: what they bring in their best year if all of
         them come, at the median. Asked of proposed and accepted decisions. A ceiling given as a range counts with its
         upper end. One without a period is held against the year and against the whole gain, and both have to be above
         it. A ceiling that is no money of the record's currency is not compared.
Answer:  Lower the gain, or raise the ceiling and say where the higher one comes from.
"""

from collections.abc import Iterator

from roi_plugin.economics.key_figures import OptionFigures
from roi_plugin.economics.units import currency_of
from roi_plugin.economics.wording import money
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.option import Option
from roi_plugin.model.quantity import Expression, Point, Quantiles, Quantity
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule

ROUNDING = 1.02
"""Sampled percentiles are off by less than this; what is written equal must not be called larger."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each option that gains more than the ceiling."""
    ceiling = decision.goal.ceiling if decision.goal is not None else None
    most = _most(ceiling.quantity, context.returns.currency) if ceiling is not None else None
    if ceiling is None or most is None:
        return
    recurs = ceiling.quantity.period is not None
    for index, figures in enumerate(context.figures.options):
        gain = figures.yearly_gain.median if recurs else _either_way(figures)
        if gain is not None and gain > most * ROUNDING:
            claim = f"`{figures.id}` would gain {money(gain, context.returns.currency)}{' a year' if recurs else ''}"
            message = f"{claim} if it works, and a perfect solution is said to be worth no more than `{ceiling.text}`"
            yield Concern(field=_place(index, decision.options[index]), message=message)


def _most(quantity: Quantity, currency: str) -> float | None:
    """The upper end, a year where it has a period; None where it cannot be compared."""
    unit = quantity.unit
    if isinstance(quantity, Expression) or (unit is not None and ("/" in unit or currency_of(unit) != currency)):
        return None
    if isinstance(quantity, Quantiles):
        most = quantity.p90
    else:
        most = quantity.value if isinstance(quantity, Point) else quantity.high
    return most * (quantity.period.per_year if quantity.period is not None else 1.0)


def _either_way(figures: OptionFigures) -> float | None:
    """The smaller of the gain of a year and the whole, since the record does not say which the ceiling means."""
    year, whole = figures.yearly_gain.median, figures.gain.median
    return min(year, whole) if year is not None and whole is not None else whole


def _place(index: int, option: Option) -> FieldPath:
    if not option.gains:
        return ("options", index, "gain")
    return ("options", index, "gains", *((0, "value") if len(option.gains) == 1 else ()))


RULE = Rule(
    name="gain-above-ceiling",
    severity=Severity.ERROR,
    level=0,
    asked_of=OPEN,
    mend="lower the gain, or raise `goal.ceiling` and say where the higher one comes from",
    check=check,
    page=__doc__,
)
