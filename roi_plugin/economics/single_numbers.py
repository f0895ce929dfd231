"""Options that state single numbers only: how far each may be off is not known, so no chance can be told from them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from roi_plugin.economics.reasons import SINGLE_NUMBERS
from roi_plugin.language import noted

if TYPE_CHECKING:
    from roi_plugin.economics.figures import Figure, OptionValue, Share

RANGES_WANTED = noted(
    "What it would be worth to know more cannot be told either: give ranges (`low..high`) to learn it."
)


class Worth(Protocol):
    """What an option is worth."""

    @property
    def gain(self) -> "Figure":
        """Its gain."""

    @property
    def cost(self) -> "Figure":
        """Its cost."""

    @property
    def npv(self) -> "Figure":
        """Its net present value."""

    @property
    def loss(self) -> "Share":
        """The probability that this is below 0."""


def without_range(value: Worth) -> bool:
    """Whether nothing about the option is stated as uncertain: it has single numbers only, or nothing at all."""
    sides = (value.gain, value.cost)
    idle = value.npv.mean is not None and not any(side.mean or side.p5 or side.p95 for side in sides)
    return value.loss.reason == SINGLE_NUMBERS or idle


def numbers_alone(values: Iterable["OptionValue"], *options: str) -> bool:
    """Whether nothing about these options, by their ids, is stated as uncertain."""
    return all(without_range(value) for value in values if value.id in options)
