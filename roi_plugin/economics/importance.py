"""Which uncertain numbers move the most money: these get the most even dimensions of the lattice.

The order follows from the amounts alone, not from where they stand in the record.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from roi_plugin.economics.evaluate import Evaluator
from roi_plugin.economics.expectation import World
from roi_plugin.economics.normal_shapes import Certain
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import ResolvedLine
from roi_plugin.model.quantity import Name, Node, Operation

_LOW, _HIGH = 0.05, 0.95
_DIGITS = 9


def variables_in(line: ResolvedLine) -> list[str]:
    """The keys of the variables that a line counts with, its probability's too, each once, sorted."""
    roots = [flow.formula.node for flow in line.flows if flow.factor]
    return sorted({name for root in (*roots, *([line.p] if line.p else ())) for name in names_in(root)})


def swings(lines: Iterable[ResolvedLine], world: World, means: Mapping[str, float]) -> dict[str, float]:
    """How far each uncertain number moves the lines it stands in, from its 5th to its 95th percentile.

    The others stand at their means, and every line counts with its probability. A number that moves nothing is not
    among them.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for line in lines:
        for key in variables_in(line):
            if key in means and not isinstance(world.variables[key].distribution, Certain):
                found[key].append(_swing(line, key, world, means))
    sizes = {key: math.fsum(parts) for key, parts in found.items()}
    return {key: size for key, size in sizes.items() if size > 0}


def ranked(sizes: Mapping[str, float]) -> list[str]:
    """The keys from the largest size to the smallest; equal ones by name."""
    return sorted(sizes, key=lambda key: (-float(f"{sizes[key]:.{_DIGITS}g}"), key))


def _swing(line: ResolvedLine, key: str, world: World, means: Mapping[str, float]) -> float:
    shape = world.variables[key].distribution
    try:
        low, high = (_size(line, world, {**means, key: shape.percentile(share)}) for share in (_LOW, _HIGH))
    except (NoFigureError, OverflowError, ZeroDivisionError, KeyError):
        return 0.0
    return abs(high - low) if math.isfinite(high - low) else 0.0


def _size(line: ResolvedLine, world: World, values: Mapping[str, float]) -> float:
    at = Evaluator(world, values)
    amount = math.fsum(float(at.of(flow.formula.node)) * flow.factor for flow in line.flows if flow.factor)
    return amount * float(at.of(line.p)) if line.p else amount


def names_in(root: Node) -> Iterator[str]:
    """The names in a formula from left to right; parts that stand in several places are walked once."""
    waiting: list[Node] = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name):
            yield node.name
        elif isinstance(node, Operation) and id(node) not in seen:
            seen.add(id(node))
            waiting += (node.right, node.left)
