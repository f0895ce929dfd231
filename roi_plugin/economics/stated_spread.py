"""Whether the lines of an option say anything of how far they may be off."""

from collections.abc import Sequence

from roi_plugin.economics.expectation import World
from roi_plugin.economics.importance import variables_in
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.resolution import ResolvedLine


def states_nothing_else(lines: Sequence[ResolvedLine], world: World) -> bool:
    """Whether an option of these lines states amounts, and none of them has a range or hangs on an event."""
    valued = [line for line in lines if line.flows]
    return bool(valued) and not any(_is_uncertain(line, world) for line in valued)


def _is_uncertain(line: ResolvedLine, world: World) -> bool:
    return line.p is not None or any(
        not isinstance(world.variables[key].distribution, Certain) for key in variables_in(line)
    )
