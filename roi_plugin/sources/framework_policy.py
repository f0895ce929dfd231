"""Reads how the framework's five factors count: their weights, and what their levels stand for."""

from itertools import pairwise

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.policy import Anchor, FrameworkAnchors, FrameworkWeights
from roi_plugin.model.scores import FACTOR_PARTS
from roi_plugin.sources.plain_values import Map


def weights_in(framework: Map) -> FrameworkWeights:
    """The weights that a policy's `framework` gives; a factor without one keeps the default."""
    written: Map = framework.get("weights", {})
    return FrameworkWeights(**{factor: float(written[factor]) for factor in FACTOR_PARTS if factor in written})


def anchors_in(framework: Map, at: FieldPath, problems: list[Problem]) -> FrameworkAnchors:
    """The anchors that a policy's `framework` gives, without those whose levels do not rise."""
    written: Map = framework.get("anchors", {})
    found = {factor: _anchor(written[factor]) for factor in FACTOR_PARTS if factor in written}
    wrong = [factor for factor, anchor in found.items() if not _rises(anchor.levels)]
    problems += [_not_rising(found[factor], (*at, "anchors", factor, "levels")) for factor in wrong]
    return FrameworkAnchors(**{factor: anchor for factor, anchor in found.items() if factor not in wrong})


def _anchor(written: Map) -> Anchor:
    return Anchor(levels=tuple(float(level) for level in written["levels"]), unit=written.get("unit"))


def _rises(levels: tuple[float, ...]) -> bool:
    return all(one < next_ for one, next_ in pairwise(levels))


def _not_rising(anchor: Anchor, field: FieldPath) -> Problem:
    levels = ", ".join(f"{level:g}" for level in anchor.levels)
    return Problem(
        field=field,
        name="schema/quantity",
        message=f"the levels {levels} do not rise: expected each to be larger than the one before",
        help="write what level 1 stands for first and what level 5 stands for last",
    )
