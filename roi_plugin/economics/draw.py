"""Evaluate a decision on the points of the lattice: inputs, lines, events, and every option's gain, cost and NPV."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from roi_plugin.economics import lattice
from roi_plugin.economics.evaluate import Evaluator
from roi_plugin.economics.events import lines_with_events
from roi_plugin.economics.expectation import TOO_LARGE, World
from roi_plugin.economics.importance import ranked, swings, variables_in
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.present_values import PresentValue
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.sample import Event, Figures, Rows, Sample, masks, weights_of
from roi_plugin.economics.sampling import sampled
from roi_plugin.economics.scenarios import EventPlan, LineSample, notes_on, plan_events, probability
from roi_plugin.economics.side_totals import NOT_GIVEN, NOTHING_GIVEN, cost_comparison, difference, side_total
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option

MOST_INPUTS = 20
"""How many uncertain inputs are sampled; the least important others stand at their means."""

_LARGEST = 1e120
"""Beyond this, squares and sums over the points leave what a float holds."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Inputs:
    """The value of every variable: sampled at the points, or one number; `faults` says why one has none."""

    sampled: Mapping[str, Vector]
    fixed: Mapping[str, float]
    known: Mapping[str, float]
    faults: Mapping[str, str]


def draw(decision: Decision, resolution: Resolution, shift: int = 0) -> Sample:
    """The decision at every point and in every scenario; `shift` 1 to 8 moves the points, for standard errors.

    Raises:
        NoFigureError: the correlations contradict each other.
    """
    inputs = _inputs(resolution, shift)
    lines, faults = _lines(resolution, inputs)
    missing = _missing(decision.options, resolution, lines, faults)
    computed = {
        option.id: [lines[line.stated.key] for line in resolved if line.stated.key in lines]
        for option, resolved in zip(decision.options, resolution.options, strict=True)
        if option.id not in missing
    }
    plan = plan_events((line for option in computed.values() for line in option), len(inputs.sampled), shift)
    active = masks(len(plan.enumerated))
    figures = {option: _figures(samples, plan) for option, samples in computed.items()}
    gain, cost, npv = (Figures({option: rows[index] for option, rows in figures.items()}, active) for index in range(3))
    return Sample(
        resolution=resolution,
        keys=tuple(inputs.sampled),
        values=inputs.sampled,
        fixed=inputs.fixed,
        events=plan.enumerated,
        active=active,
        scenario_weights=weights_of(plan.enumerated),
        npv=npv,
        gain=gain,
        cost=cost,
        amounts={key: line.amount for key, line in lines.items()},
        line_means={key: float(np.mean(line.expected)) for key, line in lines.items()},
        missing=missing,
        notes=_notes(resolution, inputs, plan),
    )


def _inputs(resolution: Resolution, shift: int) -> _Inputs:
    world = resolution.world
    lines = [line for option in resolution.options for line in option if not any(each.fatal for each in option)]
    means, faults = _means(world, {key for line in lines for key in variables_in(line)})
    order = ranked(swings(lines, world, means))
    with np.errstate(all="ignore"):
        values = sampled(world, order[:MOST_INPUTS], shift)
    fixed = {key: means[key] for key in order[MOST_INPUTS:]}
    return _Inputs(sampled=values, fixed=fixed, known=means, faults=faults)


def _means(world: World, keys: Iterable[str]) -> tuple[dict[str, float], dict[str, str]]:
    means: dict[str, float] = {}
    faults: dict[str, str] = {}
    for key in sorted(keys):
        try:
            means[key] = world.variables[key].distribution.mean
        except NoFigureError as reason:
            faults[key] = str(reason)
        except OverflowError:
            faults[key] = TOO_LARGE
    return means, faults


def _lines(resolution: Resolution, inputs: _Inputs) -> tuple[dict[str, LineSample], dict[str, str]]:
    """Every line that can be evaluated, and why the others cannot, by key."""
    evaluator = Evaluator(resolution.world, {**inputs.known, **inputs.sampled})
    events = lines_with_events(resolution)
    lines: dict[str, LineSample] = {}
    faults: dict[str, str] = {}
    for line in (line for option in resolution.options if not any(each.fatal for each in option) for line in option):
        if line.flows:
            try:
                lines[line.stated.key] = _line(line, evaluator, inputs.faults, events.get(line.stated.key))
            except NoFigureError as reason:
                faults[line.stated.key] = str(reason)
    return lines, faults


