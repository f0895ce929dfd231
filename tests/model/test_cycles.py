import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.cycles import circular_groups, one_circle


@pytest.mark.parametrize(
    ("graph", "groups"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"]}, []),
        ({"a": ["a"]}, []),
        ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, [["a", "b", "c"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d", "a"], "d": ["c"]}, [["a", "b"], ["c", "d"]]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["b", "a"], "b": ["c", "a"], "c": ["b"]}, [["a", "b", "c"]]),
    ],
)
def test_names_that_lead_to_each_other_are_one_group(graph, groups):
    assert circular_groups(graph) == groups


def test_a_circle_names_the_shortest_way_round():
    graph = {"a": ["b", "c"], "b": ["c"], "c": ["a"]}
    assert one_circle(graph, ["a", "b", "c"]) == ["a", "c"]


def test_a_chain_of_a_hundred_thousand_ends_without_recursion():
    chain = {str(number): [str(number + 1)] for number in range(100_000)}
    assert circular_groups(chain) == []
    assert len(circular_groups(chain | {"100000": ["0"]})[0]) == 100_001


@given(st.dictionaries(st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefg"), max_size=4)))
def test_each_group_is_what_reaches_each_other(graph):
    def reached(start):
        seen, waiting = set(), [start]
        while waiting:
            for target in graph.get(waiting.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return seen

    together = {frozenset({name, *(other for other in reached(name) if name in reached(other))}) for name in graph}
    groups = circular_groups(graph)
    assert {frozenset(group) for group in groups} == {group for group in together if len(group) > 1}
    for group in groups:
        circle = one_circle(graph, group)
        assert all(after in graph[name] for name, after in zip(circle, [*circle[1:], circle[0]], strict=True))
