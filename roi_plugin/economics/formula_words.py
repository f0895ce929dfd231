"""A formula as people write it, with the names of the record: `users * uplift * value_per_booking`."""

import itertools
from collections.abc import Iterator, Mapping

from roi_plugin.economics.formulas import left_chain
from roi_plugin.economics.wording import exact
from roi_plugin.model.quantity import Constant, Name, Node, Operation

_MOST = 120
"""How many names and signs are told; a formula that repeats itself could be without end."""


def formula_words(node: Node, names: Mapping[str, str]) -> str:
    """The formula; `names` holds the name of each variable by its key. A very long one ends in dots."""
    tokens = list(itertools.islice(_tokens(node, names), _MOST + 1))
    return "".join(tokens[:_MOST]) + (" ..." if len(tokens) > _MOST else "")


def _tokens(node: Node, names: Mapping[str, str]) -> Iterator[str]:
    steps, first = left_chain(node)
    yield "(" * _opened(steps)
    yield exact(first.value) if isinstance(first, Constant) else _name(first, names)
    for before, step in zip([None, *steps], steps, strict=False):
        if before is not None and _needs_brackets(before, step):
            yield ")"
        yield f" {step.operator} "
        if _is_sum(step.right) or (isinstance(step.right, Operation) and step.operator == "/"):
            yield "("
            yield from _tokens(step.right, names)
            yield ")"
        else:
            yield from _tokens(step.right, names)


def _opened(steps: list[Operation]) -> int:
    return sum(_needs_brackets(before, step) for before, step in itertools.pairwise(steps))


def _needs_brackets(before: Operation, step: Operation) -> bool:
    return before.operator in "+-" and step.operator in "*/"


def _is_sum(node: Node) -> bool:
    return isinstance(node, Operation) and node.operator in "+-"


def _name(node: Node, names: Mapping[str, str]) -> str:
    return names.get(node.name, node.name) if isinstance(node, Name) else ""
