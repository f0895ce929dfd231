import pytest

from roi_plugin.model.decision import Status
from roi_plugin.rules.stages import is_delivered, is_done, is_reverted, status_in_effect


@pytest.mark.parametrize(
    ("delivery", "delivered", "reverted"),
    [
        ("planned", False, False),
        ("in-progress", False, False),
        ("delivered", True, False),
        ("reverted", False, True),
    ],
)
def test_work_ends_with_delivery_and_what_runs_ends_when_it_is_reverted(record, delivery, delivered, reverted):
    decision = record(f"delivery: {delivery}")
    assert (is_delivered(decision), is_reverted(decision)) == (delivered, reverted)
    assert is_done(decision) is (delivered or reverted)


@pytest.mark.parametrize(
    ("status", "successor", "asked_as"),
    [
        ("accepted", "accepted", "superseded"),
        ("accepted", "deprecated", "superseded"),
        ("accepted", "proposed", "accepted"),
        ("proposed", "accepted", "rejected"),
        ("deprecated", "accepted", "deprecated"),
        ("rejected", "accepted", "rejected"),
        ("draft", "accepted", "draft"),
    ],
)
def test_what_another_decision_replaced_is_asked_as_retired_whatever_it_still_says(
    record, context, status, successor, asked_as
):
    decision = record(f"status: {status}")
    newer = record(f"{{status: {successor}, supersedes: '0001-cache'}}", path="0002-better.md")
    assert status_in_effect(decision, context(decision, newer)) is Status(asked_as)


def test_a_part_that_was_replaced_leaves_the_status(record, context):
    decision = record("status: accepted")
    newer = record("supersedes: '0001-cache#3'", path="0002-better.md")
    assert status_in_effect(decision, context(decision, newer)) is Status.ACCEPTED
