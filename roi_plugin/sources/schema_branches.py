"""Chooses which branch of a `oneOf` or `anyOf` a value was probably meant for."""

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_IDENTIFYING = frozenset({"const", "enum"})


def likeliest_branch(error: "ValidationError") -> "list[ValidationError]":
    """The errors of the branch that the value is nearest to; empty when no branch takes a value of its type.

    A branch of the value's own type comes first, then one whose constant (`kind: ml`) the value carries, then the one
    with the fewest foreign keys, then the one with the fewest errors.
    """
    branches: dict[int, list[ValidationError]] = defaultdict(list)
    for inner in error.context or ():
        branches[int(inner.relative_schema_path[0])].append(inner)
    fitting = [errors for errors in branches.values() if not any(map(_wants_another_type, errors))]
    return min(fitting, key=_distance, default=[])


def _wants_another_type(error: "ValidationError") -> bool:
    return error.validator == "type" and not error.relative_path


def _distance(errors: "list[ValidationError]") -> tuple[int, int, int]:
    return (
        sum(error.validator in _IDENTIFYING and len(error.relative_path) == 1 for error in errors),
        sum(error.validator == "additionalProperties" for error in errors),
        len(errors),
    )
