"""Every line of a decision, ready to be computed: formulas, discounting, probability.

The closed forms start from here, and so can any other engine: the value of a line is the sum of its flows' formulas
times their factors, if it happens.
"""

from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.amounts import Amounts
from roi_plugin.economics.delays import DelayedGain, Loss, expected, longest, losses
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


class Flow(Struct, frozen=True, kw_only=True):
    """Money once or a year (`formula`), and what 1 of it is worth today (`factor`)."""

    formula: Formula
    factor: float


class ResolvedLine(Struct, frozen=True, kw_only=True):
    """A line's present value: the sum of its flows, which happen with probability `p` (None: for certain).

    Without flows it adds nothing, and `reason` says why; `fatal` if the total cannot be known without it, `fault` if
    what is written is wrong, rather than something missing. `losses` are what a delay's only flow is the mean of: each
    is there only if its gain comes too.
    """

    stated: StatedLine
    flows: tuple[Flow, ...] = ()
    p: Node | None = None
    losses: tuple[Loss, ...] = ()
    reason: str | None = None
    fatal: bool = False
    fault: bool = False


class Resolution(Struct, frozen=True, kw_only=True):
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
    options = tuple(_option(lines, amounts, terms) for lines in stated)
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
    line = target.line
    own = line.delay if line.is_delay else line.amounts[0][1] if len(line.amounts) == 1 else None
    estimate = target.estimate or own
    return (estimate is not None and shared_key(estimate)) or target.key


def _option(lines: Sequence[StatedLine], amounts: Amounts, terms: Terms) -> tuple[ResolvedLine, ...]:
    """The lines of an option; what a delay costs follows from its gains."""
    resolved = [None if line.is_delay and line.p else _resolve(line, amounts, terms) for line in lines]
    gains = [line for line in resolved if line is not None and line.stated.side == "gain"]
    pairs = zip(lines, resolved, strict=True)
    return tuple(found or _delay(line, gains, amounts, terms) for line, found in pairs)


def _delay(line: StatedLine, gains: Sequence[ResolvedLine], amounts: Amounts, terms: Terms) -> ResolvedLine:
    broken = next((gain.stated.id for gain in gains if gain.fatal), None)
    late = [DelayedGain(line=gain.stated, formula=flow.formula, p=gain.p) for gain in gains for flow in gain.flows]
    try:
        if broken:
            raise NotKnownError(f"it delays `{broken}`, which cannot be computed")
        if not late:
            raise NotKnownError("it delays gains, and none is valued here: add `impact`, in money")
        lost = losses(amounts.delay(line, longest(late, terms)), late, terms)
        flow = Flow(formula=Formula(node=expected(lost)), factor=1.0)
        return ResolvedLine(stated=line, flows=(flow,), p=amounts.probability(line), losses=lost)
    except NoFigureError as reason:
        return _without_figure(line, reason)


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
        return _without_figure(line, reason)


def _without_figure(line: StatedLine, reason: NoFigureError) -> ResolvedLine:
    fault = not isinstance(reason, NotKnownError)
    return ResolvedLine(stated=line, reason=str(reason), fatal=True, fault=fault)


def _incomplete(line: StatedLine) -> str | None:
    if line.side == "risk" and line.p is None:
        return f"it has {'a delay' if line.is_delay else 'an impact'} but no probability: add `p`"
    if line.side == "risk" and not (line.amounts or line.same_as):
        return "it has a probability but neither an impact nor a delay: add `impact`, in money, or `delay`"
    return None


def _says_nothing(line: StatedLine) -> str | None:
    if line.priced_in:
        return f"counted in `{line.priced_in}`"
    if line.amounts or line.same_as or line.side == "cost":
        return None
    if line.side == "gain":
        return "not valued"
    return None if line.p or line.delay else "not priced: it has neither probability nor impact"
