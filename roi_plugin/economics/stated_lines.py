"""The gains, costs and risks of every option in one form, as they are stated."""

from collections.abc import Iterator
from typing import Literal

import msgspec
from msgspec import Struct

from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.option import Cost, Gain, Option, Risk
from roi_plugin.model.quantity import Expression, Name, Node, Operation

Side = Literal["gain", "cost", "risk"]

StatedEstimate = tuple[FieldPath, Estimate]
"""An estimate with its place in the record."""


class StatedLine(Struct, frozen=True, kw_only=True):
    """One gain, cost or risk. `key` is unique in the decision (`option/line`); `field` is its place in the record.

    `amounts` holds its quantities by field: `value`; `time` and `money`; `impact`. The short forms `gain:` and `cost:`
    of an option are lines of these ids. Months are None where nothing is said.
    """

    key: str
    option: str
    id: str
    side: Side
    field: FieldPath
    amounts: tuple[tuple[str, Estimate], ...] = ()
    per: str | None = None
    start: float | None = None
    end: float | None = None
    ramp: float = 0.0
    when: float | None = None
    p: Estimate | None = None
    same_as: str | None = None
    priced_in: str | None = None
    delay: Estimate | None = None
    inputs: dict[str, Estimate] = msgspec.field(default_factory=dict)

    @property
    def is_delay(self) -> bool:
        """Whether it is a risk whose price is what the gains of its option lose by coming later."""
        return self.delay is not None and not (self.amounts or self.same_as or self.priced_in)

    @property
    def same_as_field(self) -> FieldPath:
        """Where the line says whose amount it shares."""
        return (*self.field, "impact_same_as" if self.side == "risk" else "same_as")

    def place_of(self, amount: str) -> FieldPath:
        """Where one of its amounts stands in the record."""
        return self.field if self.field[-1] in {"gain", "cost"} else (*self.field, amount)

    @property
    def estimates(self) -> Iterator[StatedEstimate]:
        """All its estimates with their places: amounts, delay, probability, inputs."""
        for amount, estimate in self.amounts:
            yield self.place_of(amount), estimate
        if self.delay:
            yield (*self.field, "delay"), self.delay
        if self.p:
            yield (*self.field, "p"), self.p
        for name, estimate in self.inputs.items():
            yield (*self.field, "inputs", name), estimate

    @property
    def text(self) -> str:
        """The amount as written."""
        if self.same_as:
            return f"same as {self.same_as}"
        if self.is_delay and self.delay:
            return f"{self.delay.text} later"
        return " + ".join(estimate.text for _, estimate in self.amounts) + (f" per {self.per}" if self.per else "")


def stated_lines(decision: Decision) -> tuple[tuple[StatedLine, ...], ...]:
    """The lines of each option, in the order of the record: gains, costs, risks."""
    taken: set[str] = set()
    return tuple(_option(option, ("options", index), taken) for index, option in enumerate(decision.options))


def names_in(estimate: Estimate) -> Iterator[Name]:
    """The names that an estimate computes with, from left to right."""
    waiting: list[Node] = [estimate.quantity.root] if isinstance(estimate.quantity, Expression) else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name):
            yield node
        elif isinstance(node, Operation):
            waiting += (node.right, node.left)


def _option(option: Option, place: FieldPath, taken: set[str]) -> tuple[StatedLine, ...]:
    lines: list[StatedLine] = []
    if option.gain:
        lines.append(_gain(option, Gain(id="gain", value=option.gain), (*place, "gain"), taken))
    lines += [_gain(option, gain, (*place, "gains", index), taken) for index, gain in enumerate(option.gains)]
    if option.cost:
        lines.append(_cost(option, Cost(id="cost", money=option.cost), (*place, "cost"), taken))
    lines += [_cost(option, cost, (*place, "costs", index), taken) for index, cost in enumerate(option.costs)]
    lines += [_risk(option, risk, (*place, "risks", index), taken) for index, risk in enumerate(option.risks)]
    return tuple(lines)


def _gain(option: Option, gain: Gain, place: FieldPath, taken: set[str]) -> StatedLine:
    return StatedLine(
        key=_key(option, gain.id, taken),
        option=option.id,
        id=gain.id,
        side="gain",
        field=place,
        amounts=_given(("value", gain.value)),
        per=gain.per,
        start=gain.from_ or None,
        end=gain.to,
        ramp=gain.ramp,
        p=gain.p,
        same_as=gain.same_as,
        inputs=gain.inputs,
    )


def _cost(option: Option, cost: Cost, place: FieldPath, taken: set[str]) -> StatedLine:
    return StatedLine(
        key=_key(option, cost.id, taken),
        option=option.id,
        id=cost.id,
        side="cost",
        field=place,
        amounts=_given(("time", cost.time), ("money", cost.money)),
        per=cost.per,
        start=cost.from_,
        end=cost.to,
        ramp=cost.ramp,
        when=cost.when,
        same_as=cost.same_as,
        inputs=cost.inputs,
    )


def _risk(option: Option, risk: Risk, place: FieldPath, taken: set[str]) -> StatedLine:
    # What a delay costs is worked out as money of today.
    is_priced = risk.impact is not None or risk.impact_same_as is not None
    return StatedLine(
        key=_key(option, risk.id, taken),
        option=option.id,
        id=risk.id,
        side="risk",
        field=place,
        amounts=_given(("impact", risk.impact)),
        when=(risk.when or None) if is_priced else None,
        p=risk.p,
        same_as=risk.impact_same_as,
        priced_in=risk.priced_in,
        delay=risk.delay,
        inputs=risk.inputs,
    )


def _given(*amounts: tuple[str, Estimate | None]) -> tuple[tuple[str, Estimate], ...]:
    return tuple((name, estimate) for name, estimate in amounts if estimate is not None)


def _key(option: Option, line: str, taken: set[str]) -> str:
    """`option/line`; where two lines or options share an id, the later one gets a number behind it."""
    key = f"{option.id}/{line}"
    if key in taken:
        key = f"{key}~{len(taken)}"
    taken.add(key)
    return key
