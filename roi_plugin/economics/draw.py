"""Evaluate a decision on the points of the lattice: inputs, lines, events, and every option's gain, cost and NPV."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct

from roi_plugin.economics import lattice
from roi_plugin.economics.evaluate import Evaluator
from roi_plugin.economics.events import lines_with_events
from roi_plugin.economics.expectation import TOO_LARGE, World
from roi_plugin.economics.importance import ranked, swings, variables_in
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.line_samples import LineSample, line_samples, mean_of
from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.present_values import PresentValue
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.sample import Figures, Rows, Sample, masks, weights_of
from roi_plugin.economics.sampling import sampled
from roi_plugin.economics.scenarios import EventPlan, notes_on, plan_events
from roi_plugin.economics.side_totals import both_sides, cost_comparison, difference
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option

MOST_INPUTS = 20
"""How many uncertain inputs are sampled; the least important others stand at their means."""


class _Inputs(Struct, frozen=True, kw_only=True, eq=False):
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
    missing = _missing(decision.options, resolution, faults)
    computed = {
        option.id: [sample for line in resolved for sample in lines.get(line.stated.key, ())]
        for option, resolved in zip(decision.options, resolution.options, strict=True)
        if option.id not in missing
    }
    plan = plan_events((line for option in computed.values() for line in option), len(inputs.sampled), shift)
    active = masks(len(plan.enumerated))
    figures = {option: _figures(samples, plan) for option, samples in computed.items()}
    gain, cost, npv = (Figures({option: rows[index] for option, rows in figures.items()}, active) for index in range(3))
    return Sample(
        resolution=resolution,
        shift=shift,
        keys=tuple(inputs.sampled),
        values=inputs.sampled,
        fixed=inputs.fixed,
        events=plan.enumerated,
        active=active,
        scenario_weights=weights_of(plan.enumerated),
        npv=npv,
        gain=gain,
        cost=cost,
        amounts={key: sum(part.amount for part in parts) for key, parts in lines.items()},
        line_means={key: mean_of(parts) for key, parts in lines.items()},
        parts=lines,
        missing=missing,
        faults=faults,
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


def _lines(resolution: Resolution, inputs: _Inputs) -> tuple[dict[str, tuple[LineSample, ...]], dict[str, str]]:
    """Every line that can be evaluated, and why the others cannot, by key."""
    evaluator = Evaluator(resolution.world, {**inputs.known, **inputs.sampled})
    events = lines_with_events(resolution)
    lines: dict[str, tuple[LineSample, ...]] = {}
    faults: dict[str, str] = {}
    for line in (line for option in resolution.options if not any(each.fatal for each in option) for line in option):
        if line.flows:
            try:
                _refuse_faulty(line, inputs.faults)
                with np.errstate(all="ignore"):
                    lines[line.stated.key] = line_samples(line, evaluator, events)
            except NoFigureError as reason:
                faults[line.stated.key] = str(reason)
    return lines, faults


def _refuse_faulty(line: ResolvedLine, faults: Mapping[str, str]) -> None:
    fault = next((faults[key] for key in variables_in(line) if key in faults), None)
    if fault:
        raise NoFigureError(fault)


def _missing(options: Sequence[Option], resolution: Resolution, faults: Mapping[str, str]) -> dict[str, str]:
    """Why an option has no NPV, by its id."""
    compared = cost_comparison(line.stated for option in resolution.options for line in option)
    missing: dict[str, str] = {}
    for option, resolved in zip(options, resolution.options, strict=True):
        values = [_placeholder(line, faults) for line in resolved]
        reason = resolution.terms.fault or _why_none(option, values, resolution.world, compared=compared)
        if reason:
            missing[option.id] = reason
    return missing


def _placeholder(line: ResolvedLine, faults: Mapping[str, str]) -> PresentValue:
    """Stands for the line where only its presence counts; beside a fatal line it was not evaluated."""
    key = line.stated.key
    if key in faults:
        return PresentValue(line=ResolvedLine(stated=line.stated, fatal=True), reason=faults[key])
    if line.flows:
        return PresentValue(line=line, mean=0.0, amount={})
    return PresentValue(line=line, reason=line.reason, mean=0.0 if line.stated.priced_in else None)


def _why_none(option: Option, values: list[PresentValue], world: World, *, compared: bool) -> str | None:
    return difference(*both_sides(values, world, idle=kind_of(option) == "do-nothing", compared=compared)).reason


def _figures(lines: Iterable[LineSample], plan: EventPlan) -> tuple[Rows, Rows, Rows]:
    """The gain, cost and NPV of an option in the scenarios of the events that bear on each."""
    places = {event.key: index for index, event in enumerate(plan.enumerated)}
    gain, cost, npv = _Sum(), _Sum(), _Sum()
    for line in lines:
        amount = line.amount
        for event in line.events:
            if event.key in plan.happening:
                amount = amount * plan.happening[event.key]
        together = tuple(sorted(places[event.key] for event in line.events if event.key in places))
        is_gain = line.line.stated.side == "gain"
        (gain if is_gain else cost).add(amount, together)
        npv.add(amount if is_gain else -amount, together)
    return gain.rows(), cost.rows(), npv.rows()


class _Sum:
    """Amounts that are certain, and amounts that hang on one event or on several together, added up."""

    def __init__(self) -> None:
        self._parts: dict[tuple[int, ...], float | Vector] = {(): 0.0}

    def add(self, amount: float | Vector, together: tuple[int, ...]) -> None:
        self._parts[together] = self._parts[together] + amount if together in self._parts else amount

    def rows(self) -> Rows:
        events = sorted({event for together in self._parts for event in together})
        values = np.empty((2 ** len(events), lattice.POINTS))
        values[0] = self._parts[()]
        for bit, event in enumerate(events):
            half = 2**bit
            np.add(values[:half], self._parts.get((event,), 0.0), out=values[half : 2 * half])
        for together, amount in self._parts.items():
            if len(together) > 1:
                happening = masks(len(events))[:, [events.index(event) for event in together]]
                values[happening.all(axis=1)] += amount
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
            both = f"the correlation of `{names[one]}` and `{names[other]}` has no effect"
            notes.append(f"{both}: `{names[idle]}` is not one uncertain number")
    return (*notes, *notes_on(plan, names))


def _varies(world: World, key: str) -> bool:
    return key in world.variables and not isinstance(world.variables[key].distribution, Certain)