def _line(line: ResolvedLine, evaluator: Evaluator, faults: Mapping[str, str], event: str | None) -> LineSample:
    fault = next((faults[key] for key in variables_in(line) if key in faults), None)
    if fault:
        raise NoFigureError(fault)
    with np.errstate(all="ignore"):
        parts = [evaluator.of(flow.formula.node) * flow.factor for flow in line.flows if flow.factor]
        amount = sum(parts[1:], start=parts[0]) if parts else 0.0
        if not float(np.max(np.abs(amount))) <= _LARGEST:
            raise NoFigureError(TOO_LARGE)
        p = probability(evaluator.of(line.p)) if line.p else 1.0
    if event is None or np.min(p) == 1.0 or np.max(p) == 0.0:
        return LineSample(line=line, amount=amount * p, event=None)
    happens = Event(key=event, kind="gain" if line.stated.side == "gain" else "risk", p=p)
    return LineSample(line=line, amount=amount, event=happens)


def _missing(
    options: Sequence[Option],
    resolution: Resolution,
    lines: Mapping[str, LineSample],
    faults: Mapping[str, str],
) -> dict[str, str]:
    """Why an option has no NPV, by its id."""
    compared = cost_comparison(line.stated for option in resolution.options for line in option)
    missing: dict[str, str] = {}
    for option, resolved in zip(options, resolution.options, strict=True):
        values = [_placeholder(line, lines, faults) for line in resolved]
        reason = resolution.terms.fault or _why_none(option, values, resolution.world, compared=compared)
        if reason:
            missing[option.id] = reason
    return missing


def _placeholder(line: ResolvedLine, lines: Mapping[str, LineSample], faults: Mapping[str, str]) -> PresentValue:
    """Stands for the line where only its presence counts."""
    key = line.stated.key
    if key in faults:
        return PresentValue(line=ResolvedLine(stated=line.stated, fatal=True), reason=faults[key])
    if key in lines:
        return PresentValue(line=line, mean=0.0, amount={})
    return PresentValue(line=line, reason=line.reason, mean=0.0 if line.stated.priced_in else None)


def _why_none(option: Option, values: list[PresentValue], world: World, *, compared: bool) -> str | None:
    idle = kind_of(option) == "do-nothing"
    gains = [value for value in values if value.line.stated.side == "gain"]
    costs = [value for value in values if value.line.stated.side != "gain"]
    gain = side_total(gains, "gain", world, zero=idle or (compared and bool(costs)))
    cost = side_total(costs, "cost", world, zero=idle)
    if (gain.reason, cost.reason) == (NOT_GIVEN["gain"], NOT_GIVEN["cost"]):
        return NOTHING_GIVEN
    return difference(gain, cost).reason


def _figures(lines: Iterable[LineSample], plan: EventPlan) -> tuple[Rows, Rows, Rows]:
    """The gain, cost and NPV of an option in the scenarios of the events that bear on each."""
    places = {event.key: index for index, event in enumerate(plan.enumerated)}
    gain, cost, npv = _Sum(), _Sum(), _Sum()
    for line in lines:
        event = places.get(line.event.key) if line.event else None
        factor = plan.happening.get(line.event.key, 1.0) if line.event else 1.0
        amount = line.amount if isinstance(factor, float) and factor == 1.0 else line.amount * factor
        is_gain = line.line.stated.side == "gain"
        (gain if is_gain else cost).add(amount, event)
        npv.add(amount if is_gain else -amount, event)
    return gain.rows(), cost.rows(), npv.rows()


class _Sum:
    """Amounts that are certain, and amounts that hang on an event, added up."""

    def __init__(self) -> None:
        self._parts: dict[int | None, float | Vector] = {None: 0.0}

    def add(self, amount: float | Vector, event: int | None) -> None:
        self._parts[event] = self._parts[event] + amount if event in self._parts else amount

    def rows(self) -> Rows:
        events = sorted(event for event in self._parts if event is not None)
        values = np.empty((2 ** len(events), lattice.POINTS))
        values[0] = self._parts[None]
        for bit, event in enumerate(events):
            half = 2**bit
            np.add(values[:half], self._parts[event], out=values[half : 2 * half])
        return Rows(events=tuple(events), values=values)


def _notes(resolution: Resolution, inputs: _Inputs, plan: EventPlan) -> tuple[str, ...]:
    """What was reduced or has no effect; most decisions need no note, and no names for it."""
    world = resolution.world
    if not (inputs.fixed or world.correlations or plan.drawn or plan.expected):
        return ()
    names, notes = input_names(resolution), []
    if inputs.fixed:
        named = ", ".join(f"`{names[key]}`" for key in inputs.fixed)
        notes.append(f"more than {MOST_INPUTS} uncertain inputs: {named} move least and stand at their means")
    for pair in sorted(world.correlations, key=sorted):
        one, other = sorted(pair)
        idle = next((key for key in (one, other) if not _varies(world, key)), None)
        if idle is not None:
            both = f"`{names[one]}` and `{names[other]}`"
            notes.append(f"the correlation of {both} has no effect: `{names[idle]}` is not one uncertain number")
    return (*notes, *notes_on(plan, names))


def _varies(world: World, key: str) -> bool:
    return key in world.variables and not isinstance(world.variables[key].distribution, Certain)
