"""What a decision's chosen option adds to a sum over decisions: its NPV and cost as a few numbers, bin by bin.

The bins are those of the input that it shares with other decisions, the policy's price of a person-week: eight equally
likely parts of its range. Within a bin two decisions are independent but for a straight line along the shared input,
whose slope is kept apart from the atoms. A decision that does not use the shared input has one bin.
"""

import hashlib
import math
from array import array
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from msgspec import Struct

from roi_plugin.economics.atoms import Atoms, atoms_of, rounded
from roi_plugin.economics.distributions import Distribution
from roi_plugin.economics.importance import variables_in
from roi_plugin.economics.names import PERSON_WEEK
from roi_plugin.economics.normal_scores import Vector, normal_scores
from roi_plugin.economics.sample import Rows, Sample
from roi_plugin.economics.sampled_figures import weights_in
from roi_plugin.economics.sampling import at_scores
from roi_plugin.economics.summing import Spikes

BINS = 8
"""Into how many equally likely parts the range of a shared input is cut."""

ATOMS = 256
"""How many atoms a figure has at most, in all bins together."""

_STEPS = 16
_FINE = 16
_MOST_VALUES = 131_072


class Shared(Struct, frozen=True, kw_only=True):
    """An input that is the same number in several decisions: its key, who states it, and its text there.

    `steps` says, for each bin from the lowest, how far its equally likely values lie from the bin's mean.
    """

    key: str
    source: str
    text: str
    steps: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Summand:
    """One figure of an option, ready to be added up.

    In bin b it is one of the atoms of `bins[b]` plus `slope` times how far the shared input lies from the bin's mean.
    """

    bins: tuple[Atoms, ...]
    slope: float = 0.0

    # A decision is a part of several sums: in all of them it is the same.
    @cached_property
    def mean(self) -> float:
        """The mean over all bins, which are equally likely: the sampled one."""
        return math.fsum(atoms.mean for atoms in self.bins) / len(self.bins)

    @cached_property
    def digest(self) -> bytes:
        """Another one for every other summand."""
        found = hashlib.sha256(repr((self.slope, [len(each.values) for each in self.bins])).encode())
        for each in self.bins:
            found.update(array("d", each.values).tobytes() + array("d", each.masses).tobytes())
        return found.digest()

    @cached_property
    def centred(self) -> tuple[Spikes, ...]:
        """The atoms of each bin, less the mean."""
        return tuple(
            Spikes(values=np.array(each.values) - self.mean, masses=np.array(each.masses)) for each in self.bins
        )


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """What one option adds to sums of NPV and of cost, in its currency; without `shared` there is one bin."""

    option: str
    currency: str
    npv: Summand
    cost: Summand
    shared: Shared | None = None

    @cached_property
    def digest(self) -> str:
        """Another one for every other contribution, whatever option it is of."""
        found = hashlib.sha256(f"{self.currency!r} {self.shared!r}\n".encode())
        found.update(self.npv.digest + self.cost.digest)
        return found.hexdigest()


def contribution(sample: Sample, option: str) -> Contribution:
    """What the option of this id adds to a sum; KeyError if it has no NPV."""
    shared = _shared(sample, option)
    return Contribution(
        option=option,
        currency=sample.resolution.terms.currency,
        npv=_summand(sample.npv.rows[option], sample, shared),
        cost=_summand(sample.cost.rows[option], sample, shared),
        shared=shared,
    )


def _shared(sample: Sample, option: str) -> Shared | None:
    """The price of a person-week where it is the policy's and moves the option."""
    terms = sample.resolution.terms
    if terms.person_week is None or terms.own_person_week or PERSON_WEEK not in sample.values:
        return None
    lines = [line for lines in sample.resolution.options for line in lines if line.stated.option == option]
    if not any(PERSON_WEEK in variables_in(line) for line in lines):
        return None
    steps = _steps_within_bins(sample.resolution.world.variables[PERSON_WEEK].distribution)
    return Shared(key=PERSON_WEEK, source="policy", text=terms.person_week.text, steps=steps)


def _steps_within_bins(distribution: Distribution) -> tuple[tuple[float, ...], ...]:
    shares = (np.arange(BINS * _STEPS * _FINE) + 0.5) / (BINS * _STEPS * _FINE)
    values = at_scores(distribution, normal_scores(shares))
    steps = values.reshape(BINS, _STEPS, _FINE).mean(axis=2)
    steps = rounded(steps - steps.mean(axis=1, keepdims=True), float(np.abs(values).max()))
    return tuple(map(tuple, steps.tolist()))


def _summand(rows: Rows, sample: Sample, shared: Shared | None) -> Summand:
    values, weights, along = _thinned(rows, sample, shared)
    if along is None:
        return Summand(bins=(atoms_of(values, weights, ATOMS),))
    slope = _slope(along, (values * weights).sum(axis=0))
    bins = []
    for places in np.argsort(along, kind="stable").reshape(BINS, -1):
        off = along[places] - along[places].mean()
        bins.append(atoms_of(values[:, places] - slope * off, weights[:, places], ATOMS // BINS))
    return Summand(bins=tuple(bins), slope=slope)


def _thinned(rows: Rows, sample: Sample, shared: Shared | None) -> tuple[Vector, Vector, Vector | None]:
    """Values and weights by scenario and point, and the shared input; of many scenarios a part of the points will do.

    Every second point, or every fourth and so on, of the lattice is a lattice too.
    """
    every = max(1, rows.values.size // _MOST_VALUES)
    values = rows.values[:, ::every]
    weights = weights_in(rows, sample)
    spread = weights[:, None] if weights.ndim == 1 else weights[:, ::every]
    along = sample.values[shared.key][::every] if shared else None
    return values, np.broadcast_to(spread, values.shape), along


def _slope(along: Vector, means: Vector) -> float:
    """The straight line that comes nearest to the means at all points."""
    with np.errstate(all="ignore"):
        off = along - along.mean()
        size = np.abs(off).max()
        near = off / size
        slope = float(near @ (means - means.mean()) / (near @ near) / size)
    return slope if math.isfinite(slope) else 0.0
