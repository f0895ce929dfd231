"""What an option earns on what it costs more than the baseline: the ratio that choosing it stands or falls with."""

import math

import numpy as np

from roi_plugin.economics.cost_floor import floor
from roi_plugin.economics.option_forms import line_forms
from roi_plugin.economics.polynomials import Polynomial, scaled, total
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.returns import DO_NOTHING, OptionReturns, Returns, kind_of
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.single_figures import SingleFigure, single_figure
from roi_plugin.model.decision import Decision
from roi_plugin.model.quantity import Constant

_SMALL_SHARE = 0.01
_RISK = 0.01
_ROUNDING = 1e-12


def baseline_of(decision: Decision) -> int | None:
    """The place of the option that all others are compared with: the one named, else the first that does nothing."""
    named = decision.economics.baseline if decision.economics else None
    for index, option in enumerate(decision.options):
        if option.id == named or (named is None and kind_of(option) == DO_NOTHING):
            return index
    return None


def no_baseline(named: str | None) -> SingleFigure:
    """Why nothing can be compared where `baseline_of` finds no option."""
    if named is not None:
        return SingleFigure(reason=f"the baseline `{named}` is no option of this record")
    return SingleFigure(reason="there is no option to compare with: add one that does nothing, or name the baseline")


def incremental_roi(
    returns: Returns, resolution: Resolution, option: int, baseline: int, sample: Sample | None = None
) -> SingleFigure:
    """Extra mean gain over extra mean cost, less 1, as a fraction; what has no closed form comes from the `sample`.

    None with a reason where the option costs no more than the baseline: then one of them dominates, or the option saves
    money for less gain, and a percentage would mislead.
    """
    if option == baseline:
        return SingleFigure(reason="it is the option that all others are compared with")
    one, other = returns.options[option], returns.options[baseline]
    unknown = next((each for each in (one, other) if each.npv.mean is None), None)
    if unknown:
        return SingleFigure(reason=f"{unknown.npv.reason} (`{unknown.id}`)")
    gain, cost = _more(one.gain.mean, other.gain.mean), _more(one.cost.mean, other.cost.mean)
    reason = (
        _why_negative(one, other)
        or _why_no_ratio(gain, cost, other)
        or _why_uncertain(cost, resolution, option, baseline, sample)
    )
    return SingleFigure(reason=reason) if reason else single_figure(gain / cost - 1)


def _more(one: float | None, other: float | None) -> float:
    """The difference, 0 where it is rounding."""
    one, other = one or 0.0, other or 0.0
    return 0.0 if math.isclose(one, other, rel_tol=_ROUNDING) else one - other


def _why_negative(*options: OptionReturns) -> str | None:
    """A saving that is written as a cost makes the costs less than what is paid."""
    costs = (line for option in options for line in option.lines if line.side != "gain")
    line = next((line for line in costs if line.mean is not None and line.mean < 0), None)
    return f"the cost `{line.id}` is negative: a saving is a gain" if line else None


def _why_no_ratio(gain: float, cost: float, other: OptionReturns) -> str | None:
    if cost > 0:
        return None
    if gain == cost == 0:
        return f"it gains and costs as much as `{other.id}`"
    if gain >= 0:
        return f"on average it dominates `{other.id}`: it gains no less and costs no more"
    if cost == 0:
        return f"on average `{other.id}` dominates it: it gains more at the same cost"
    return f"it costs less than `{other.id}` and gains less: a ratio would mislead"


def _why_uncertain(
    cost: float, resolution: Resolution, option: int, baseline: int, sample: Sample | None
) -> str | None:
    """The extra cost in the worst case for a ratio: no risk of the option happens, every one of the baseline does."""
    try:
        sure = [line for line in _costs(resolution, option) if not _may_fail(line)]
        more = [_amount(line, sample, _RISK) for line in sure]
        less = [_amount(line, sample, 1.0 - _RISK) for line in _costs(resolution, baseline)]
        extra = total([*more, *(scaled(amount, -1.0) for amount in less)])
    except NoFigureError as reason:
        return str(reason)
    if floor(extra, resolution.world) > _SMALL_SHARE * cost:
        return None
    return "what it costs more may come close to zero, and a ratio to it would say little"


def _costs(resolution: Resolution, option: int) -> list[ResolvedLine]:
    return [line for line in resolution.options[option] if line.stated.side != "gain" and (line.flows or line.fatal)]


def _may_fail(line: ResolvedLine) -> bool:
    return line.p is not None and line.p != Constant(value=1.0)


def _amount(line: ResolvedLine, sample: Sample | None, share: float) -> Polynomial:
    """Its amount if it happens; on the points that which it stays below with this probability."""
    key = line.stated.key
    try:
        (form,) = line_forms([line])
    except NoFigureError as reason:
        if sample is None or key not in sample.amounts:
            raise NoFigureError(str(reason) if line.fatal else f"`{line.stated.id}`: {reason}") from None
        return {(): float(np.quantile(sample.amounts[key], share))}
    return form.amount
