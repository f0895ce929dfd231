"""What a model's decisions are worth: cells, values, volume, baseline."""

from msgspec import Struct, field

from roi_plugin.model.estimate import Estimate


class Cells(Struct, frozen=True, kw_only=True):
    """A confusion matrix's four cells, as counts or as money a decision."""

    tp: Estimate | None = None
    fp: Estimate | None = None
    fn: Estimate | None = None
    tn: Estimate | None = None


class Rates(Struct, frozen=True, kw_only=True):
    """A classifier as rates instead of counts: true and false positive rate, and the sample behind them."""

    tpr: Estimate
    fpr: Estimate
    sample: int | None = None


class BaselinePolicy(Struct, frozen=True, kw_only=True):
    """A policy to compare with: a model's confusion or rates, or `all-negative`, `all-positive`.

    Of several classes: the one that is `always` answered, or a model's `matrix`.
    """

    rule: str | None = None
    confusion: Cells | None = None
    rates: Rates | None = None
    always: str | None = None
    matrix: tuple[tuple[float, ...], ...] = ()


class ModelOutcomes(Struct, frozen=True, kw_only=True):
    """What a model's decisions are worth: cells, values a cell, volume, and a baseline.

    `matrix` and `values` are K x K (rows actual, columns predicted); `paired` counts (new cell, old cell).
    """

    volume: Estimate | None = None
    confusion: Cells | None = None
    rates: Rates | None = None
    prevalence: Estimate | None = None
    value: Cells | None = None
    baseline: BaselinePolicy | None = None
    paired: dict[str, dict[str, float]] = field(default_factory=dict)
    threshold: float | None = None
    labels: tuple[str, ...] = ()
    matrix: tuple[tuple[float, ...], ...] = ()
    values: tuple[tuple[float, ...], ...] = ()
