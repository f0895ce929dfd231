"""What each option is worth on average, given the outcome of one event, in closed form."""

from collections.abc import Collection, Mapping

import numpy as np

from roi_plugin.economics.conditional_means import Split
from roi_plugin.economics.expectation import World
from roi_plugin.economics.option_forms import LineForm, line_forms, net
from roi_plugin.economics.polynomials import ONE, Polynomial, product, scaled, total
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.sample import Sample

_REACH = 8.5
_STEPS = 1024

Forms = Mapping[str, tuple[LineForm, ...]]
"""The lines of each option that has a net value, by its id, in the order of `Sample.npv`."""


def option_forms(sample: Sample) -> Forms | None:
    """The closed forms of all options that can be compared; None where one of them has none."""
    lines = {option[0].stated.option: option for option in sample.resolution.options if option}
    try:
        return {option: line_forms(lines.get(option, ())) for option in sample.npv}
    except NoFigureError:
        return None


def exact_split(forms: Forms, hanging: Collection[str], world: World) -> Split | None:
    """The options' means if the event of these lines (by key) happens and if not.

    None where they have no closed form, where no line of the options hangs on the event, or where it is certain.
    """
    p = next((line.p for lines in forms.values() for line in lines if line.line.key in hanging), ONE)
    try:
        share = world.mean(p)
        if not 0 < share < 1:
            return None
        sides = [_sides(lines, hanging, p) for lines in forms.values()]
        happens = np.array([world.mean(yes) for yes, _ in sides]) / share
        fails = np.array([world.mean(no) for _, no in sides]) / (1.0 - share)
    except NoFigureError:
        return None
    return Split(p=share, happens=happens, fails=fails)


def _sides(lines: tuple[LineForm, ...], hanging: Collection[str], p: Polynomial) -> tuple[Polynomial, Polynomial]:
    """The net value times the probability that the event happens, and that it does not."""
    rest = net([line for line in lines if not line.hangs_on(hanging)])
    amount = total([line.once(hanging) for line in lines if line.hangs_on(hanging)])
    fails = total([ONE, scaled(p, -1.0)])
    return product(p, total([rest, amount])), product(fails, rest)
