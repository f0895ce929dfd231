"""The lives of records are read from git once, and kept by what they were read with."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from roi_plugin.economics.expected_value import expected_value
from roi_plugin.model.assumption import Assumptions
from roi_plugin.model.policy import Policy
from roi_plugin.sources.past_records import PastLife, past_lives
from roi_plugin.sources.record_histories import read_history
from roi_plugin.sources.version_cache import NAME, Terms
from tests.repositories import Repository, record

OPTIONS = "[{id: stay}, {id: cache, chosen: true, gain: 30k per year, cost: 10k}]"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Proposed without money, then with it, then unreadable, renamed, and removed."""
    made = Repository(tmp_path)
    made.change({"0001-a.md": record(status="proposed")}, day="2026-01-01")
    made.change({"0001-a.md": record(problem="Slow", options=OPTIONS)}, day="2026-01-02")
    made.change({"0001-a.md": record(problem="Slow", options=OPTIONS, title_of_it="no")}, day="2026-01-03")
    made.git("mv", "decisions/0001-a.md", "decisions/0002-b.md")
    made.change({"0002-b.md": record(problem="Slow", options=OPTIONS, superseded_by='["0009"]')}, day="2026-01-04")
    made.change({"0002-b.md": None}, day="2026-01-05")
    return made


def lives(repository: Repository, policy: Policy = Policy()) -> tuple[list[PastLife], list[int], list[str]]:  # noqa: B008
    cache, read, valued = repository.top / ".cache" / "roi", [], []

    def valuing(decision, policy):
        valued.append(decision.id)
        return expected_value(decision, policy)

    history = read_history(repository.records, cache=cache)
    terms = Terms(policy=policy, assumptions=Assumptions(), expected=valuing)
    found = past_lives(repository.records, history, {}, terms, cache=cache, progress=read.append)
    return found, read, valued


def test_each_version_says_what_its_text_said(repository: Repository) -> None:
    (life,), _, _ = lives(repository)
    said = [(one.then.id, one.then.status.value, one.then.expected) if one.then else one for one in life.versions]
    value = said[1][2]
    assert value == pytest.approx(20_000, rel=0.1)
    assert said == [
        ("0001-a", "proposed", None),
        ("0001-a", "accepted", value),
        life.versions[2],
        ("0002-b", "accepted", value),
        life.versions[4],
    ]
    assert [one.is_removal for one in life.versions] == [False, False, False, False, True]
    assert life.versions[3].then.superseded_by[0].target == "0009"
    assert [one.date for one in life.versions] == [dt.date(2026, 1, number) for number in range(1, 6)]


def test_what_was_read_is_not_read_again(repository: Repository) -> None:
    first, read, _ = lives(repository)
    again = lives(repository)
    assert (read, again[1]) == ([1, 2, 3, 4], [])
    assert first == again[0]
    repository.change({"0003-c.md": record(title="C")}, day="2026-02-01")
    assert lives(repository)[1] == [1]


def test_each_economic_content_is_valued_once(repository: Repository) -> None:
    assert len(lives(repository)[2]) == 2


def test_another_rate_is_another_value(repository: Repository) -> None:
    first = lives(repository)[0]
    assert lives(repository, dataclasses.replace(Policy(), discount_rate=0.5))[0] != first


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", b'{"causes": 1}'])
def test_a_damaged_file_is_read_again(repository: Repository, damage: bytes) -> None:
    first = lives(repository)[0]
    (repository.top / ".cache" / "roi" / NAME).write_bytes(damage)
    assert lives(repository)[:2] == (first, [1, 2, 3, 4])


def test_a_text_is_no_record_before_it_has_the_name_of_one_and_not_readable_after(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    for at, name in enumerate(("draft.md", "0001-a.md", "a.md"), start=1):
        for old in repository.records.iterdir():
            old.unlink()
        repository.change({name: record()}, day=f"2026-01-0{at}")
    (life,) = lives(repository)[0]
    assert [(one.then is not None, one.is_removal) for one in life.versions] == [
        (False, True),
        (True, False),
        (False, False),
    ]
