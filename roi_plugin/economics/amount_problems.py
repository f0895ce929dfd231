"""Which amounts of a record cannot be computed as they are written, and which count nothing."""

from collections.abc import Iterator

from roi_plugin.economics.fault_places import Fault, arithmetic_place, places
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.economics.terms import Terms
from roi_plugin.economics.unit_advice import advice
from roi_plugin.economics.wording import money, months
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Problem, Severity
from roi_plugin.model.quantity import Constant

NAME = "schema/amount"

_CERTAIN_TO_FIT = 1
"""So many correlations fit together whatever they are."""


def amount_problems(decision: Decision, resolution: Resolution, returns: Returns) -> Iterator[Problem]:
    """The faults of amounts that are given and cannot be computed, each where it stands; lines that count 0.

    `returns` are those of this resolution. What is merely missing is no fault here: rules ask for it.
    """
    if resolution.terms.fault:
        yield _of_terms(decision, resolution.terms.fault)
    found: list[Fault] = []
    for index, lines in enumerate(resolution.options):
        computed = returns.options[index].lines
        for at, line in enumerate(lines):
            if line.fault or (computed and computed[at].fault):
                found.append(Fault(line=line.stated, reason=line.reason or computed[at].reason or ""))
            elif line.flows and not any(flow.factor for flow in line.flows):
                yield from _counts_nothing(line, resolution.terms)
            elif computed and line.stated.side != "gain" and not line.stated.same_as:
                yield from _saves(line.stated, computed[at].mean or 0.0, resolution.terms)
    if found:
        yield from (_problem(*one, resolution.terms) for one in places(found, resolution))
    if len(resolution.world.correlations) > _CERTAIN_TO_FIT:
        yield from _of_correlations(resolution)


def _of_terms(decision: Decision, fault: str) -> Problem:
    own = decision.economics
    rate = own.discount_rate if own is not None else None
    field = "discount_rate" if rate is not None and f"`{rate.text}`" in fault else "horizon"
    return Problem(field=("economics", field), name=NAME, message=f"nothing can be computed: {fault}")


def _problem(place: FieldPath, fault: Fault, terms: Terms) -> Problem:
    from_policy = fault.estimate is not None and fault.estimate is terms.person_week and not terms.own_person_week
    whose = "; this is the policy's price of a person-week" if from_policy else ""
    return Problem(
        field=place,
        name=NAME,
        message=f"`{fault.line.id}` cannot be computed: {fault.reason}{whose}",
        help=advice(fault.estimate, terms.currency) if fault.estimate is not None else None,
    )


def _saves(line: StatedLine, mean: float, terms: Terms) -> Iterator[Problem]:
    """As a plain number it is no cost that can be written; of arithmetic only the result shows it."""
    if mean < 0:
        yield Problem(
            field=arithmetic_place(line),
            name=NAME,
            message=f"`{line.id}` comes out at {money(mean, terms.currency)}, below 0: expected a cost of 0 or more",
            help="write a saving as a gain",
        )


def _counts_nothing(line: ResolvedLine, terms: Terms) -> Iterator[Problem]:
    if all(flow.formula.node == Constant(value=0.0) for flow in line.flows):
        return
    stated = line.stated
    streams = any(flow.formula.rate for flow in line.flows)
    begins = stated.start or 0.0
    if streams and begins < terms.horizon_months:
        field, when = "to", f"it ends in {_month(stated.end or 0.0)}, before anything of it has come"
    else:
        field = "when" if stated.when is not None and not streams else "from"
        begins = stated.when or 0.0 if field == "when" else begins
        when = f"{_month(begins)} lies behind the horizon of {months(terms.horizon_months)}"
    yield Problem(
        field=(*stated.field, field),
        name="schema/counts-nothing",
        severity=Severity.WARNING,
        message=f"`{stated.id}` counts 0: {when}",
        help="correct the month, or write a longer `economics.horizon`",
    )


def _month(month: float) -> str:
    return f"month {month:g}"


def _of_correlations(resolution: Resolution) -> Iterator[Problem]:
    from roi_plugin.economics.correlation_fit import contradiction

    reason = contradiction(resolution.world)
    if reason:
        yield Problem(field=("correlations",), name=NAME, message=reason, help="correct a `rho`, or leave one pair out")
