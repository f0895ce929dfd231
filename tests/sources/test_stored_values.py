"""What is stored comes back as it was."""

import json
from collections.abc import Mapping
from enum import StrEnum

import pytest
from msgspec import Struct, field

from roi_plugin.sources.stored_values import plain, value_of


class Kind(StrEnum):
    BIG = "big"
    SMALL = "small"


class Leaf(Struct, frozen=True, kw_only=True):
    value: float | None = None
    name: str = ""


class Tree(Struct, frozen=True, kw_only=True):
    leaves: tuple[Leaf, ...] = ()
    pair: tuple[float, str] = (0.0, "")
    by_name: Mapping[str, Leaf] = field(default_factory=dict)
    sure: bool = False
    one: Leaf | None = None
    kind: Kind = Kind.BIG
    path: tuple[str | int, ...] = ()


TREE = Tree(
    kind=Kind.SMALL,
    path=("options", 1),
    leaves=(Leaf(value=0.1 + 0.2, name="a"), Leaf()),
    pair=(1.0, "x"),
    by_name={"k": Leaf(name="é\u2028")},
    sure=True,
)


def test_a_value_survives_json():
    assert value_of(Tree, json.loads(json.dumps(plain(TREE)))) == TREE


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "x",
        {},
        {"leaves": 3},
        [*plain(TREE), 1],
        plain(TREE)[:-1],
        [[], [1.0, ""], {}, False, None, "huge", []],
    ],
)
def test_data_of_another_shape_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - any fault of the data
        value_of(Tree, data)


def test_what_json_cannot_hold_is_refused():
    with pytest.raises(TypeError):
        plain({1, 2})
