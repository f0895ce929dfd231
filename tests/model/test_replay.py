"""A replayed register stands on every day as the register of that day does."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.decision import Delivery, Reference, Status
from roi_plugin.model.links import binds, derive_links
from roi_plugin.model.record_then import RecordThen
from roi_plugin.model.register import Register
from roi_plugin.model.replay import Standing, Stood, replay
from roi_plugin.model.standing_days import last_until, standing_days

START = dt.date(2026, 1, 1)
RECORDS = 6


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def then(number: int, status: str = "accepted", *, expected: float | None = None, **links: tuple) -> RecordThen:
    return RecordThen(
        id=f"{number:04}-x",
        path=f"{number:04}-x.md",
        number=str(number),
        title=f"X{number}",
        status=Status(status),
        currency="EUR",
        expected=expected,
        **links,
    )


def to(*targets: str) -> tuple[Reference, ...]:
    return tuple(Reference(target=target) for target in targets)


@st.composite
def _record_of_then(draw: st.DrawFn, number: int) -> RecordThen:
    names = st.integers(0, RECORDS).flatmap(lambda one: st.sampled_from([f"{one:04}-x", f"{one:04}", str(one), "old"]))
    references = st.builds(Reference, target=names, part=st.sampled_from([None, None, "2"]))
    links = st.lists(references, max_size=2).map(tuple)
    return RecordThen(
        id=draw(st.sampled_from([f"{number:04}-x", "0001-x"])),
        path=f"{number:04}-x.md",
        number=str(number),
        title="X",
        status=draw(st.sampled_from(Status)),
        delivery=draw(st.sampled_from([None, Delivery.DELIVERED, Delivery.REVERTED])),
        aliases=draw(st.sampled_from([(), (), ("old",)])),
        supersedes=draw(links),
        superseded_by=draw(links),
        currency=draw(st.sampled_from(["EUR", "USD"])),
        expected=draw(st.none() | st.integers(-3, 3).map(lambda tenths: tenths / 10)),
    )


@st.composite
def _lives(draw: st.DrawFn) -> list[list[Stood]]:
    lives = []
    for number in range(draw(st.integers(0, RECORDS))):
        days = sorted(draw(st.lists(st.integers(0, 8), max_size=4)))
        lives.append([draw(_version(number, day(one))) for one in days])
    return lives


def _version(number: int, date: dt.date) -> st.SearchStrategy[Stood]:
    gone = st.sampled_from([Stood(date=date), Stood(date=date, is_removal=True)])
    read = _record_of_then(number).map(lambda one: Stood(date=date, then=one))
    return st.one_of(read, read, read, gone)


@given(_lives())
def test_on_every_day_it_is_in_force_what_the_links_of_that_day_say(lives: list[list[Stood]]) -> None:
    steps = replay(lives)
    days = standing_days(steps)
    for number in range(9):
        now = {at: version for at, life in enumerate(lives) for version in life if version.date <= day(number)}
        read = {at: version.then for at, version in now.items() if version.then is not None}
        links = derive_links(Register(one.decision for one in read.values()))
        wanted = {at for at, one in read.items() if binds(one.decision, links.at(one.path))}
        told = {step.record: step.standing for step in steps if step.date <= day(number)}
        assert {at for at, standing in told.items() if standing is Standing.IN_FORCE} == wanted
        found = last_until(days, day(number))
        values = [read[at].expected for at in wanted if read[at].expected is not None]
        assert (
            (len(wanted), len(values)) == (0, 0)
            if found is None
            else (
                found.counts.get(Standing.IN_FORCE, 0) == len(wanted)
                and (found.summed, found.unsummed) == (len(values), len(wanted) - len(values))
            )
        )
        assert abs(sum(found.sums.values() if found else ()) - sum(values)) < 1e-9


def standings(steps: list) -> list[tuple[int, int, str | None]]:
    return [((step.date - START).days, step.record, step.standing and step.standing.value) for step in steps]


def test_a_decision_retires_on_the_day_its_successor_is_accepted() -> None:
    lives = [
        [Stood(date=day(0), then=then(1))],
        [
            Stood(date=day(1), then=then(2, "proposed", supersedes=to("1"))),
            Stood(date=day(3), then=then(2, supersedes=to("1"))),
        ],
    ]
    assert standings(replay(lives)) == [
        (0, 0, "in force"),
        (1, 1, "proposed"),
        (3, 0, "retired"),
        (3, 1, "in force"),
    ]


def test_a_removed_successor_gives_its_predecessor_back_and_what_cannot_be_read_is_told() -> None:
    lives = [
        [Stood(date=day(0), then=then(1))],
        [Stood(date=day(1), then=then(2, supersedes=to("0001-x"))), Stood(date=day(2), is_removal=True)],
        [Stood(date=day(2))],
    ]
    assert standings(replay(lives))[-3:] == [(2, 0, "in force"), (2, 1, None), (2, 2, "not readable")]


def test_of_several_versions_of_a_day_the_last_counts() -> None:
    life = [Stood(date=day(0), then=then(1, status)) for status in ("draft", "proposed", "rejected")]
    assert standings(replay([life])) == [(0, 0, "retired")]


def test_a_changed_figure_is_a_step_and_sums_stay_exact() -> None:
    values = (0.1, 0.2, 1e16, 0.3)
    life = [Stood(date=day(number), then=then(1, expected=value)) for number, value in enumerate(values)]
    other = [Stood(date=day(0), then=then(2, expected=0.1))]
    days = standing_days(replay([life, other]))
    assert [one.sums for one in days] == [{"EUR": 0.2}, {"EUR": 0.1 + 0.2}, {"EUR": 1e16}, {"EUR": 0.4}]


def test_a_currency_without_a_decision_is_left_out() -> None:
    life = [Stood(date=day(0), then=then(1, expected=1.0)), Stood(date=day(1), then=then(1, "deprecated"))]
    days = standing_days(replay([life]))
    assert [(dict(one.sums), one.summed) for one in days] == [({"EUR": 1.0}, 1), ({}, 0)]
    assert (last_until(days, day(-1)), last_until(days, day(9))) == (None, days[-1])


def test_a_name_that_two_decisions_have_replaces_neither_when_one_of_them_changes() -> None:
    lives = [
        [Stood(date=day(number), then=then(1, aliases=("old",), expected=float(number))) for number in (0, 2)],
        [Stood(date=day(0), then=then(2, aliases=("old",)))],
        [Stood(date=day(1), then=then(3, supersedes=to("old")))],
    ]
    assert {step.standing for step in replay(lives)} == {Standing.IN_FORCE}
