"""The schema files, and the two validators made of them: a fast one to ask, a slow one to explain."""

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

_PACKAGE = Path(__file__).resolve().parent.parent
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@cache
def schema_folder() -> Path:
    """Where the schema files are: inside an installed package, beside the package in a checkout."""
    inside = _PACKAGE / "schema"
    return inside if inside.is_dir() else _PACKAGE.parent / "schema"


@cache
def schema_names() -> tuple[str, ...]:
    """The names of all schemas, sorted: `common`, `decision`, ..."""
    return tuple(sorted(path.name.removesuffix(".schema.json") for path in schema_folder().glob("*.schema.json")))


@cache
def schema_text(name: str) -> str:
    """The text of the schema `name`, as it is published."""
    return (schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8")


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema `name`, parsed. It is shared: never change it."""
    parsed: dict[str, Any] = json.loads(schema_text(name))
    return parsed


@cache
def fast_validator(name: str) -> jsonschema_rs.Draft202012Validator:
    """The validator to ask whether data is valid."""
    others = [(schema(other)["$id"], schema(other)) for other in schema_names()]
    return compile_fast(schema(name), others)


@cache
def explaining_validator(name: str) -> "Validator":
    """The validator to ask what is wrong with data that the fast one refused."""
    return compile_explaining(schema(name), [schema(other) for other in schema_names()])


def compile_fast(root: dict[str, Any], others: list[tuple[str, dict[str, Any]]]) -> jsonschema_rs.Draft202012Validator:
    """A fast validator that knows the other schemas by their address and never fetches one."""
    return jsonschema_rs.Draft202012Validator(
        root, validate_formats=True, registry=jsonschema_rs.Registry(others), offline=True
    )


def compile_explaining(root: dict[str, Any], others: list[dict[str, Any]]) -> "Validator":
    """A slow validator that judges as the fast one does; it knows the other schemas and never fetches one.

    Out of the box this library lets a trailing newline pass `$` in a pattern and checks no date. What is wrong by a
    definition comes with the examples of the field that refers to it.
    """
    # These take a tenth of a second to import, and are needed only for data that is not valid.
    import jsonschema
    import jsonschema.validators
    import referencing

    known = [(other["$id"], referencing.Resource.from_contents(other)) for other in others]
    formats = jsonschema.FormatChecker(formats=())
    formats.checks("date")(is_date)
    extend: Any = jsonschema.validators.extend
    extended = extend(jsonschema.Draft202012Validator, {"pattern": _pattern, "$ref": _reference})
    validator: Validator = extended(root, registry=referencing.Registry().with_resources(known), format_checker=formats)
    return validator


def _reference(validator: "Validator", ref: str, instance: Any, schema: dict[str, Any]) -> "Iterator[ValidationError]":
    import jsonschema

    for error in jsonschema.Draft202012Validator.VALIDATORS["$ref"](validator, ref, instance, schema):
        if "examples" in schema and not error.relative_path and isinstance(error.schema, dict):
            error.schema = error.schema | {"examples": [*schema["examples"], *error.schema.get("examples", ())]}
        yield error


def is_date(value: object) -> bool:
    """Whether a text is a day of the calendar as YYYY-MM-DD; what is no text passes, as `format` has it."""
    if not isinstance(value, str):
        return True
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return _DATE.fullmatch(value) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern), re.ASCII)


def _pattern(
    validator: "Validator", pattern: str, instance: Any, _schema: dict[str, Any]
) -> "Iterator[ValidationError]":
    from jsonschema.exceptions import ValidationError

    if validator.is_type(instance, "string") and _compiled(pattern).search(str(instance)) is None:
        yield ValidationError(f"{instance!r} does not match {pattern!r}")
