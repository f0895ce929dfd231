import pytest

from roi_plugin.model.decision import Delivery
from roi_plugin.model.links import Link, binds, derive_links

NONE = ()


def test_supersession_written_by_the_successor_is_derived_on_the_old_decision(register, decision):
    links = derive_links(register(decision("1-old"), decision("2-new", supersedes=["1-old"])))
    assert links.of("2-new").supersedes == (Link(id="1-old"),)
    assert links.of("1-old").superseded_by == (Link(id="2-new"),)
    assert links.of("1-old").successor == Link(id="2-new")
    assert (links.of("1-old").in_force, links.of("2-new").in_force) == (False, True)


def test_supersession_written_by_the_old_decision_is_derived_on_the_successor(register, decision):
    links = derive_links(register(decision("1-old", status="superseded", superseded_by=["2"]), decision("2-new")))
    assert links.of("2-new").supersedes == (Link(id="1-old"),)


def test_supersession_written_on_both_sides_stands_once(register, decision):
    links = derive_links(
        register(
            decision("1-old", status="superseded", superseded_by=["2-new"]), decision("2-new", supersedes=["0001"])
        )
    )
    assert links.of("1-old").superseded_by == (Link(id="2-new"),)
    assert links.of("2-new").supersedes == (Link(id="1-old"),)


@pytest.mark.parametrize("delivery", [None, *Delivery])
def test_what_was_reverted_is_still_in_force_by_its_status_and_binds_nobody(register, decision, delivery):
    one = decision("1-old", delivery=delivery)
    links = derive_links(register(one)).of("1-old")
    assert links.in_force
    assert binds(one, links) is (delivery is not Delivery.REVERTED)


def test_a_partly_superseded_decision_stays_in_force_and_both_sides_name_the_part(register, decision):
    links = derive_links(register(decision("42-old"), decision("50-new", supersedes=["42#3"])))
    assert links.of("42-old").superseded_by == (Link(id="50-new", part="3"),)
    assert links.of("50-new").supersedes == (Link(id="42-old", part="3"),)
    assert links.of("42-old").in_force
    assert links.of("42-old").successor is None


def test_two_parts_are_two_links(register, decision):
    links = derive_links(register(decision("42-old"), decision("50-new", supersedes=["42#3", "42#4"])))
    assert [link.part for link in links.of("42-old").superseded_by] == ["3", "4"]


def test_the_whole_and_a_part_of_it_are_the_whole(register, decision):
    links = derive_links(register(decision("42-old"), decision("50-new", supersedes=["42#3", "42"])))
    assert links.of("42-old").superseded_by == (Link(id="50-new"),)


@pytest.mark.parametrize("status", ["draft", "proposed", "rejected"])
def test_a_successor_that_is_not_accepted_takes_no_effect(register, decision, status):
    links = derive_links(register(decision("1-old"), decision("2-new", status=status, supersedes=["1-old"])))
    assert links.of("1-old").superseded_by == (Link(id="2-new", in_effect=False),)
    assert links.of("1-old").in_force


@pytest.mark.parametrize("status", ["accepted", "deprecated", "superseded"])
def test_a_successor_that_was_accepted_once_keeps_its_effect(register, decision, status):
    links = derive_links(register(decision("1-old"), decision("2-new", status=status, supersedes=["1-old"])))
    assert not links.of("1-old").in_force


@pytest.mark.parametrize("status", ["draft", "proposed", "rejected", "deprecated", "superseded"])
def test_only_what_is_accepted_is_in_force(register, decision, status):
    assert not derive_links(register(decision("1-a", status=status))).of("1-a").in_force


def test_in_a_chain_only_the_last_is_in_force(register, decision):
    links = derive_links(
        register(decision("1-a"), decision("2-b", supersedes=["1-a"]), decision("3-c", supersedes=["2-b"]))
    )
    assert [links.of(name).in_force for name in ("1-a", "2-b", "3-c")] == [False, False, True]


def test_a_circle_of_supersessions_takes_no_effect(register, decision):
    links = derive_links(register(decision("1-a", supersedes=["2-b"]), decision("2-b", supersedes=["1-a"])))
    assert links.of("1-a").in_force
    assert links.of("2-b").in_force
    assert not links.of("1-a").superseded_by[0].in_effect


def test_where_the_sides_disagree_the_narrower_word_counts(register, decision):
    links = derive_links(register(decision("1-a", superseded_by=["2-b"]), decision("2-b", supersedes=["1-a#3"])))
    assert links.of("1-a").superseded_by == (Link(id="2-b", part="3"),)
    assert links.of("1-a").in_force


def test_dependents_are_derived(register, decision):
    links = derive_links(register(decision("1-a"), decision("2-b", depends_on=["1#2"])))
    assert links.of("2-b").depends_on == (Link(id="1-a", part="2"),)
    assert links.of("1-a").dependents == (Link(id="2-b", part="2"),)


def test_related_holds_both_ways_and_stands_once(register, decision):
    links = derive_links(register(decision("1-a", related=["2-b"]), decision("2-b", related=["1-a"]), decision("3-c")))
    assert links.of("1-a").related == (Link(id="2-b"),)
    assert links.of("2-b").related == (Link(id="1-a"),)
    assert links.of("3-c").related == NONE


def test_links_to_oneself_and_to_nothing_are_left_out(register, decision):
    links = derive_links(register(decision("1-a", supersedes=["1-a"], depends_on=["99"], related=["1"])))
    found = links.of("1-a")
    assert (found.supersedes, found.superseded_by, found.depends_on, found.related) == (NONE, NONE, NONE, NONE)
    assert found.in_force


def test_links_follow_aliases_and_numbers_and_show_ids(register, decision):
    links = derive_links(register(decision("1-a", aliases=("old-name",)), decision("2-b", depends_on=["old-name"])))
    assert links.of("2-b").depends_on == (Link(id="1-a"),)


def test_written_links_come_before_derived_ones(register, decision):
    links = derive_links(
        register(decision("1-a", supersedes=["3-c"]), decision("2-b", superseded_by=["1-a"]), decision("3-c"))
    )
    assert [link.id for link in links.of("1-a").supersedes] == ["3-c", "2-b"]


def test_two_records_with_one_id_have_links_of_their_own(register, decision):
    links = derive_links(
        register(decision("1-a", path="x/1-a.md", related=["2-b"]), decision("1-a", path="y/1-a.md"), decision("2-b"))
    )
    assert links.at("x/1-a.md").related == (Link(id="2-b"),)
    assert links.at("y/1-a.md").related == NONE
    assert links.of("1-a") is links.at("x/1-a.md")
