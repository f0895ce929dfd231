"""What each option is worth on average at each point, and given that an event happens or not."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct

from roi_plugin.economics.sample import Rows, Sample, Vector, weights_of


class Split(Struct, frozen=True, kw_only=True, eq=False):
    """Every option's mean net value if an event happens (probability `p`) and if it does not; options in order."""

    p: float
    happens: Vector
    fails: Vector

    @property
    def overall(self) -> Vector:
        """Every option's mean net value."""
        return self.p * self.happens + (1.0 - self.p) * self.fails


def point_means(sample: Sample) -> Vector:
    """Every option's mean net value at each point over its scenarios, shape (options, points)."""
    return np.stack([_mean(rows, sample) for rows in sample.npv.rows.values()])


def sampled_split(sample: Sample, event: int) -> Split:
    """The options' means on both sides of the event at this position in `Sample.events`; 0 < p < 1."""
    p = np.broadcast_to(np.asarray(sample.events[event].p, dtype=np.float64), (sample.points,))
    happens, fails = (
        np.stack([_mean(rows, sample, {event: side}) for rows in sample.npv.rows.values()]) for side in (1, 0)
    )
    share = float(p.mean())
    return Split(
        p=share,
        happens=(happens * p).mean(axis=1) / share,
        fails=(fails * (1.0 - p)).mean(axis=1) / (1.0 - share),
    )


def _mean(rows: Rows, sample: Sample, given: Mapping[int, int] | None = None) -> Vector:
    """The mean over the scenarios of the rows' own events, some of them `given`."""
    known = {event: side for event, side in (given or {}).items() if event in rows.events}
    free = [event for event in rows.events if event not in known]
    weights = weights_of([sample.events[event] for event in free])
    values = rows.values[_rows_with(rows.events, known)]
    return np.asarray((values * weights.reshape(len(weights), -1)).sum(axis=0), dtype=np.float64)


def _rows_with(events: Sequence[int], given: Mapping[int, int]) -> list[int]:
    """The rows in which these events are as given, in the order of the scenarios of the others."""
    places = [(events.index(event), side) for event, side in given.items()]
    return [row for row in range(2 ** len(events)) if all(row >> bit & 1 == side for bit, side in places)]
