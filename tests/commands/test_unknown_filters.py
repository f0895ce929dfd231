"""A filter that no decision answers to is told, with the nearest value or those that there are."""

import datetime as dt

import pytest

from roi_plugin.commands.unknown_filters import unknown_filters
from roi_plugin.model.decision import Decision, Status


def decision(**fields):
    day = dt.date(2026, 3, 2)
    return Decision(id="1-a", path="1-a.md", number="1", title="A", status=Status.ACCEPTED, date=day, **fields)


KNOWN = [decision(owner="ana", tags=("ml", "cost")), decision(owner="ben", area="search")]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"owner": ["ana"], "area": ["search"], "tag": ["ml"], "objective": []}, []),
        ({"area": ["serach"]}, ["no decision here has the area `serach`: did you mean `search`?"]),
        ({"tag": ["ml", "x"]}, ["no decision here has the tag `x`: the tags are `cost`, `ml`"]),
        ({"objective": ["Open"]}, ["no decision here has the objective `Open`: there are no objectives"]),
    ],
)
def test_a_value_that_no_decision_has_is_told(asked, told):
    assert list(unknown_filters(KNOWN, asked)) == told


def test_of_many_values_a_dozen_is_named():
    (note,) = unknown_filters([decision(tags=tuple(f"t{number}" for number in range(30)))], {"tag": ["zzz"]})
    assert note.endswith(", ...")
    assert note.count("`t") == 12
