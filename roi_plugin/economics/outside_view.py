"""What a decision would be worth if it went as others went: the debiased twin of each option, beside the stated one.

* Cost: each project cost has its median times e^mu of the class, and the log-deviation sqrt(s^2 + s_class^2). Where the
  class is an uplift, the record may say which share of its causes is managed away.
* Success: the stated probability is replaced, not averaged, by the class's: it is the very number that the class
  corrects. The class's Beta prior is first updated by the team's own record in the policy, so that a team that counts
  its ideas moves away from everybody's average to its own.
* Needed: the chance of success at which the mean gain pays the debiased cost.
* Stress: where the class has a heavier tail than a lognormal, the result if the project costs three times its estimate.

All figures are closed forms, like those they stand beside; an option without a closed form has a reason.
"""

from msgspec import Struct

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.corrected_lines import correctable_lines, corrected_lines
from roi_plugin.economics.known_classes import named_benefit_class, named_cost_class
from roi_plugin.economics.needed_success import Needed, idle_options, needed_success
from roi_plugin.economics.normal_shapes import Lognormal
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.reference_classes import BenefitClass, CostClass
from roi_plugin.economics.resolution import Resolution, resolve
from roi_plugin.economics.returns import OptionReturns, returns_of
from roi_plugin.economics.side_totals import Amount
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy

STRESS = 3.0
"""How many times its estimate a project costs on the stress line."""

_NO_CLASS = "no reference class is named: add `reference_class` with a `cost` or a `benefit`"


class Stress(Struct, frozen=True, kw_only=True):
    """NPV if the project costs `multiple` times its estimate, and the share of such projects that cost more."""

    multiple: float
    share_above: float
    npv: Amount


class DebiasedOption(Struct, frozen=True, kw_only=True):
    """An option as the outside view has it; money of today, `roi` a fraction. `needed` is the chance to break even."""

    id: str
    gain: Amount
    cost: Amount
    npv: Amount
    roi: Amount
    needed: Needed
    stress: Stress | None = None

    @property
    def npv_mean(self) -> float | None:
        """The mean net present value."""
        return self.npv.mean

    @property
    def roi_mean(self) -> float | None:
        """The ratio of the means, less 1."""
        return self.roi.mean

    @property
    def reason(self) -> str | None:
        """Why there is no net present value."""
        return self.npv.reason


class OutsideView(Struct, frozen=True, kw_only=True):
    """The options as others fared, in the order of the record, and the classes that say so.

    `success` is the chance of success that replaces the stated one, after the team's own record. Without a class, or
    with one that is not known, there are no options, and `reason` says why.
    """

    options: tuple[DebiasedOption, ...] = ()
    cost: CostClass | None = None
    benefit: BenefitClass | None = None
    success: Beta | None = None
    reason: str | None = None

    def option(self, identifier: str) -> DebiasedOption | None:
        """The option of this id, the first of them; None if there is none."""
        return next((option for option in self.options if option.id == identifier), None)


def debiased(decision: Decision, policy: Policy, resolution: Resolution | None = None) -> OutsideView:
    """The outside view on a decision; nothing in a record makes it fail. `resolution` saves following names again."""
    try:
        cost, benefit = _classes(decision)
    except NoFigureError as missing:
        return OutsideView(reason=str(missing))
    success = _chance(benefit, policy) if benefit else None
    stated = resolution or resolve(decision, policy)
    twin = debiased_resolution(decision, stated, cost, success)
    needed = needed_success(decision, twin)
    stress = _stress(decision, stated, cost, success)
    options = tuple(
        _option(option, needed[index], stress[index]) for index, option in enumerate(returns_of(decision, twin).options)
    )
    return OutsideView(options=options, cost=cost, benefit=benefit, success=success)


def debiased_resolution(
    decision: Decision, resolution: Resolution, cost: CostClass | None, success: Beta | None
) -> Resolution:
    """The decision's lines as the outside view has them, for any engine that values lines."""
    return _changed(decision, resolution, cost.multiple if cost else None, success)


def _changed(
    decision: Decision, resolution: Resolution, multiple: Lognormal | float | None, success: Beta | None
) -> Resolution:
    which = correctable_lines(resolution, idle_options(decision))
    return corrected_lines(resolution, which, multiple=multiple, success=success.mean if success else None)


def _chance(benefit: BenefitClass, policy: Policy) -> Beta:
    return benefit.prior.after(successes=policy.team_successes, failures=policy.team_failures)


def _classes(decision: Decision) -> tuple[CostClass | None, BenefitClass | None]:
    named = decision.reference_class
    if named is None or not (named.cost or named.benefit):
        raise NoFigureError(_NO_CLASS)
    return named_cost_class(named), named_benefit_class(named)


def _stress(
    decision: Decision, resolution: Resolution, cost: CostClass | None, success: Beta | None
) -> list[Stress | None]:
    """The stress line of each option; None for do-nothing, and where the class has no heavy tail."""
    if cost is None or cost.tail is None:
        return [None] * len(decision.options)
    stressed = returns_of(decision, _changed(decision, resolution, STRESS, success))
    share = cost.tail.share_above(STRESS)
    return [
        None if idle else Stress(multiple=STRESS, share_above=share, npv=option.npv)
        for option, idle in zip(stressed.options, idle_options(decision), strict=True)
    ]


def _option(option: OptionReturns, needed: Needed, stress: Stress | None) -> DebiasedOption:
    return DebiasedOption(
        id=option.id,
        gain=option.gain,
        cost=option.cost,
        npv=option.npv,
        roi=option.roi,
        needed=needed,
        stress=stress,
    )
