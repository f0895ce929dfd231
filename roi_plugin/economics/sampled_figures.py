"""The figures of one option with their percentiles on the points, and what hangs on a single event."""

import functools
import math

import numpy as np

from roi_plugin.economics.closed_figures import ClosedOption
from roi_plugin.economics.events import event_key
from roi_plugin.economics.expectation import TOO_LARGE
from roi_plugin.economics.figures import LEVELS, Figure, Gate, Share
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.normal_scores import Vector
from roi_plugin.economics.quantiles import weighted_quantiles
from roi_plugin.economics.replicates import standard_error, weighted_part_means
from roi_plugin.economics.sample import Rows, Sample, masks, weights_of
from roi_plugin.economics.side_totals import Amount

_NEAR = 0.01
_ZERO = 1e-12
_THINNED = 16


def weights_in(rows: Rows, sample: Sample) -> Vector:
    """The probability of each row."""
    return weights_of([sample.events[event] for event in rows.events])


def closed_figure(amount: Amount, reason: str) -> Figure:
    """A figure with what has a closed form; `reason` says why there is nothing else."""
    known = (amount.mean, amount.low, amount.median, amount.high)
    why = (amount.reason or reason) if None in known else None
    return Figure(mean=amount.mean, p5=amount.low, p50=amount.median, p95=amount.high, reason=why)


def money_figure(amount: Amount, rows: Rows, sample: Sample) -> Figure:
    """A figure in money: closed where it can be, else on the points."""
    if amount.mean is None:
        return Figure(reason=amount.reason)
    weights = weights_in(rows, sample)
    error = standard_error(weighted_part_means(rows.values, weights))
    return _figure(amount, rows.values, weights, error)


def roi_figure(closed: ClosedOption, ratio: Rows | None, sample: Sample) -> Figure:
    """The ratio of means less 1, with the percentiles of the ratio in each case."""
    if ratio is None or closed.roi.mean is None:
        return Figure(reason=closed.roi.reason)
    return _figure(closed.roi, ratio.values, weights_in(ratio, sample), None)


def ratio_rows(closed: ClosedOption, sample: Sample) -> Rows | None:
    """Gain over cost less 1 in every case of the option's own events; None where it has no ROI."""
    if closed.roi.mean is None:
        return None
    gain, cost = sample.gain.rows[closed.id], sample.cost.rows[closed.id]
    events = tuple(sorted({*gain.events, *cost.events}))
    active = np.zeros((2 ** len(events), len(sample.events)), dtype=np.bool_)
    active[:, list(events)] = masks(len(events))
    with np.errstate(all="ignore"):
        return Rows(events=events, values=gain.in_all(active) / cost.in_all(active) - 1.0)


def loss_of(closed: ClosedOption, sample: Sample) -> Share:
    """The probability that NPV is below 0."""
    if closed.exchange:
        return Share(value=closed.exchange.loss, error=0.0)
    rows = sample.npv.rows[closed.id]
    nothing = _ZERO * sample.money_moved(closed.id)
    parts = weighted_part_means((rows.values < -nothing).astype(np.float64), weights_in(rows, sample))
    return share_of(parts)


def share_of(parts: Vector) -> Share:
    """A mean from its eight parts."""
    return Share(value=math.fsum(parts.tolist()) / len(parts), error=standard_error(parts))


def gates_of(sample: Sample, npv: Rows, ratio: Rows | None) -> tuple[Gate, ...]:
    """The events that part the NPV in two where their cumulative probability is near a printed percentile.

    Near is one point of probability; two parts are apart where one's 95th percentile is below the other's 5th, which a
    sixteenth of the points shows well enough.
    """
    thin = Rows(events=npv.events, values=npv.values[:, ::_THINNED])
    near = [event for event in npv.events if _at_percentile(event, sample) and _parts(event, sample, thin)]
    return tuple(_gate(event, sample, npv, ratio) for event in near)


def _at_percentile(index: int, sample: Sample) -> bool:
    event = sample.events[index]
    p = float(np.mean(event.p))
    lower = 1.0 - p if event.kind == "gain" else p
    return any(abs(lower - level) <= _NEAR * (1.0 + _ZERO) for level in LEVELS)


def _parts(index: int, sample: Sample, rows: Rows) -> bool:
    weights = weights_in(rows, sample)
    weights = weights if weights.ndim == 1 else weights[:, ::_THINNED]
    one, other = (_given(index, rows, weights, happens=happens) for happens in (True, False))
    return one[0] > other[2] or other[0] > one[2]


def _gate(index: int, sample: Sample, npv: Rows, ratio: Rows | None) -> Gate:
    event = sample.events[index]
    within = functools.partial(_within, index, sample)
    return Gate(
        event=input_names(sample.resolution)[event_key(event.key)],
        kind=event.kind,
        p=float(np.mean(event.p)),
        happens=within(npv, happens=True) or (),
        fails=within(npv, happens=False) or (),
        roi_happens=within(ratio, happens=True),
        roi_fails=within(ratio, happens=False),
    )


def _within(index: int, sample: Sample, rows: Rows | None, *, happens: bool) -> tuple[float, ...] | None:
    if rows is None or index not in rows.events:
        return None
    return _given(index, rows, weights_in(rows, sample), happens=happens)


def _given(index: int, rows: Rows, weights: Vector, *, happens: bool) -> tuple[float, ...]:
    """The percentiles in the cases in which the event happens or does not."""
    chosen = masks(len(rows.events))[:, rows.events.index(index)] == happens
    return weighted_quantiles(rows.values[chosen], weights[chosen], LEVELS)


def _figure(amount: Amount, values: Vector, weights: Vector, error: float | None) -> Figure:
    low, median, high = amount.low, amount.median, amount.high
    if (low is None or median is None or high is None) and math.isfinite(float(np.sum(values))):
        sampled = weighted_quantiles(values, weights, LEVELS)
        low, median, high = (
            sampled[place] if exact is None else exact for place, exact in enumerate((low, median, high))
        )
    reason = TOO_LARGE if low is None or median is None or high is None else None
    return Figure(mean=amount.mean, p5=low, p50=median, p95=high, error=error, reason=reason)
