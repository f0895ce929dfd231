"""Which fields of a record are frozen once it is accepted, flat, and which of them say something else than before.

Frozen is what was decided and what was expected of it: `problem`, `goal`, `expected_life`, `kill_if`, `economics`,
`options` with all that was compared, estimated, chosen and rejected, `displaces`, `scores`, `correlations` and
`reference_class`. Open stays what becomes of a decision (its status and delivery, dates, links, reviews, waivers,
amendments, sign-offs), how it is measured (`metrics`, `guardrails`, `okr`, with rules of their own), its title, labels
and people, and inside the frozen part what only bears it out or follows it up: evidence and sources, notes, who
estimated, owners, mitigations, what partners agreed to, how motivated the team is, and keys of one's own (`x-`).
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from roi_plugin.model.finding import FieldPath
from roi_plugin.model.same_meaning import means_the_same

Scalar = str | int | float | bool
"""A value as a record writes it."""

FROZEN = (
    "problem",
    "goal",
    "expected_life",
    "kill_if",
    "economics",
    "options",
    "displaces",
    "scores",
    "correlations",
    "reference_class",
)
"""The fields of a record that are frozen, in the order in which leaves are given."""

_OPEN = frozenset(
    {
        "agreed",
        "between",
        "by",
        "ethics",
        "evidence",
        "incentive",
        "mitigation",
        "note",
        "owner",
        "retrieved",
        "rubric",
        "source",
    }
)
"""Keys inside the frozen part that stay open; `between` of a correlation is in its key already."""
_ALONE = {"kill_if": "text", "displaces": "what"}
"""What may stand alone instead of in a list: a text there is this key of an entry."""
_NAMES = ("id", "metric", "team")
"""The keys that tell entries of a list apart, the best first."""
_KEY_PART = re.compile(r"\[([^\]]+)\]|([^.\[\]]+)")
_QUANTITIES = ("value", "range")


class Leaf(Struct, frozen=True, kw_only=True):
    """One frozen value: `key` stays the same when lists are put into another order, `field` is where it stands."""

    key: str
    field: FieldPath
    value: Scalar


class ChangedLeaf(Struct, frozen=True, kw_only=True):
    """A frozen value that says something else; `before` is None for one that is new, `after` for one that is gone."""

    key: str
    before: Scalar | None
    after: Scalar | None


def leaves(data: Mapping[str, object]) -> Iterator[Leaf]:
    """The frozen values of a record's data as it is written, whatever else the data holds."""
    for name in FROZEN:
        if name in data:
            yield from _below(_listed(name, data[name]), name, (name,))


def forecast_leaves(data: Mapping[str, object]) -> dict[str, Scalar]:
    """The frozen values by their keys, as `options[tune].gains[hours].value`; entries without a name by their index.

    An estimate is one value, in its short form and in its long one.
    """
    return {leaf.key: leaf.value for leaf in leaves(data)}


def changed_leaves(before: Mapping[str, Scalar], after: Mapping[str, Scalar]) -> tuple[ChangedLeaf, ...]:
    """Where two views by `forecast_leaves` differ in what they mean, those that are gone last."""
    keys = (*after, *(key for key in before if key not in after))
    return tuple(
        ChangedLeaf(key=key, before=before.get(key), after=after.get(key))
        for key in keys
        if not (key in before and key in after and means_the_same(last_name(key), before[key], after[key]))
    )


def key_parts(key: str) -> list[tuple[str, bool]]:
    """The parts of a key, each with whether it is the name or the index of an entry: `options`, `tune`, `cost`."""
    return [(entry or name, bool(entry)) for entry, name in _KEY_PART.findall(key)]


def places(key: str) -> Iterator[str]:
    """The place of a value and all that are around it, the outermost first: `options`, `options[tune]`, and so on."""
    yield from (key[:end] for end, letter in enumerate(key) if letter in ".[" and end)
    yield key


def as_written(value: Scalar) -> str:
    """A value in the letters of a record: `true`, not `True`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _below(value: object, key: str, field: FieldPath) -> Iterator[Leaf]:
    if isinstance(value, dict):
        yield from _of_map(value, key, field)
    elif isinstance(value, list):
        for index, (name, item) in enumerate(entries(value)):
            yield from _below(item, f"{key}[{name}]", (*field, index))
    elif isinstance(value, str | int | float) and not (field[-1] == "chosen" and value in {False, "no"}):
        yield Leaf(key=key, field=field, value=value)


def _of_map(value: dict[str, object], key: str, field: FieldPath) -> Iterator[Leaf]:
    inner = dict(value)
    if (quantity := _quantity_key(inner)) is not None:
        written = inner.pop("stated", None) if inner.pop("shared", False) else inner[quantity]
        del inner[quantity]
        yield from _below(written, key, (*field, quantity))
    for name, part in inner.items():
        if not _is_open(name, field):
            yield from _below(part, f"{key}.{name}", (*field, name))


def _quantity_key(value: dict[str, object]) -> str | None:
    """The key of an estimate in its long form; None for all other maps."""
    if "id" in value:
        return None
    return next((key for key in _QUANTITIES if isinstance(value.get(key), str | int | float)), None)


def _is_open(name: str, parent: FieldPath) -> bool:
    if name == "by" and parent[0] == "kill_if":
        return False
    if parent[-1] == "inputs":
        return False
    is_of_an_option = parent[0] == "options" and len(parent) == len(("options", 0))
    return name in _OPEN or name.startswith("x-") or (is_of_an_option and name == "motivation")


def _listed(name: str, value: object) -> object:
    """What may stand alone, as the list that it can be too."""
    key = _ALONE.get(name)
    if key is None:
        return value
    items = value if isinstance(value, list) else [value]
    return [item if isinstance(item, dict) else {key: item} for item in items]


def entries(items: list[object]) -> Iterator[tuple[str, object]]:
    """The entries of a list, each with a name that fits a key and that no earlier one has; else with its index."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        name = _own_name(item) if isinstance(item, dict) else None
        if not name or name in seen or "[" in name or "]" in name:
            name = str(index)
        seen.add(name)
        yield name, item


def _own_name(item: dict[str, object]) -> str | None:
    between = item.get("between")
    if isinstance(between, list):
        return "+".join(sorted(str(name) for name in between))
    return next((str(item[key]) for key in _NAMES if isinstance(item.get(key), str)), None)


def last_name(key: str) -> str:
    """The last name in a key: `value` of `options[tune].gains[hours].value`."""
    return next((part for part, is_entry in reversed(key_parts(key)) if not is_entry), "")
