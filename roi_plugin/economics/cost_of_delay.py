"""Cost of delay: the present value that is lost when the gains of an option come one month later.

Every gain moves by a month with its full length; what moves beyond the horizon is lost, the costs stay.
"""

import math

from roi_plugin.economics.flow_means import flow_means
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.sample import Sample
from roi_plugin.economics.single_figures import SingleFigure, single_figure
from roi_plugin.economics.timing import flow_factor, later


def cost_of_delay(resolution: Resolution, option: int, sample: Sample | None = None) -> SingleFigure:
    """The mean cost of the first month of delay; None with a reason where there is no gain that could be late.

    What has no closed form comes from the `sample`.
    """
    gains = [line for line in resolution.options[option] if line.stated.side == "gain"]
    if not any(line.flows or line.fatal for line in gains):
        return SingleFigure(reason="no gain is given that could be late")
    try:
        return single_figure(math.fsum(_lost(line, resolution, sample) for line in gains))
    except NoFigureError as reason:
        return SingleFigure(reason=str(reason))


def _lost(line: ResolvedLine, resolution: Resolution, sample: Sample | None) -> float:
    late = later(line.stated, 1.0)
    means = flow_means(line, resolution, sample)
    return math.fsum(
        mean * (flow.factor - flow_factor(late, flow.formula, resolution.terms))
        for flow, mean in zip(line.flows, means, strict=True)
    )
