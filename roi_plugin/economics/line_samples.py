"""The lines of a decision at every point, and the events on which each hangs."""

import math
from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from msgspec import Struct

from roi_plugin.economics.evaluate import Evaluator
from roi_plugin.economics.expectation import LARGEST, TOO_LARGE
from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.economics.sample import Event
from roi_plugin.model.quantity import Node


class LineSample(Struct, frozen=True, kw_only=True, eq=False):
    """A line, or a part of one, at every point: its present value if all the events happen on which it hangs."""

    line: ResolvedLine
    amount: float | Vector
    events: tuple[Event, ...] = ()

    @property
    def expected(self) -> float | Vector:
        """The amount times its probability."""
        return self.amount * math.prod(event.p for event in self.events)


def line_samples(line: ResolvedLine, evaluator: Evaluator, events: Mapping[str, str]) -> tuple[LineSample, ...]:
    """The line with its event; a delay in a part for each gain that it takes from. `events` holds them by line.

    Raises:
        NoFigureError: it divides by what may be zero, its probability lies outside 0 to 1, or it is too large.
    """
    own = _Chance(line=line.stated.key, kind="gain" if line.stated.side == "gain" else "risk", p=line.p)
    if not line.losses:
        parts = [evaluator.of(flow.formula.node) * flow.factor for flow in line.flows if flow.factor]
        amount = sum(parts[1:], start=parts[0]) if parts else 0.0
        return (_sample(line, amount, [own], evaluator, events),)
    return tuple(
        _sample(
            line,
            evaluator.of(loss.node) * line.flows[0].factor,
            [own, _Chance(line=loss.gain, kind="gain", p=loss.p)],
            evaluator,
            events,
        )
        for loss in line.losses
    )


def mean_of(parts: Sequence[LineSample]) -> float:
    """The mean of a line over all points, its probability counted."""
    return math.fsum(float(np.mean(part.expected)) for part in parts)


def probability(p: float | Vector) -> float | Vector:
    """A probability at every point: what leaves 0..1 at the edge of its range is put back there.

    Raises:
        NoFigureError: its mean lies outside.
    """
    mean = float(np.mean(p))
    if not 0.0 <= mean <= 1.0:
        raise NoFigureError(f"its probability is {mean:.3g}, expected 0 to 1")
    return np.clip(p, 0.0, 1.0) if isinstance(p, np.ndarray) else p


class _Chance(Struct, frozen=True, kw_only=True):
    """Whether the line of this key comes true; without a probability it is certain to."""

    line: str
    kind: Literal["gain", "risk"]
    p: Node | None


def _sample(
    line: ResolvedLine, amount: float | Vector, chances: list[_Chance], evaluator: Evaluator, events: Mapping[str, str]
) -> LineSample:
    if not float(np.max(np.abs(amount))) <= LARGEST:
        raise NoFigureError(TOO_LARGE)
    hanging = []
    for chance in chances:
        p = probability(evaluator.of(chance.p)) if chance.p else 1.0
        if np.min(p) == 1.0 or np.max(p) == 0.0:
            amount = amount * p
        else:
            hanging.append(Event(key=events[chance.line], kind=chance.kind, p=p))
    return LineSample(line=line, amount=amount, events=tuple(hanging))
