"""What a decision has of each facet, and what all have."""

from roi_plugin.model.facets import FACETS, known_values
from roi_plugin.model.measurement import Okr


def test_a_decision_has_what_it_says_and_nothing_of_what_it_does_not_say(decision):
    said = decision("1-a", owner="ana", area="search", tags=("ml", "cost"), okr=(Okr(objective="More"),))
    assert {name: read(said) for name, read in FACETS.items()} == {
        "owner": ("ana",),
        "area": ("search",),
        "tag": ("ml", "cost"),
        "objective": ("More",),
    }
    assert {read(decision("2-b")) for read in FACETS.values()} == {()}


def test_what_all_have_stands_once_and_in_order(decision):
    every = [decision("1-a", tags=("b", "a")), decision("2-b", tags=("a",)), decision("3-c")]
    assert known_values("tag", every) == ["a", "b"]
    assert known_values("area", every) == []
