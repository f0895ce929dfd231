"""Whether exact and sampled means agree: two ways to the same figure that share little code.

The points are good for a mean to a thousandth of gain and cost. Only where the two means lie farther apart than that,
eight sets of shifted points are evaluated and decide.
"""

import math
from collections.abc import Sequence

from roi_plugin.economics.closed_figures import ClosedOption
from roi_plugin.economics.draw import draw
from roi_plugin.economics.lattice import REPLICATES
from roi_plugin.economics.replicates import deviation, weighted_part_means
from roi_plugin.economics.sample import Rows, Sample
from roi_plugin.economics.sampled_figures import weights_in
from roi_plugin.economics.wording import number
from roi_plugin.model.decision import Decision

_SUSPICIOUS = 0.001
_FAR = 4.0


def parted_means(decision: Decision, sample: Sample, closed: Sequence[ClosedOption]) -> tuple[str, ...]:
    """For each NPV whose exact and sampled mean part by more than four standard errors, a phrase that says so."""
    suspects = [(option.id, exact) for option in closed if (exact := _suspicious(option, sample)) is not None]
    if not suspects:
        return ()
    shifted = [draw(decision, sample.resolution, shift) for shift in range(1, REPLICATES + 1)]
    return tuple(note for option, exact in suspects if (note := _parted(option, exact, sample, shifted)))


def sampled_mean(rows: Rows, sample: Sample) -> float:
    """The mean over all cases."""
    return math.fsum(weighted_part_means(rows.values, weights_in(rows, sample)).tolist()) / REPLICATES


def _suspicious(option: ClosedOption, sample: Sample) -> float | None:
    """The exact NPV, where the sampled one is not near it."""
    rows = sample.npv.rows.get(option.id)
    if rows is None or option.npv.mean is None or option.partly_sampled:
        return None
    size = abs(option.gain.mean or 0.0) + abs(option.cost.mean or 0.0)
    return option.npv.mean if abs(option.npv.mean - sampled_mean(rows, sample)) > _SUSPICIOUS * size else None


def _parted(option: str, exact: float, sample: Sample, shifted: Sequence[Sample]) -> str | None:
    mean = sampled_mean(sample.npv.rows[option], sample)
    means = [sampled_mean(each.npv.rows[option], each) for each in shifted if option in each.npv]
    error = deviation(means) if len(means) > 1 else math.inf
    if abs(mean - exact) <= _FAR * error:
        return None
    return (
        f"the NPV of `{option}` is {number(exact)} by its formula but {number(mean)} on the points, "
        f"more than {_FAR:g} standard errors ({number(error)}) apart: its regret, EVPI and percentiles may be off"
    )
