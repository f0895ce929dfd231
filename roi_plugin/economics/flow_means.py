"""What flows of a line on average, before discounting: in closed form, else on the points."""

from roi_plugin.economics.line_points import flows_given
from roi_plugin.economics.option_forms import expected_flows
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution, ResolvedLine
from roi_plugin.economics.sample import Sample


def flow_means(line: ResolvedLine, resolution: Resolution, sample: Sample | None) -> tuple[float, ...]:
    """The mean of each flow of a line, once or a year, its probability counted.

    Raises:
        NoFigureError: it has neither a closed form nor a place on the points.
    """
    if line.fatal:
        raise NoFigureError(f"`{line.stated.id}`: {line.reason}")
    try:
        return tuple(resolution.world.mean(flow) for flow in expected_flows(line))
    except NoFigureError as reason:
        if sample is None or line.stated.key not in sample.line_means:
            raise NoFigureError(f"`{line.stated.id}`: {reason}") from None
    return tuple(float(mean) for (mean,) in flows_given(line, sample, {}))
