import pytest

from roi_plugin.model.success_criteria import criteria_leaves

DATA = {
    "metrics": [{"id": "clicks", "baseline": {"value": "5%", "by": "kim"}, "oracle": "web"}],
    "guardrails": [{"metric": "p99", "limit": "<= 200 ms", "observations": []}],
    "okr": {"objective": "More", "key_results": [{"id": "KR1", "from": 5, "to": 9, "now": 6}]},
}


def test_targets_baselines_limits_and_key_results_are_told_and_progress_is_not():
    assert {leaf.key: leaf.value for leaf in criteria_leaves(DATA)} == {
        "metrics[clicks].id": "clicks",
        "metrics[clicks].baseline": "5%",
        "guardrails[p99].metric": "p99",
        "guardrails[p99].limit": "<= 200 ms",
        "key_results[KR1].id": "KR1",
        "key_results[KR1].from": 5,
        "key_results[KR1].to": 9,
    }


def test_a_leaf_knows_where_it_stands():
    places = {leaf.key: leaf.field for leaf in criteria_leaves(DATA)}
    assert places["metrics[clicks].baseline"] == ("metrics", 0, "baseline", "value")
    assert places["key_results[KR1].to"] == ("okr", 0, "key_results", 0, "to")


@pytest.mark.parametrize("written", [None, 3, "x", [3], [[{}]], {"key_results": 3}])
def test_data_of_any_shape_can_be_read(written):
    assert list(criteria_leaves(dict.fromkeys(("metrics", "guardrails", "okr"), written))) == []
