"""Places of a graph that is read from left to right."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.columns import places

PAIRS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda two: two[0] != two[1])
)


def _columns(names, arrows, bonds=()):
    return {place.name: place.column for place in places(names, arrows, bonds)}


@pytest.mark.parametrize(
    ("arrows", "columns"),
    [
        ([("a", "b"), ("b", "c")], {"a": 0, "b": 1, "c": 2}),
        ([("c", "b"), ("b", "a")], {"a": 2, "b": 1, "c": 0}),
        ([("a", "b"), ("b", "c"), ("a", "c")], {"a": 0, "b": 1, "c": 2}),
        ([("a", "b"), ("b", "c"), ("d", "c")], {"a": 0, "b": 1, "c": 2, "d": 1}),
        ([("a", "b"), ("b", "a"), ("b", "c")], {"a": 0, "b": 0, "c": 1}),
    ],
)
def test_an_arrow_leads_to_a_column_further_right_and_a_beginning_stands_right_before_its_first(arrows, columns):
    assert _columns(list(columns), arrows) == columns


def test_who_is_bound_alone_stands_one_column_after_those_that_come_first():
    assert _columns("abcd", [("a", "b")], [("b", "c"), ("c", "d")]) == {"a": 0, "b": 1, "c": 2, "d": 3}


def test_families_stand_apart_the_largest_first_then_in_the_order_of_the_names():
    found = places("abcdefg", [("c", "d"), ("e", "f"), ("f", "g")], [("a", "b")])
    assert [(place.name, place.family) for place in found] == [
        ("e", 0), ("f", 0), ("g", 0), ("a", 1), ("b", 1), ("c", 2), ("d", 2)
    ]  # fmt: skip


def test_neighbours_stand_at_the_same_height_so_that_lines_do_not_cross():
    arrows = [("a", "z"), ("b", "y"), ("c", "x"), ("a", "w"), ("b", "w"), ("c", "w")]
    order = [place.name for place in places("abcxyzw", arrows)]
    firsts, lasts = order[:3], [name for name in order[3:] if name != "w"]
    assert [dict(arrows[:3])[name] for name in firsts] == lasts


@given(arrows=PAIRS, bonds=PAIRS)
def test_everybody_has_one_place_and_no_arrow_leads_back_outside_a_circle(arrows, bonds):
    found = places("abcdefgh", arrows, bonds)
    assert sorted(place.name for place in found) == list("abcdefgh")
    column = {place.name: place.column for place in found}
    family = {place.name: place.family for place in found}
    assert all(column[one] <= column[other] for one, other in arrows)
    assert all(family[one] == family[other] for one, other in arrows + bonds)
    assert all(min(column[name] for name in family if family[name] == each) == 0 for each in set(family.values()))


def test_a_chain_of_thousands_has_as_many_columns():
    names = [str(number) for number in range(5000)]
    assert places(names, list(pairwise(names)))[-1].column == 4999
