"""What a decision's chosen option is expected to bring: what has a closed form is not sampled."""

from roi_plugin.economics.closed_figures import closed_options
from roi_plugin.economics.resolution import Resolution, resolve
from roi_plugin.economics.stated_lines import stated_lines
from roi_plugin.economics.valuation import value_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy


def expected_value(decision: Decision, policy: Policy) -> tuple[str, float | None]:
    """Currency, and the mean net present value of the chosen option as a portfolio adds it up; None where it adds none.

    That is the case without a figure, for costs alone and for invented numbers.
    """
    resolution = resolve(decision, policy)
    return resolution.terms.currency, _mean(decision, resolution)


def _mean(decision: Decision, resolution: Resolution) -> float | None:
    place = decision.chosen_at
    if place is None or decision.illustrative:
        return None
    mean = closed_options(decision, resolution, None, {})[place].npv.mean
    if mean is None:
        mean = value_of(decision, resolution).options[place].npv.mean
    return summed_value(decision, mean)


def summed_value(decision: Decision, mean: float | None) -> float | None:
    """The chosen option's mean net present value, where a portfolio adds it up."""
    if not mean or decision.illustrative:
        return None if decision.illustrative else mean
    costs_alone = not any(line.side == "gain" for lines in stated_lines(decision) for line in lines)
    return None if costs_alone else mean
