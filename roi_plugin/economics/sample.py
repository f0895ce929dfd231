"""A decision on common points: the sampled inputs, the scenarios of its events, and every option's figures on both."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from roi_plugin.economics.lattice import POINTS
from roi_plugin.economics.resolution import Resolution

if TYPE_CHECKING:
    from roi_plugin.economics.line_samples import LineSample

Vector = NDArray[np.float64]
"""One number for each point, or for each scenario and point."""


class Event(Struct, frozen=True, kw_only=True, eq=False):
    """Something that happens or not: a gain that comes true or a risk that strikes.

    `p` is its probability, one number or one at each point. `key` is that of its line (`option/line`).
    """

    key: str
    kind: Literal["gain", "risk"]
    p: float | Vector


class Rows(Struct, frozen=True, kw_only=True, eq=False):
    """A figure in the scenarios of its own events only: row r has event `events[i]` where bit i of r is set.

    `events` are positions in `Sample.events`; `values` has the shape (2 ** len(events), points).
    """

    events: tuple[int, ...]
    values: Vector

    def in_all(self, active: NDArray[np.bool_]) -> Vector:
        """The figure in all scenarios, shape (scenarios, points)."""
        return self.values[self.places(active)]

    def places(self, active: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The row that stands for each of all scenarios."""
        places = np.zeros(len(active), dtype=np.intp)
        for bit, event in enumerate(self.events):
            places += active[:, event].astype(np.intp) << bit
        return places


class Figures(Mapping[str, Vector]):
    """A figure of each option by its id, shape (scenarios, points), spread out over all scenarios when it is asked."""

    def __init__(self, rows: Mapping[str, Rows], active: NDArray[np.bool_]) -> None:
        self.rows = rows
        self._active = active

    def __getitem__(self, option: str) -> Vector:
        """The option's figure in every scenario at every point."""
        return self.rows[option].in_all(self._active)

    def __iter__(self) -> Iterator[str]:
        """The options that have this figure, in the order of the record."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many options have this figure."""
        return len(self.rows)


class Sample(Struct, frozen=True, kw_only=True, eq=False):
    """A decision evaluated on the points of the lattice and in every scenario of its events.

    `shift` is that of its points. `keys` are the sampled inputs, the most important first; `values` holds them by key,
    one number a point. `fixed` holds the inputs that stand at their mean because the lattice is full.
    `scenario_weights` sum to 1 over the scenarios: shape (scenarios,), or (scenarios, points) where a probability is
    uncertain. `active[s, e]` says whether event e happens in scenario s. `npv`, `gain` and `cost` are by option id;
    options that cannot be computed are not among them, and `missing` says why. `amounts` holds what each line that
    could be evaluated is worth if it happens, `line_means` the mean of that with its probability counted, and `parts`
    what of it hangs on which events, all by the line's key; `faults` says why other lines could not be evaluated.

    The mean of a figure x is `(scenario_weights * x).sum(0).mean()`, with the weights as a column where they have one
    dimension.
    """

    resolution: Resolution
    shift: int = 0
    keys: tuple[str, ...]
    values: Mapping[str, Vector]
    fixed: Mapping[str, float] = field(default_factory=dict)
    events: tuple[Event, ...]
    active: NDArray[np.bool_]
    scenario_weights: Vector
    npv: Figures
    gain: Figures
    cost: Figures
    amounts: Mapping[str, float | Vector] = field(default_factory=dict)
    line_means: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, tuple["LineSample", ...]] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """How many points there are."""
        return int(next(iter(self.npv.rows.values())).values.shape[1]) if self.npv else POINTS

    def money_moved(self, option: str) -> float:
        """The largest gain or cost of an option in any case: what rounding of its net value is measured by."""
        return max(float(np.abs(side.rows[option].values).max()) for side in (self.gain, self.cost))


def weights_of(events: Sequence[Event]) -> Vector:
    """The probability of each scenario of these events: row r has event i where bit i of r is set.

    Shape (scenarios,), or (scenarios, points) where a probability differs from point to point.
    """
    points = next((event.p.shape for event in events if isinstance(event.p, np.ndarray)), ())
    weights = np.ones((1, *points))
    for event in events:
        weights = np.concatenate((weights * (1.0 - event.p), weights * event.p))
    return weights


def masks(events: int) -> NDArray[np.bool_]:
    """Which events happen in which scenario, shape (2 ** events, events): bit i of the row's number is event i."""
    return (np.arange(2**events)[:, None] >> np.arange(events)[None, :] & 1).astype(np.bool_)
