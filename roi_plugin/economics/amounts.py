"""What each line amounts to: its formulas, with names, periods, units and `same_as` followed."""

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec.structs import replace

from roi_plugin.economics.capped import Capped
from roi_plugin.economics.delays import Delay
from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.formulas import (
    Formula,
    Variable,
    combine,
    leaf,
    left_chain,
    priced,
    refuse_unless_amount,
    times,
    variable,
)
from roi_plugin.economics.names import PERSON_WEEK, Names, Target, meanings
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.reasons import NoFigureError, NotKnownError
from roi_plugin.economics.shared_inputs import shared_key
from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.economics.terms import Terms
from roi_plugin.economics.units import is_share, weeks_of_work
from roi_plugin.model.durations import months_in
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.quantity import Constant, Expression, Name, Node, Period, Point, Range

DEEPEST = 12
"""How many lines and inputs a name may lead through."""

_RARELY = 0.999
"""Up to this percentile a length of time has to make a difference, or it is cut where it makes none."""


class Amounts:
    """The formulas of a decision's lines; `variables` holds every variable met so far, by key."""

    def __init__(self, names: Names, terms: Terms) -> None:
        self.variables: dict[str, Variable] = {}
        self._names = names
        self._terms = terms
        self._open: list[str] = []
        self._lines: dict[str, tuple[Formula, ...]] = {}
        self._inputs: dict[str, Formula] = {}

    def of(self, line: StatedLine) -> tuple[Formula, ...]:
        """The line's amounts in money, each once or a year; more than one where it has time and money.

        Raises:
            NoFigureError: it has none, or one cannot be worked out.
        """
        return tuple(self._in_money(formula) for formula in self._stated(line))

    def work_of(self, line: StatedLine) -> tuple[Formula, ...]:
        """The line's working time in person-weeks, once or a year, without what it names in money; may be empty.

        Raises:
            NoFigureError: the line has no amount, or one cannot be worked out.
        """
        return tuple(formula for formula in self._stated(line) if formula.work == 1)

    def delay(self, line: StatedLine, longest: float) -> Delay:
        """The delay of a risk that has one, as a number of the unit it is written in.

        Beyond `longest`, in months, it makes no more difference: there is nothing left to lose.
        """
        estimate = line.delay
        months = months_in(estimate.quantity.unit) if estimate else None
        if estimate is None or months is None or estimate.quantity.period:
            raise NoFigureError(f"`{line.text}` is no length of time, expected for example `2..6 months`")
        key = shared_key(estimate) or line.key
        found = variable(key, estimate)
        highest = longest / months
        if not shared_key(estimate):
            found = replace(found, distribution=_cut(found.distribution, highest), highest=highest)
        length = self.variables.setdefault(key, found).distribution
        return Delay(node=Name(name=key, offset=0), length=length, months=months)

    def probability(self, line: StatedLine) -> Node | None:
        """The probability of a gain or risk as a formula; None where none is given. `same_as` passes it on to gains."""
        if line.p is None and line.same_as and line.side == "gain":
            with self._inside(f"{line.key}:p"):
                return self.probability(self._original(line, line.same_as))
        if line.p is None:
            return None
        quantity = line.p.quantity
        if quantity.period or not (quantity.unit is None or is_share(quantity.unit)):
            raise NoFigureError(f"`{line.p.text}` is no probability, expected for example `35%`")
        if isinstance(quantity, Range) and not (quantity.low > 0 and quantity.high < 1):
            raise NoFigureError(f"the probability `{line.p.text}` has to lie between 0 and 100 %, its ends too")
        return self._estimate(line.p, line, f"{line.key}:p", share=True).node

    def _stated(self, line: StatedLine) -> tuple[Formula, ...]:
        if line.key not in self._lines:
            with self._inside(line.key):
                self._lines[line.key] = self._work_out(line)
        return self._lines[line.key]

    def _work_out(self, line: StatedLine) -> tuple[Formula, ...]:
        if line.same_as:
            return self._stated(self._original(line, line.same_as))
        if not line.amounts:
            raise NotKnownError("it has no amount")
        several = len(line.amounts) > 1
        return tuple(
            self._amount(line, field, estimate, f"{line.key}:{field}" if several else line.key)
            for field, estimate in line.amounts
        )

    def _amount(self, line: StatedLine, field: str, estimate: Estimate, key: str) -> Formula:
        quantity = estimate.quantity
        if isinstance(quantity, Point) and quantity.value == 0:
            return Formula(node=Constant(value=0.0))
        if not isinstance(quantity, Expression):
            refuse_unless_amount(estimate, field, self._terms.currency)
            if line.per and quantity.period and quantity.period != line.per:
                raise NoFigureError(f"`{estimate.text}` and `per: {line.per}` name two periods")
        formula = self._estimate(estimate, line, key)
        if field == "time" and formula.work == 0:
            formula = Formula(node=formula.node, rate=formula.rate, work=1)
        if line.per and formula.rate == 0:
            scaled = times(formula, Period(line.per).per_year)
            return Formula(node=scaled.node, rate=1, work=formula.work)
        return formula

    def _estimate(self, estimate: Estimate, scope: StatedLine, key: str, *, share: bool = False) -> Formula:
        quantity = estimate.quantity
        if not isinstance(quantity, Expression):
            key = shared_key(estimate, share=share) or key
            formula = leaf(key, estimate, self._terms.currency)
            self.variables.setdefault(key, variable(key, estimate, share=share))
            return formula
        formula = self._tree(quantity.root, scope)
        weeks = weeks_of_work(quantity.unit)
        if weeks is not None and formula.work == 0:
            formula = Formula(node=times(formula, weeks).node, rate=formula.rate, work=1)
        if quantity.period and formula.rate == 0:
            formula = Formula(node=times(formula, quantity.period.per_year).node, rate=1, work=formula.work)
        return formula

    def _tree(self, node: Node, scope: StatedLine) -> Formula:
        if isinstance(node, Constant):
            return Formula(node=node)
        if isinstance(node, Name):
            return self._named(node.name, scope)
        steps, first = left_chain(node)
        result = self._tree(first, scope)
        for step in steps:
            right = self._tree(step.right, scope)
            if step.operator in "+-" and {result.work, right.work} == {0, 1}:
                result, right = self._in_money(result), self._in_money(right)
            result = combine(step.operator, result, right)
        return result

    def _named(self, name: str, scope: StatedLine) -> Formula:
        found = self._names.find(name, scope)
        if name == PERSON_WEEK and not found:
            return Formula(node=self._person_week(), work=-1)
        target = self._one(found, name)
        if target.estimate is None:
            return self._line(target.line)
        if target.key not in self._inputs:
            with self._inside(target.key):
                self._inputs[target.key] = self._estimate(target.estimate, target.line, target.key)
        return self._inputs[target.key]

    def _line(self, line: StatedLine) -> Formula:
        first, *others = self._stated(line)
        for other in others:
            first = combine("+", self._in_money(first), self._in_money(other))
        return first

    def _in_money(self, formula: Formula) -> Formula:
        if formula.rate not in {0, 1}:
            raise NoFigureError("it multiplies or divides rates so that no amount a year comes out")
        if formula.work not in {-1, 0, 1}:
            raise NoFigureError("it multiplies working time by working time")
        if formula.work == 1:
            self._person_week()
            return priced(formula)
        return formula

    def _person_week(self) -> Name:
        estimate = self._terms.person_week
        if estimate is None:
            raise NotKnownError("time is not priced: give `economics.person_week`, in the record or the policy")
        if estimate.quantity.period or weeks_of_work(estimate.quantity.unit) is not None:
            raise NoFigureError(f"`person_week: {estimate.text}` is no price, expected for example `3.5k..5k`")
        refuse_unless_amount(estimate, PERSON_WEEK, self._terms.currency)
        self.variables.setdefault(PERSON_WEEK, variable(PERSON_WEEK, estimate))
        return Name(name=PERSON_WEEK, offset=0)

    def _original(self, line: StatedLine, name: str) -> StatedLine:
        return self._one(self._names.find(name, line, lines_only=True), name).line

    def _one(self, found: list[Target], name: str) -> Target:
        if not found:
            raise NotKnownError(f"it uses `{name}`, which is not in this record")
        if len(found) > 1:
            raise NotKnownError(f"it uses `{name}`, which can mean {meanings(found)}")
        return found[0]

    @contextmanager
    def _inside(self, key: str) -> Iterator[None]:
        if key in self._open:
            raise NotKnownError("it depends on itself")
        if len(self._open) > DEEPEST:
            raise NoFigureError(f"its names lead through more than {DEEPEST} others")
        self._open.append(key)
        try:
            yield
        finally:
            self._open.pop()


def _cut(length: Distribution, highest: float) -> Distribution:
    """A length of time as far as it makes a difference."""
    if isinstance(length, Certain):
        return Certain(value=min(length.value, highest))
    cut = Capped(of=length, highest=highest)
    return cut if cut.percentile(_RARELY) == highest else length
