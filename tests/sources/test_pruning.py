"""Values are taken out of data, and paths into the rest lead back to where it stood."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.finding import FieldPath
from roi_plugin.sources.pruning import pruned
from roi_plugin.sources.yaml_text import Data

NESTED = st.recursive(
    st.integers(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=20,
)
MAPS = st.dictionaries(st.sampled_from("abcd"), NESTED)
PATHS = st.lists(st.lists(st.sampled_from("abcd") | st.integers(0, 3), max_size=4).map(tuple), max_size=4)


def paths(data: Data, at: FieldPath = ()) -> Iterator[FieldPath]:
    yield at
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from paths(value, (*at, key))


def value_at(data: Data, field: FieldPath) -> Data:
    for part in field:
        data = data[part]  # type: ignore[index,call-overload]
    return data


def test_items_behind_a_removed_one_keep_their_first_place() -> None:
    left = pruned({"a": [0, 1, {"b": [2, 3]}], "c": 4}, [("a", 0), ("a", 2, "b", 0), ("c",)])
    assert left.data == {"a": [1, {"b": [3]}]}
    assert left.original(("a", 1, "b", 0)) == ("a", 2, "b", 1)


def test_a_missing_value_takes_the_map_that_lacks_it_and_never_the_whole() -> None:
    assert pruned({"a": [{"b": 1}], "c": 2}, [("a", 0, "id"), ("title",)]).data == {"a": [], "c": 2}


@given(data=MAPS, fields=PATHS)
def test_what_is_left_is_what_stood_at_its_first_place(data: dict[str, Data], fields: list[FieldPath]) -> None:
    left = pruned(data, fields)
    for path in paths(left.data):
        now, before = value_at(left.data, path), value_at(data, left.original(path))
        assert now == before if isinstance(now, int) else type(now) is type(before)
        assert left.original(path) not in left.removed
