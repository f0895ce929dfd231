"""Reads estimates: the short form (`30k..60k`) and the long one (`{range: 30k..60k, by: [kim]}`)."""

from typing import Any

from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.grammar import QuantityError, parse_quantity
from roi_plugin.model.quantity import Expression, Point, Quantity
from roi_plugin.sources.plain_values import Map, day_in, text_of, texts_in
from roi_plugin.sources.quantity_limits import LINE_VALUE, Limits, fault

SHARED, STATED = "shared", "stated"
"""Keys of an estimate whose quantity is that of a shared assumption: that it is, and what the record writes instead."""
_NAME = "schema/quantity"


def estimate_in(data: Map, key: str, at: FieldPath, problems: list[Problem], limits: Limits) -> Estimate | None:
    """The estimate under `key`; None where there is none, and with a problem more where it cannot be read."""
    written = data.get(key)
    return None if written is None else estimate_of(written, (*at, key), problems, limits)


def estimate_of(written: Any, field: FieldPath, problems: list[Problem], limits: Limits) -> Estimate | None:
    """An estimate as written at `field`; None and a problem more where it cannot be read."""
    if isinstance(written, dict):
        return _long_estimate(written, field, problems, limits)
    quantity = _quantity(written, field, problems, limits)
    return None if quantity is None else Estimate(text=text_of(written), quantity=quantity)


def inputs_in(data: Map, at: FieldPath, problems: list[Problem]) -> dict[str, Estimate]:
    """The named inputs of a line, without those that cannot be read."""
    written: Map | None = data.get("inputs")
    if not written:
        return {}
    at = (*at, "inputs")
    found = {name: estimate_of(value, (*at, name), problems, LINE_VALUE) for name, value in written.items()}
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def _long_estimate(data: Map, field: FieldPath, problems: list[Problem], limits: Limits) -> Estimate | None:
    key = "range" if "range" in data else "value"
    if "range" in data and "value" in data:
        problems.append(_two_quantities((*field, "value")))
    if key not in data:
        problems.append(_no_quantity(data["assumption"], (*field, "assumption")))
        return None
    quantity = _quantity(data[key], (*field, key), problems, limits, assumption=data.get("assumption"))
    if quantity is None:
        return None
    if key == "range" and isinstance(quantity, Point | Expression):
        problems.append(_no_range(data[key], (*field, key)))
    return Estimate(
        text=text_of(data[key]),
        quantity=quantity,
        by=texts_in(data, "by"),
        evidence=texts_in(data, "evidence"),
        dist=data.get("dist"),
        source=data.get("source"),
        retrieved=day_in(data, "retrieved"),
        assumption=data.get("assumption"),
        shared=SHARED in data,
        stated=data.get(STATED),
        note=data.get("note"),
    )


def _quantity(
    written: Any, field: FieldPath, problems: list[Problem], limits: Limits, *, assumption: str | None = None
) -> Quantity | None:
    try:
        quantity = parse_quantity(written)
    except QuantityError as error:
        problems.append(Problem(field=field, name=_NAME, message=error.message, help=error.help, offset=error.offset))
        return None
    wrong = fault(quantity, limits)
    if wrong is None:
        return quantity
    origin = f" (assumption `{assumption}`)" if assumption else ""
    message = f"`{text_of(written)}`{origin} {wrong}"
    problems.append(Problem(field=field, name=_NAME, message=message, help=limits.help))
    return None


def _two_quantities(field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name=_NAME,
        message="`value` and `range` both give the quantity: expected one of them",
        help="keep `range` where it is a 90 % interval, else `value`",
    )


def _no_quantity(assumption: str, field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name=_NAME,
        message=f"the assumption `{assumption}` alone gives no number here: expected `value` or `range` beside it",
        help="write the number itself",
    )


def _no_range(written: Any, field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name=_NAME,
        message=f"`{text_of(written)}` is no range: expected `low..high`",
        help="write it under `value`, or give the 90 % interval",
    )
