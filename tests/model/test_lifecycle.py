"""Which statuses may follow which."""

import pytest

from roi_plugin.model.decision import Status
from roi_plugin.model.lifecycle import MOVES, is_lawful, is_way, lawful_after, moves_in_words, one_of, way

LAWFUL = {
    "draft": "proposed accepted rejected",
    "proposed": "draft accepted rejected",
    "accepted": "deprecated superseded",
    "rejected": "draft proposed",
    "deprecated": "superseded",
    "superseded": "",
}


def statuses(words: str) -> tuple[Status, ...]:
    return tuple(Status(word) for word in words.split())


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", Status)
def test_a_move_is_allowed_when_the_table_names_it_or_nothing_moves(before: Status, after: Status) -> None:
    assert is_lawful(before, after) is (after == before or after in LAWFUL[before].split())


def test_the_table_speaks_of_every_status() -> None:
    assert set(MOVES) == set(Status)
    assert {status: lawful_after(status) for status in Status} == {
        Status(before): statuses(after) for before, after in LAWFUL.items()
    }


@pytest.mark.parametrize("status", Status)
def test_a_new_record_begins_in_any_status(status: Status) -> None:
    assert is_lawful(None, status)


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("draft", "accepted", ""),
        ("draft", "superseded", "accepted"),
        ("proposed", "deprecated", "accepted"),
        ("rejected", "accepted", "proposed"),
        ("rejected", "superseded", "proposed accepted"),
    ],
)
def test_the_shortest_way_goes_through_allowed_moves_only(before: str, after: str, between: str) -> None:
    assert way(Status(before), Status(after)) == statuses(between)
    assert is_way((Status(before), *statuses(between), Status(after)))


@pytest.mark.parametrize(("before", "after"), [("accepted", "proposed"), ("superseded", "deprecated")])
def test_no_way_leads_back(before: str, after: str) -> None:
    assert way(Status(before), Status(after)) is None


def test_the_table_can_be_read_as_a_sentence() -> None:
    said = moves_in_words()
    assert said.startswith("`draft` to `proposed`, `accepted` or `rejected`; `proposed` to ")
    assert said.endswith("`deprecated` to `superseded`; nothing follows `superseded`")


def test_no_choice_is_nothing() -> None:
    assert one_of(()) == "nothing"
