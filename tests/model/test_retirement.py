"""The change that took a decision out of force."""

import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.history import RecordHistory, State, Version
from roi_plugin.model.retirement import retiring_change

DAY = dt.date(2026, 1, 1)


def _history(*states: tuple[str, str | None]) -> RecordHistory:
    return RecordHistory(
        versions=tuple(
            Version(
                date=DAY + dt.timedelta(days=at),
                path="0001-a.md",
                commit=f"c{at}",
                state=State(status=status, delivery=delivery),
            )
            for at, (status, delivery) in enumerate(states)
        )
    )


@pytest.mark.parametrize(
    ("status", "delivery", "states", "expected"),
    [
        ("deprecated", None, [("accepted", None), ("deprecated", None), ("deprecated", "planned")], "c1"),
        ("deprecated", None, [("deprecated", None), ("accepted", None), ("deprecated", None)], "c2"),
        ("accepted", "reverted", [("accepted", "delivered"), ("accepted", "reverted")], "c1"),
        ("accepted", "reverted", [("accepted", None), ("accepted", "reverted"), ("accepted", "reverted")], "c1"),
        ("accepted", "delivered", [("proposed", None), ("accepted", "delivered")], None),
        ("rejected", None, [("rejected", None)], None),
        ("rejected", None, [("proposed", None)], None),
    ],
)
def test_it_is_the_last_change_to_where_it_stands(status, delivery, states, expected):
    decision = Decision(
        id="a",
        path="0001-a.md",
        number="1",
        title="A",
        status=Status(status),
        delivery=Delivery(delivery) if delivery else None,
        date=DAY,
    )
    found = retiring_change(decision, _history(*states))
    assert (found.version.commit if found else None) == expected


def test_without_a_history_nobody_knows():
    decision = Decision(id="a", path="0001-a.md", number="1", title="A", status=Status.REJECTED, date=DAY)
    assert retiring_change(decision, None) is None
