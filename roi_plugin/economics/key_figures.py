"""The figures of a decision that rules and lists ask for: few plain numbers, kept and read back without the engine."""

from typing import TYPE_CHECKING

from msgspec import Struct

from roi_plugin.economics.figures import Figure
from roi_plugin.economics.side_totals import Amount
from roi_plugin.economics.single_figures import SingleFigure

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal, OptionAppraisal
    from roi_plugin.economics.outcome import Outcome


class OutcomeFigures(Struct, frozen=True, kw_only=True):
    """What a model's answers bring a year, money: over its baseline with a 95 % interval, and if it were perfect.

    `threshold` is the probability from which on answering yes pays, a fraction. None where it cannot be known.
    """

    per_year: float | None = None
    delta_per_year: float | None = None
    delta_low: float | None = None
    delta_high: float | None = None
    ceiling_per_year: float | None = None
    threshold: float | None = None
    reason: str | None = None


class OptionFigures(Struct, frozen=True, kw_only=True):
    """One option; money of today, `roi` and probabilities are fractions. None has no figure.

    `loss` is the probability that NPV is below 0, `best` that no other option has a higher one, `regret` what the
    option is expected to miss. `payback` is in months, on the mean flows. `yearly_gain` is money of its own year: what
    the gains that flow bring in a full year if all of them come. `needed_success` is the chance of success at which
    the option pays. `raw`, `balanced` and `anchored` are the framework's scores. `dominated_by` names the options that
    are never worse, `certain` ones first. `cost_of_delay` is money of today a month, `build_weeks` are person-weeks.
    `contribution` is the digest of what the chosen option adds to sums over decisions.
    """

    id: str
    gain: Amount
    cost: Amount
    npv: Amount
    roi: Amount
    loss: SingleFigure = SingleFigure()
    best: float | None = None
    regret: float | None = None
    payback: float | None = None
    yearly_gain: Amount = Amount()
    debiased_npv: float | None = None
    raw: float | None = None
    balanced: float | None = None
    anchored: float | None = None
    dominated_by: tuple[str, ...] = ()
    outcome: OutcomeFigures | None = None
    cost_of_delay: SingleFigure = SingleFigure()
    build_weeks: float = 0.0
    contribution: str | None = None


class InputWorth(Struct, frozen=True, kw_only=True):
    """What it is worth, in money, to know an input or the outcome of an event before deciding."""

    input: str
    value: float


class KeyFigures(Struct, frozen=True, kw_only=True):
    """The options in the order of the record; `evpi` is the worth of knowing everything before deciding.

    `evppi` ranks what to measure next, the most valuable first. `balanced` is the framework's score of the decision as
    a whole, where it is scored itself.
    """

    options: tuple[OptionFigures, ...] = ()
    evpi: float | None = None
    evppi: tuple[InputWorth, ...] = ()
    balanced: float | None = None


def key_figures(appraisal: "Appraisal") -> KeyFigures:
    """The key figures of an appraisal."""
    by = {
        option.id: [each for each in appraisal.dominances if each.option == option.id] for option in appraisal.options
    }
    return KeyFigures(
        options=tuple(
            _option(option, tuple(each.by for each in sorted(by[option.id], key=lambda each: not each.certain)))
            for option in appraisal.options
        ),
        evpi=appraisal.evpi.value,
        evppi=tuple(
            InputWorth(input=each.input, value=each.value) for each in appraisal.evppi if each.value is not None
        ),
        balanced=appraisal.framework.balanced if appraisal.framework else None,
    )


def _option(option: "OptionAppraisal", dominated_by: tuple[str, ...]) -> OptionFigures:
    value, scores = option.value, option.framework
    return OptionFigures(
        id=option.id,
        gain=amount_of(value.gain),
        cost=amount_of(value.cost),
        npv=amount_of(value.npv),
        roi=amount_of(value.roi),
        loss=SingleFigure(value=value.loss.value, reason=value.loss.reason),
        best=value.best.value,
        regret=value.regret.value,
        payback=option.cash.payback.value,
        yearly_gain=option.yearly_gain,
        debiased_npv=option.debiased.npv.mean if option.debiased else None,
        raw=scores.raw if scores else None,
        balanced=scores.balanced if scores else None,
        anchored=scores.anchored if scores else None,
        dominated_by=dominated_by,
        outcome=_outcome(option.outcome) if option.outcome else None,
        cost_of_delay=option.cash.cost_of_delay,
        build_weeks=sum(kind.person_weeks for kind in option.cash.ownership.kinds if kind.kind == "build"),
        contribution=option.contribution.digest if option.contribution else None,
    )


def amount_of(figure: Figure) -> Amount:
    """The same figure without its standard error."""
    return Amount(mean=figure.mean, low=figure.p5, median=figure.p50, high=figure.p95, reason=figure.reason)


def figure_of(amount: Amount) -> Figure:
    """The figure that `amount_of` made the amount of, whose standard error is not known any more."""
    return Figure(mean=amount.mean, p5=amount.low, p50=amount.median, p95=amount.high, reason=amount.reason)


def _outcome(outcome: "Outcome") -> OutcomeFigures:
    return OutcomeFigures(
        per_year=outcome.per_year,
        delta_per_year=outcome.delta_per_year,
        delta_low=outcome.delta_low,
        delta_high=outcome.delta_high,
        ceiling_per_year=outcome.ceiling_per_year,
        threshold=outcome.threshold,
        reason=outcome.reason,
    )
