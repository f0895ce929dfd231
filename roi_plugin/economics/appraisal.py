"""All that the economics say about one decision: values that can be stored, shown and explained.

This is the one place that asks every part of the engine, so that a command, a page and a file say the same.
"""

from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.cash_figures import CashFigures, cash_figures
from roi_plugin.economics.contribution import Contribution, contribution
from roi_plugin.economics.dominance import Dominance, dominances
from roi_plugin.economics.evppi import InputValue, evppi
from roi_plugin.economics.evsi import PlannedTestWorth, planned_tests
from roi_plugin.economics.figures import OptionValue, Share
from roi_plugin.economics.framework import Framework, framework
from roi_plugin.economics.framework_levels import scores_of, scores_of_whole
from roi_plugin.economics.hinges import Hinges, hinges
from roi_plugin.economics.model_outcomes import model_outcomes
from roi_plugin.economics.outcome import Outcome
from roi_plugin.economics.outside_view import DebiasedOption, OutsideView, debiased
from roi_plugin.economics.resolution import Resolution, resolve
from roi_plugin.economics.returns import Returns, returns_of
from roi_plugin.economics.side_totals import Amount
from roi_plugin.economics.valuation import Valuation, value_of
from roi_plugin.economics.valued_returns import valued_returns
from roi_plugin.economics.yearly_gain import yearly_gain
from roi_plugin.model.decision import Decision
from roi_plugin.model.option import Option
from roi_plugin.model.policy import Policy

_NOTHING = "nothing could be computed"


class OptionAppraisal(Struct, frozen=True, kw_only=True):
    """One option: its figures, what they hang on, how others fared, and what its scores say.

    `yearly_gain` is what its gains bring in a full year if all of them come, in money of that year. `debiased` is None
    without a reference class, `framework` without scores, `outcome` without model outcomes, `contribution` for an
    option that is not chosen or has no net present value.
    """

    id: str
    value: OptionValue
    cash: CashFigures
    hinges: Hinges
    yearly_gain: Amount = Amount()
    debiased: DebiasedOption | None = None
    framework: Framework | None = None
    outcome: Outcome | None = None
    contribution: Contribution | None = None


class Appraisal(Struct, frozen=True, kw_only=True):
    """One decision, its options in the order of the record.

    `returns` hold the means and 90 % ranges of the options and of each line, in closed form or from the points.
    `compared` are the options with a net present value; `evppi` is what it would be worth to know an input before
    deciding, the most valuable first; `notes` say what was reduced or left out; `outside` says why there is no outside
    view, or None where there is one. `framework` is that of scores that stand for the decision as a whole.
    """

    returns: Returns
    options: tuple[OptionAppraisal, ...]
    evpi: Share
    evppi: tuple[InputValue, ...] = ()
    tests: tuple[PlannedTestWorth, ...] = ()
    dominances: tuple[Dominance, ...] = ()
    compared: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    outside: str | None = None
    framework: Framework | None = None


def appraise(decision: Decision, policy: Policy) -> Appraisal:
    """The appraisal of a decision; nothing in a record makes it fail."""
    resolution = resolve(decision, policy)
    valuation = value_of(decision, resolution)
    outside = debiased(decision, policy, resolution)
    sample, whole = valuation.sample, scores_of_whole(decision)
    returns = valued_returns(returns_of(decision, resolution), resolution, valuation)
    cash = cash_figures(decision, resolution, returns, sample)
    options = tuple(
        _option(option, index, decision, policy, resolution, valuation, cash[index], outside)
        for index, option in enumerate(decision.options)
    )
    return Appraisal(
        returns=returns,
        options=options,
        evpi=valuation.evpi,
        evppi=evppi(sample, valuation.evpi.value or 0.0) if sample else (),
        tests=planned_tests(decision, sample) if sample else (),
        dominances=dominances(decision, sample) if sample else (),
        compared=valuation.compared,
        notes=valuation.notes,
        outside=outside.reason,
        framework=framework(whole, policy) if whole else None,
    )


def _option(  # noqa: PLR0913, PLR0917 - one option, and all that is known of the decision it belongs to
    option: Option,
    index: int,
    decision: Decision,
    policy: Policy,
    resolution: Resolution,
    valuation: Valuation,
    cash: CashFigures,
    outside: OutsideView,
) -> OptionAppraisal:
    scores = scores_of(decision, option)
    sample, npv = valuation.sample, valuation.options[index].npv
    counted = option.chosen and option.id in valuation.compared
    return OptionAppraisal(
        id=option.id,
        value=valuation.options[index],
        cash=cash,
        hinges=(
            Hinges(reason=npv.reason)
            if npv.mean is None
            else hinges(resolution, index, sample, _rival(valuation.options, index))
        ),
        yearly_gain=yearly_gain(sample, index) if sample is not None and sample.npv else Amount(reason=_NOTHING),
        debiased=outside.options[index] if outside.options else None,
        framework=framework(scores, policy) if scores else None,
        outcome=model_outcomes(option.model_outcomes, resolution.terms.currency) if option.model_outcomes else None,
        contribution=contribution(sample, option.id) if sample is not None and counted else None,
    )


def _rival(options: Sequence[OptionValue], index: int) -> tuple[int, str] | None:
    """The place and the id of the best of the other options, the first of equal ones; None where none has a worth."""
    known = [
        (each.npv.mean, place) for place, each in enumerate(options) if place != index and each.npv.mean is not None
    ]
    if not known:
        return None
    _, place = max(known, key=lambda each: (each[0], -each[1]))
    return place, options[place].id
