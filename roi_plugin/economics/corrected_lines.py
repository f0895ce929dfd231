"""The lines of a decision with project costs multiplied and chances of success replaced, as an outside view has them.

* Project costs are the cost lines of every option but do-nothing, without those that share a line of do-nothing
  (`same_as`): what is paid anyway is no project. Risks stay as they are stated; a delay takes from the gains as they
  then come.
* An overrun is one uncertain number for all project costs of an option, which run over together.
* A chance of success is that of the gains with a stated probability. Where no gain of an option has one, all are taken
  for certain, and the chance is that of all of them.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from roi_plugin.economics.delays import expected
from roi_plugin.economics.formulas import Formula, Variable
from roi_plugin.economics.names import Names
from roi_plugin.economics.normal_shapes import Lognormal
from roi_plugin.economics.resolution import Flow, Resolution, ResolvedLine
from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.quantity import Constant, Name, Node, Operation, Range


class Correctable(Struct, frozen=True, kw_only=True):
    """The keys of the lines that are project costs, and of the gains that come with success only."""

    costs: frozenset[str]
    gains: frozenset[str]


def correctable_lines(resolution: Resolution, idle: Sequence[bool]) -> Correctable:
    """Which lines an outside view corrects; `idle` says of each option whether it is do-nothing."""
    options = list(zip(resolution.options, idle, strict=True))
    names = Names(line.stated for lines, _ in options for line in lines)
    paid_anyway = {line.stated.key for lines, still in options if still for line in lines}
    active = [lines for lines, still in options if not still]
    costs = (line.stated for lines in active for line in lines if line.stated.side == "cost")
    return Correctable(
        costs=frozenset(line.key for line in costs if _origin(line, names).key not in paid_anyway),
        gains=frozenset(line.stated.key for lines in active for line in _hoped(lines)),
    )


def corrected_lines(
    resolution: Resolution,
    which: Correctable,
    *,
    multiple: Lognormal | float | None = None,
    success: float | None = None,
) -> Resolution:
    """The same decision with its project costs times `multiple` and its chances of success at `success`."""
    variables = dict(resolution.world.variables)
    factors: dict[str, Node] = {}
    for option in _options_of(resolution):
        if isinstance(multiple, Lognormal):
            variable = _overrun(option, multiple)
            variables[variable.key] = variable
            factors[option] = Name(name=variable.key, offset=0)
        elif multiple is not None:
            factors[option] = Constant(value=multiple)

    def change(line: ResolvedLine) -> ResolvedLine:
        key, option = line.stated.key, line.stated.option
        if key in which.costs and option in factors:
            return structs.replace(line, flows=tuple(_times(flow, factors[option]) for flow in line.flows))
        if key in which.gains and success is not None and line.flows:
            return structs.replace(line, p=Constant(value=success))
        return _late(line, which.gains, success) if line.losses and success is not None else line

    return Resolution(
        terms=resolution.terms,
        options=tuple(tuple(change(line) for line in lines) for lines in resolution.options),
        world=dataclasses.replace(resolution.world, variables=variables),
    )


def _late(line: ResolvedLine, gains: frozenset[str], success: float) -> ResolvedLine:
    """What a delay takes from these gains, which come with another probability."""
    p = Constant(value=success)
    lost = [structs.replace(loss, p=p) if loss.gain in gains else loss for loss in line.losses]
    flows = (structs.replace(line.flows[0], formula=Formula(node=expected(lost))),)
    return structs.replace(line, flows=flows, losses=tuple(lost))


def _hoped(lines: Sequence[ResolvedLine]) -> list[ResolvedLine]:
    gains = [line for line in lines if line.stated.side == "gain"]
    return [line for line in gains if line.p is not None] or gains


def _origin(line: StatedLine, names: Names) -> StatedLine:
    """The line whose amount this one shares in the end; itself where it shares none, or nobody can say which."""
    met = {line.key}
    while line.same_as:
        found = names.find(line.same_as, line, lines_only=True)
        if len(found) != 1 or found[0].line.key in met:
            break
        line = found[0].line
        met.add(line.key)
    return line


def _options_of(resolution: Resolution) -> Iterator[str]:
    return iter(dict.fromkeys(line.stated.option for lines in resolution.options for line in lines))


def _overrun(option: str, multiple: Lognormal) -> Variable:
    low, high = multiple.percentile(0.05), multiple.percentile(0.95)
    estimate = Estimate(text=f"{low:.2f}..{high:.2f}", quantity=Range(low=low, high=high))
    return Variable(key=f"{option}/~overrun", distribution=multiple, estimate=estimate)


def _times(flow: Flow, factor: Node) -> Flow:
    formula = flow.formula
    node = Operation(operator="*", left=formula.node, right=factor)
    return Flow(formula=Formula(node=node, rate=formula.rate, work=formula.work), factor=flow.factor)
