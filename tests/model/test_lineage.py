"""The ties between decisions, each told once."""

import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Reference, Status
from roi_plugin.model.lineage import Tie, TieKind, ties
from roi_plugin.model.links import derive_links
from roi_plugin.model.register import Register

DAY = dt.date(2026, 2, 3)


def _decision(number, status=Status.ACCEPTED, **links):
    references = {
        name: tuple(
            Reference(target=target, part=part or None) for target, _, part in (one.partition("#") for one in several)
        )
        for name, several in links.items()
    }
    path = f"{number:04}-a.md"
    return Decision(id=path[:-3], path=path, number=str(number), title="A", status=status, date=DAY, **references)


def _ties(*decisions):
    register = Register(decisions)
    links = derive_links(register)
    return ties(links.by_path, {decision.id: decision.path for decision in decisions})


def _tie(kind, before, after, **more):
    return Tie(kind=kind, before=f"{before:04}-a.md", after=f"{after:04}-a.md", **more)


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([_decision(1), _decision(2, supersedes=["0001"])], [_tie(TieKind.REPLACED, 1, 2)]),
        ([_decision(1, superseded_by=["0002"]), _decision(2)], [_tie(TieKind.REPLACED, 1, 2)]),
        (
            [_decision(1), _decision(2, Status.PROPOSED, supersedes=["0001"])],
            [_tie(TieKind.REPLACED, 1, 2, in_effect=False)],
        ),
        (
            [_decision(1), _decision(2, supersedes=["0001#a", "0001#b"])],
            [_tie(TieKind.REPLACED, 1, 2, parts=("a", "b"))],
        ),
        ([_decision(1, depends_on=["0002"]), _decision(2)], [_tie(TieKind.NEEDED, 2, 1)]),
        ([_decision(1, related=["0002"]), _decision(2, related=["0001"])], [_tie(TieKind.RELATED, 1, 2)]),
        ([_decision(1), _decision(2, related=["0001"])], [_tie(TieKind.RELATED, 1, 2)]),
        ([_decision(1, depends_on=["0009"], related=["0001"])], []),
    ],
)
def test_a_tie_is_told_once_from_the_earlier_to_the_later(decisions, expected):
    assert list(_ties(*decisions)) == expected


def test_what_is_not_among_the_known_is_left_out():
    links = derive_links(Register([_decision(1), _decision(2, depends_on=["0001"])]))
    assert ties(links.by_path, {"0002-a": "0002-a.md"}) == ()
    assert ties({"0002-a.md": links.at("0002-a.md")}, {"0001-a": "0001-a.md"}) == ()
