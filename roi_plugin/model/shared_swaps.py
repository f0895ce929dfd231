"""A number that gave way to a shared assumption, or took its place: one change of one value, if it is one at all."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from roi_plugin.model.frozen_fields import Scalar
from roi_plugin.model.record_past import MovedField
from roi_plugin.model.same_meaning import means_the_same

_REFERENCE = ".assumption"


def with_swaps(moved: Sequence[MovedField], value_of: Callable[[str], str | None]) -> tuple[MovedField, ...]:
    """The moved values with each swap as one; without those whose assumption is worth, by `value_of`, that number."""
    by_key = {one.key: one for one in moved}
    swaps = {key: (one, by_key[key]) for one in moved if (key := _number_key(one, by_key)) is not None}
    found: list[MovedField] = []
    for one in moved:
        if one.key in swaps:
            reference, number = swaps[one.key]
            name, written = _swapped(reference, number)
            found += [] if _is_worth(value_of(name), written) else [_swap(reference, number)]
        elif _number_key(one, by_key) is None:
            found.append(one)
    return tuple(found)


def _number_key(one: MovedField, by_key: Mapping[str, MovedField]) -> str | None:
    """The key of the number that a moved reference to an assumption replaced, or was replaced by."""
    key = one.key.removesuffix(_REFERENCE)
    number = by_key.get(key) if key != one.key else None
    is_swap = number is not None and {one.before is None, number.before is None} == {True, False}
    return key if is_swap else None


def _swapped(reference: MovedField, number: MovedField) -> tuple[str, Scalar | None]:
    is_new = reference.before is None
    return str(reference.after if is_new else reference.before), number.before if is_new else number.after


def _is_worth(value: str | None, written: Scalar | None) -> bool:
    if value is None or written is None or isinstance(written, bool):
        return False
    return means_the_same("value", value, written)


def _swap(reference: MovedField, number: MovedField) -> MovedField:
    """One change at the place of the number."""
    if reference.before is None:
        return replace(number, field=reference.field, after=f"the assumption {reference.after}")
    return replace(number, before=f"the assumption {reference.before}")
