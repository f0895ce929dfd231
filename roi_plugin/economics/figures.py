"""Figures with their uncertainty as plain values, which wait for no engine."""

from msgspec import Struct

from roi_plugin.language import text

LEVELS = (0.05, 0.5, 0.95)
"""The printed percentiles: a 90 % interval and the median."""


class Figure(Struct, frozen=True, kw_only=True):
    """A mean and the 5th, 50th and 95th percentile; `error` is the standard error of the sampled mean beside it.

    `reason` says why one of them is None, in a phrase without full stop.
    """

    mean: float | None = None
    p5: float | None = None
    p50: float | None = None
    p95: float | None = None
    error: float | None = None
    reason: str | None = None


def figure_around(mean: float, distances: tuple[float, float, float]) -> Figure:
    """The figure with this mean and its percentiles at these distances from it."""
    p5, p50, p95 = (mean + each for each in distances)
    return Figure(mean=mean, p5=p5, p50=p50, p95=p95)


class Share(Struct, frozen=True, kw_only=True):
    """A probability or an average over the points with its standard error, 0 where it has a closed form."""

    value: float | None = None
    error: float | None = None
    reason: str | None = None


class Gate(Struct, frozen=True, kw_only=True):
    """An event so near to a printed percentile that rounding decides on which side it falls.

    `event` is its name (`line.success` or `line.event`). `happens` and `fails` are NPV, `roi_happens` and `roi_fails`
    ROI, each as 5th, 50th and 95th percentile in the cases in which the event happens or does not; None where there is
    no ROI.
    """

    event: str
    kind: str
    p: float
    happens: tuple[float, ...]
    fails: tuple[float, ...]
    roi_happens: tuple[float, ...] | None = None
    roi_fails: tuple[float, ...] | None = None

    @property
    def clause(self) -> str:
        """That it happens, in words."""
        line = self.event.removesuffix(".success").removesuffix(".event")
        if self.kind == "gain":
            return text("`%(line)s` succeeds", line=line)
        return text("`%(line)s` happens", line=line)


class OptionValue(Struct, frozen=True, kw_only=True):
    """What one option is worth; money is of today, ROI a fraction.

    `loss` is the probability that NPV is below 0, `best` that no other option has a higher one, `regret` what the
    option is expected to miss against the best one of each case. `gates` are the events that a printed percentile
    hangs on.
    """

    id: str
    gain: Figure
    cost: Figure
    npv: Figure
    roi: Figure
    loss: Share
    best: Share
    regret: Share
    gates: tuple[Gate, ...] = ()

    @property
    def loss_probability(self) -> float | None:
        """The probability that NPV is below 0."""
        return self.loss.value

    @property
    def best_probability(self) -> float | None:
        """The probability that no other option has a higher NPV; ties are shared."""
        return self.best.value

    @property
    def expected_regret(self) -> float | None:
        """How much less than the best option of each case it is expected to bring."""
        return self.regret.value
