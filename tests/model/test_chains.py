import datetime as dt

import pytest

from roi_plugin.model.chains import chains
from roi_plugin.model.decision import Decision, Reference, Status
from roi_plugin.model.links import derive_links
from roi_plugin.model.register import Register


def decision(number, *old, status="accepted", year=2020):
    return Decision(
        id=str(number),
        path=f"{number:04}-x.md",
        number=str(number),
        title="x",
        status=Status(status),
        date=dt.date(year, 1, 1),
        supersedes=tuple(Reference(target=name.partition("#")[0], part=name.partition("#")[2] or None) for name in old),
    )


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([decision(1), decision(2, "1"), decision(3, "2"), decision(4)], [["1", "2", "3"]]),
        ([decision(1, "3"), decision(2, "1"), decision(3)], [["3", "1", "2"]]),
        ([decision(1), decision(2), decision(3, "1", "2")], [["1", "2", "3"]]),
        ([decision(1, year=2021), decision(2), decision(3, "1", "2")], [["2", "1", "3"]]),
        ([decision(1), decision(2, "1"), decision(3, "1"), decision(4, "3")], [["1", "2", "3", "4"]]),
        ([decision(1), decision(2, "1"), decision(3), decision(4, "3")], [["1", "2"], ["3", "4"]]),
        ([decision(1), decision(2, "1", status="proposed")], []),
        ([decision(1), decision(2, "1#3")], []),
        ([decision(1, "2"), decision(2, "1")], []),
        ([decision(1)], []),
        ([], []),
    ],
)
def test_what_replaced_what_hangs_together_from_the_oldest_on(decisions, expected):
    register = Register(decisions)
    assert [[each.id for each in chain] for chain in chains(register, derive_links(register))] == expected


def test_a_long_chain_is_walked_without_going_deep():
    register = Register([decision(number, *([str(number - 1)] if number > 1 else [])) for number in range(1, 3001)])
    (chain,) = chains(register, derive_links(register))
    assert [each.id for each in chain] == [str(number) for number in range(1, 3001)]
