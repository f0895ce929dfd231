"""A JSON Schema flattened for people: every object with its fields, each with kind, unit, default and example."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape
from msgspec import Struct

from roi_plugin.language import text

Node = Mapping[str, Any]


class Field(Struct, frozen=True, kw_only=True):
    """One field as the reference prints it; `kind` is HTML, the rest plain text."""

    name: str
    anchor: str
    required: bool
    kind: Markup
    description: str
    unit: str
    default: str
    examples: tuple[str, ...]


class Shape(Struct, frozen=True, kw_only=True):
    """An object of a schema, or a schema's simple values under one heading."""

    name: str
    anchor: str
    description: str
    fields: tuple[Field, ...]


class _Where(Struct, frozen=True, kw_only=True):
    own: str
    addresses: Mapping[str, str]


def shapes(schema: Node, addresses: Mapping[str, str]) -> tuple[Shape, ...]:
    """The root object, every named object, and the named simple values last, in the schema's order.

    `addresses` maps a schema's name to the address of its page.
    """
    own = _name(schema["$id"])
    where = _Where(own=own, addresses=addresses)
    parts: dict[str, Node] = schema.get("$defs", {})
    objects = {name: part for name, part in parts.items() if part.get("properties")}
    simple = {name: part for name, part in parts.items() if name not in objects}
    top = tuple(_fields(schema, where, prefix="", anchor=f"roi-{own}"))
    root = Shape(name=text("Fields"), anchor=part_anchor(own), description="", fields=top)
    found = [root] if root.fields else []
    found += [_shape(name, part, where) for name, part in objects.items()]
    if simple:
        fields = tuple(
            _field(name, part, where, required=False, anchor=part_anchor(name)) for name, part in simple.items()
        )
        found.append(
            Shape(
                name=text("Values"), anchor="roi-values", description=text("What single values may be."), fields=fields
            )
        )
    return tuple(found)


def part_anchor(name: str) -> str:
    """The anchor of a named part of a schema."""
    return f"roi-part-{name}"


def _shape(name: str, node: Node, where: _Where) -> Shape:
    return Shape(
        name=name,
        anchor=part_anchor(name),
        description=str(node.get("description", "")),
        fields=tuple(_fields(node, where, prefix="", anchor=f"roi-{name}")),
    )


def _fields(node: Node, where: _Where, *, prefix: str, anchor: str) -> Iterator[Field]:
    required = set(node.get("required", ()))
    for name, child in node.get("properties", {}).items():
        path, place = f"{prefix}{name}", f"{anchor}-{name}"
        yield _field(path, child, where, required=name in required, anchor=place)
        yield from _fields(child, where, prefix=f"{path}.", anchor=place)
        items = child.get("items")
        if isinstance(items, dict):
            yield from _fields(items, where, prefix=f"{path}[].", anchor=place)


def _field(name: str, node: Node, where: _Where, *, required: bool, anchor: str) -> Field:
    return Field(
        name=name,
        anchor=anchor,
        required=required,
        kind=_kind(node, where),
        description=str(node.get("description", "")),
        unit=str(node.get("x-unit", "")),
        default=json.dumps(node["default"], ensure_ascii=False) if "default" in node else "",
        examples=tuple(json.dumps(example, ensure_ascii=False) for example in node.get("examples", ())),
    )


def _kind(node: Node, where: _Where) -> Markup:
    if "$ref" in node:
        return _link(str(node["$ref"]), where)
    if "const" in node:
        return Markup("<code>{}</code>").format(json.dumps(node["const"], ensure_ascii=False))
    if "enum" in node:
        return Markup(", ").join(Markup("<code>{}</code>").format(value) for value in _words(node["enum"]))
    branches = [node[key] for key in ("then", "else") if isinstance(node.get(key), dict)]
    branches += [*node.get("oneOf", ()), *node.get("anyOf", ())]
    if branches:
        return Markup(" or ").join(dict.fromkeys(_kind(branch, where) for branch in branches))
    if node.get("type") == "array":
        items = node.get("items")
        return Markup("list of ") + _kind(items, where) if isinstance(items, dict) else Markup("list")
    kinds = node.get("type", "anything")
    return escape(" or ".join(kinds) if isinstance(kinds, list) else str(kinds).replace("object", "map"))


def _words(values: object) -> list[str]:
    return [str(value).lower() if isinstance(value, bool) else str(value) for value in values]  # type: ignore[attr-defined]


def _link(reference: str, where: _Where) -> Markup:
    file, _, pointer = reference.partition("#")
    name = pointer.rpartition("/")[2]
    page = _name(file) if file else where.own
    return Markup('<a href="{}#{}">{}</a>').format(
        where.addresses.get(page, ""), part_anchor(name or page), name or page
    )


def _name(identifier: str) -> str:
    return identifier.rpartition("/")[2].removesuffix(".schema.json")
