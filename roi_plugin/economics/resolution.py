"""Every line of a decision, ready to be computed: formulas, discounting, probability.

The closed forms start from here, and so can any other engine: the value of a line is the sum of its flows' formulas
times their factors, if it happens.
"""

from dataclasses import dataclass

from roi_plugin.economics.amounts import Amounts
from roi_plugin.economics.expectation import World
from roi_plugin.economics.formulas import Formula
from roi_plugin.economics.names import Names, Target
from roi_plugin.economics.reasons import NoFigureError, NotKnownError
from roi_plugin.economics.shared_inputs import shared_key
from roi_plugin.economics.stated_lines import StatedLine, stated_lines
from roi_plugin.economics.terms import Terms, terms_of
from roi_plugin.economics.timing import flow_factor, refuse_unclear
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.model.quantity import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Money once or a year (`formula`), and what 1 of it is worth today (`factor`)."""

    formula: Formula
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedLine:
    """A line's present value: the sum of its flows, which happen with probability `p` (None: for certain).

    Without flows it adds nothing, and `reason` says why; `fatal` if the total cannot be known without it, `fault` if
    what is written is wrong, rather than something missing.
    """

    stated: StatedLine
    flows: tuple[Flow, ...] = ()
    p: Node | None = None
    reason: str | None = None
    fatal: bool = False
    fault: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A decision's terms, its lines by option in the order of the record, and its uncertain numbers."""

    terms: Terms
    options: tuple[tuple[ResolvedLine, ...], ...]
    world: World


def resolve(decision: Decision, policy: Policy) -> Resolution:
    """The decision with every name, unit and period followed; what cannot be followed is a reason on its line."""
    terms = terms_of(decision, policy)
    stated = stated_lines(decision)
    names = Names(line for lines in stated for line in lines)
    amounts = Amounts(names, terms)
    options = tuple(tuple(_resolve(line, amounts, terms) for line in lines) for lines in stated)
    world = World(variables=amounts.variables, correlations=correlations_of(decision, names))
    return Resolution(terms=terms, options=options, world=world)


def correlations_of(decision: Decision, names: Names) -> dict[frozenset[str], float]:
    """The stated rank correlations, by the keys of what they are between; a name that is not clear is left out."""
    found: dict[frozenset[str], float] = {}
    for correlation in decision.correlations:
        one, other = (names.find(name, None) for name in correlation.between)
        keys = frozenset(_variable_key(target) for target in (*one, *other))
        if len(one) == len(other) == 1 and len(keys) > 1:
            found[keys] = max(-1.0, min(1.0, correlation.rho))
    return found


def _variable_key(target: Target) -> str:
    amounts = target.line.amounts
    estimate = target.estimate or (amounts[0][1] if len(amounts) == 1 else None)
    return (estimate is not None and shared_key(estimate)) or target.key


def _resolve(line: StatedLine, amounts: Amounts, terms: Terms) -> ResolvedLine:
    silent, incomplete = _says_nothing(line), _incomplete(line)
    if silent or incomplete:
        return ResolvedLine(stated=line, reason=silent or incomplete, fatal=not silent)
    try:
        formulas = amounts.of(line)
        refuse_unclear(line, formulas)
        flows = tuple(Flow(formula=formula, factor=flow_factor(line, formula, terms)) for formula in formulas)
        return ResolvedLine(stated=line, flows=flows, p=amounts.probability(line))
    except NoFigureError as reason:
        fault = not isinstance(reason, NotKnownError)
        return ResolvedLine(stated=line, reason=str(reason), fatal=True, fault=fault)


def _incomplete(line: StatedLine) -> str | None:
    if line.side == "risk" and line.p is None:
        return "it has an impact but no probability: add `p`"
    if line.side == "risk" and not (line.amounts or line.same_as):
        what = "a delay, which alone has no price" if line.delay else "a probability but no impact"
        return f"it has {what}: add `impact`, in money"
    return None


def _says_nothing(line: StatedLine) -> str | None:
    if line.priced_in:
        return f"counted in `{line.priced_in}`"
    if line.amounts or line.same_as or line.side == "cost":
        return None
    if line.side == "gain":
        return "not valued"
    return None if line.p or line.delay else "not priced: it has neither probability nor impact"
