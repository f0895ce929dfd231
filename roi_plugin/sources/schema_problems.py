"""Says in plain words what a schema finds wrong with data, and names the nearest valid value."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.nearest import nearest
from roi_plugin.sources.known_keys import key_help
from roi_plugin.sources.pruning import pruned
from roi_plugin.sources.schema_branches import likeliest_branch
from roi_plugin.sources.schema_words import (
    commas_help,
    date_help,
    field_noun,
    in_words,
    limit_in_words,
    quoted,
    share_help,
    type_help,
    types_in_words,
    unquoted_help,
    value_in_words,
    values_listed,
    with_article,
)
from roi_plugin.sources.schemas import explaining_validator, fast_validator
from roi_plugin.sources.yaml_text import Data

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_MOST_PROBLEMS = 50
_WHOLES = {"policy.schema.json": "the policy", "assumptions.schema.json": "the list of assumptions"}
"""What data as a whole is called, where it is no record."""


def schema_problems(name: str, data: dict[str, Data]) -> list[Problem]:
    """What the schema `name` finds wrong with `data`, fifty problems or a few more; empty when it is valid."""
    if fast_validator(name).is_valid(data):
        return []
    refused = list(fast_validator(name).iter_errors(data))
    # A list of thousands would keep the explaining validator busy for seconds; its length is all there is to say.
    too_long = [
        _limit_problem("maxItems", tuple(error.instance_path), error.instance, error.kind.value)
        for error in refused
        if error.schema_path[-1] == "maxItems"
    ]
    left = pruned(data, [problem.field for problem in too_long])
    others = [
        replace(problem, field=left.original(problem.field))
        for problem in explained(explaining_validator(name).iter_errors(left.data))
    ]
    found = [*too_long, *(problem for problem in others if problem.field not in left.removed)]
    return found or [
        Problem(field=tuple(error.instance_path), name="schema/not-allowed", message=error.message) for error in refused
    ]


def explained(errors: "Iterable[ValidationError]") -> list[Problem]:
    """Errors of the validator as problems: one for each field, in the order they came."""
    problems: dict[FieldPath, Problem] = {}
    for error in errors:
        for problem in _explain(error):
            problems.setdefault(problem.field, problem)
            if len(problems) >= _MOST_PROBLEMS:
                return list(problems.values())
    return list(problems.values())


def _explain(error: "ValidationError") -> Iterator[Problem]:
    if "propertyNames" in list(error.absolute_schema_path)[-3:-1]:
        return _wrong_key_name(error)
    return _EXPLANATIONS.get(str(error.validator), _otherwise)(error)


def _field(error: "ValidationError") -> FieldPath:
    return tuple(error.absolute_path)


def _owner(error: "ValidationError") -> str:
    """The map at fault: its field, or what the data as a whole is."""
    schema: Any = error.schema
    whole = schema.get("$id") if not error.absolute_path else None
    return _WHOLES.get(str(whole).rpartition("/")[2], in_words(_field(error)))


def _noun(error: "ValidationError") -> str:
    """What the value should be, with its article: as its definition calls it, else by its field."""
    schema: Any = error.schema
    return with_article(schema["title"]) if "title" in schema else field_noun(_field(error))


def _unknown_keys(error: "ValidationError") -> Iterator[Problem]:
    schema: Any = error.schema
    known = schema.get("properties", ())
    own = tuple(schema.get("patternProperties", ()))
    instance: Any = error.instance
    for key in instance:
        if key in known or any(re.search(pattern, key) for pattern in own):
            continue
        yield Problem(
            field=(*_field(error), key),
            name="schema/unknown-key",
            message=f"{quoted(key)} is not a key of {_owner(error)}",
            help=key_help(key, schema),
        )


def _missing(error: "ValidationError") -> Iterator[Problem]:
    schema: Any = error.schema
    instance: Any = error.instance
    required: Any = error.validator_value
    for key in required:
        if key not in instance:
            described: dict[str, Any] = schema.get("properties", {}).get(key, {})
            example = described.get("examples", [None])[0]
            simple = example is not None and not isinstance(example, dict | list)
            yield Problem(
                field=(*_field(error), key),
                name="schema/missing-key",
                message=f"{_owner(error)} has no `{key}`",
                help=f"add `{key}: {values_listed([example])}`" if simple else f"add `{key}:`",
            )


def _wrong_value(error: "ValidationError") -> Iterator[Problem]:
    allowed: Any = error.validator_value if error.validator == "enum" else [error.validator_value]
    instance: Any = error.instance
    meant = (
        nearest(instance, [value for value in allowed if isinstance(value, str)]) if isinstance(instance, str) else None
    )
    yield Problem(
        field=_field(error),
        name="schema/unknown-value",
        message=f"{value_in_words(instance)} is not {_noun(error)}: expected {values_listed(allowed)}",
        help=f"did you mean `{meant}`?" if meant else unquoted_help(instance, allowed),
    )


def _wrong_type(error: "ValidationError") -> Iterator[Problem]:
    schema: Any = error.schema
    if schema.get("format") == "date" and isinstance(error.instance, int):
        yield _date_problem(error)
        return
    named = schema.get("required") == ["id"]
    yield _type_problem(_field(error), error.instance, error.validator_value, named=named)


def _type_problem(field: FieldPath, value: Any, types: Any, *, named: bool = False) -> Problem:
    return Problem(
        field=field,
        name="schema/wrong-type",
        message=f"{_subject(field)} is {value_in_words(value)}: expected {types_in_words(types)}",
        help=type_help(value, types, named=named),
    )


def _subject(field: FieldPath) -> str:
    return in_words(field) if field else "the record"


def _wrong_form(error: "ValidationError") -> Iterator[Problem]:
    schema: Any = error.schema
    examples = [value for value in schema.get("examples", ()) if not isinstance(value, dict | list)]
    yield Problem(
        field=_field(error),
        name="schema/wrong-form",
        message=f"{value_in_words(error.instance)} is not {_noun(error)}: expected "  # type: ignore[arg-type]
        + (_lowered(schema["description"]) if "description" in schema else "another form"),
        help=commas_help(error.instance, schema) or (f"for example `{examples[0]}`" if examples else None),
    )


def _lowered(description: str) -> str:
    text = description.rstrip(".")
    return text[:1].lower() + text[1:]


def _wrong_format(error: "ValidationError") -> Iterator[Problem]:
    if error.validator_value != "date":
        yield from _wrong_form(error)
        return
    yield _date_problem(error)


def _date_problem(error: "ValidationError") -> Problem:
    return Problem(
        field=_field(error),
        name="schema/wrong-date",
        message=f"{quoted(str(error.instance))} is not a date: expected a day of the calendar as YYYY-MM-DD",
        help=date_help(str(error.instance)),
    )


_LIMITS: dict[str, tuple[str, str]] = {
    "minimum": ("schema/out-of-range", "{value} is too small: expected {limit} or more"),
    "exclusiveMinimum": ("schema/out-of-range", "{value} is too small: expected more than {limit}"),
    "maximum": ("schema/out-of-range", "{value} is too large: expected {limit} or less"),
    "exclusiveMaximum": ("schema/out-of-range", "{value} is too large: expected less than {limit}"),
    "multipleOf": ("schema/out-of-range", "{value} is not a multiple of {limit}"),
    "minLength": ("schema/wrong-length", "{subject} is too short: expected {limit} or more characters"),
    "maxLength": ("schema/wrong-length", "{subject} has {size} characters: expected {limit} at most"),
    "minItems": ("schema/wrong-length", "{subject} has {size} items: expected {limit} or more"),
    "maxItems": ("schema/wrong-length", "{subject} has {size} items: expected {limit} at most"),
    "minProperties": ("schema/wrong-length", "{subject} has {size} keys: expected {limit} or more"),
    "maxProperties": ("schema/wrong-length", "{subject} has {size} keys: expected {limit} at most"),
    "uniqueItems": ("schema/repeated-item", "{subject} holds an item twice"),
}


def _beyond_limit(error: "ValidationError") -> Iterator[Problem]:
    problem = _limit_problem(str(error.validator), _field(error), error.instance, error.validator_value)
    yield replace(problem, help=share_help(error.instance, error.schema))  # type: ignore[arg-type]


def _limit_problem(keyword: str, field: FieldPath, value: Any, limit: Any) -> Problem:
    name, words = _LIMITS[keyword]
    size = len(value) if isinstance(value, str | list | dict) else 0
    return Problem(
        field=field,
        name=name,
        message=words.format(
            subject=_subject(field), value=value_in_words(value), limit=limit_in_words(limit), size=size
        ),
    )


def _branches(error: "ValidationError") -> Iterator[Problem]:
    errors = likeliest_branch(error)
    for inner in errors:
        yield from _explain(inner)
    if not errors:
        types: list[Any] = [inner.validator_value for inner in error.context or () if inner.validator == "type"]
        names = dict.fromkeys(name for entry in types for name in ([entry] if isinstance(entry, str) else entry))
        yield _type_problem(_field(error), error.instance, list(names)) if names else next(_otherwise(error))


def _wrong_key_name(error: "ValidationError") -> Iterator[Problem]:
    schema: Any = error.schema
    key = str(error.instance)
    yield Problem(
        field=(*_field(error), key),
        name="schema/unknown-key",
        message=f"{quoted(key)} cannot be a key of {_owner(error)}"
        + (f": expected {_lowered(schema['description'])}" if "description" in schema else ""),
    )


def _otherwise(error: "ValidationError") -> Iterator[Problem]:
    yield Problem(
        field=_field(error),
        name="schema/not-allowed",
        message=f"{_subject(_field(error))} is not allowed to be {value_in_words(error.instance)} here",  # type: ignore[arg-type]
    )


_EXPLANATIONS: "dict[str, Callable[[ValidationError], Iterator[Problem]]]" = {
    "additionalProperties": _unknown_keys,
    "unevaluatedProperties": _unknown_keys,
    "required": _missing,
    "enum": _wrong_value,
    "const": _wrong_value,
    "type": _wrong_type,
    "pattern": _wrong_form,
    "format": _wrong_format,
    "oneOf": _branches,
    "anyOf": _branches,
    **dict.fromkeys(_LIMITS, _beyond_limit),
}
