"""What real repositories tell of a record's past."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from roi_plugin.model.record_past import LastMove, RecordPast
from roi_plugin.sources.present_versions import with_present
from roi_plugin.sources.record_files import read_folder
from roi_plugin.sources.record_histories import read_history
from roi_plugin.sources.record_pasts import read_pasts
from tests.repositories import Repository, record

TODAY = dt.date(2026, 9, 10)
COST = "[{id: cache, chosen: yes, cost: 12k..25k}]"
DEARER = "[{id: cache, chosen: yes, cost: 20k..40k}]"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


def read(repo: Repository, today: dt.date = TODAY) -> dict[str, RecordPast]:
    records = read_folder(repo.records, shown_from=repo.top).records
    cache = repo.top / ".cache" / "roi"
    history = with_present(read_history(repo.records, cache=cache), records, today)
    return read_pasts(records, history, folder=repo.records, cache=cache, today=today)


def moved(past: RecordPast) -> list[tuple[str, object, object]]:
    return [(one.index_key, one.before, one.after) for one in past.moved]


def test_what_was_frozen_is_compared_with_the_text_that_was_accepted(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed", options="[{id: cache, cost: 9k}]")}, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-02-01")
    repo.change({"0001-cache.md": record(options=DEARER, delivery="delivered")}, day="2026-03-01")
    past = read(repo)["0001-cache.md"]
    assert past.accepted == dt.date(2026, 2, 1)
    assert moved(past) == [("options[0].cost", "12k..25k", "20k..40k")]
    assert past.moved[0].field == ("options", 0, "cost")
    assert past.then["options"] == [{"id": "cache", "chosen": "yes", "cost": "12k..25k"}]


def test_numbers_that_moved_while_it_was_called_proposed_again_are_told(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-01-05")
    repo.change({"0001-cache.md": record(status="proposed", options=DEARER)}, day="2026-02-01")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-03-01")
    past = read(repo)["0001-cache.md"]
    assert past.accepted == dt.date(2026, 1, 5)
    assert moved(past) == [("options[0].cost", "12k..25k", "20k..40k")]


@pytest.mark.parametrize(
    "after",
    [
        record(options=COST, delivery="delivered", tags="[new]", reviews="[{date: 2026-05-01}]"),
        record(options="\n  - {id: cache, cost: 12000..25000,\n     chosen: true}"),
        record(options="[{cost: 12k .. 25k, id: cache, chosen: yes}]", title="Cache all embeddings").replace(
            "\n", "\r\n"
        ),
    ],
)
def test_open_fields_formatting_and_line_ends_are_no_change(repo: Repository, after: str) -> None:
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-01-05")
    repo.change({"0001-cache.md": after}, day="2026-02-01")
    past = read(repo)["0001-cache.md"]
    assert (past.accepted, past.moved, dict(past.then)) == (dt.date(2026, 1, 5), (), {})


def test_what_is_not_committed_counts_too(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-01-05")
    repo.write("0001-cache.md", record(options=DEARER))
    assert len(read(repo)["0001-cache.md"].moved) == 1


@pytest.mark.parametrize("accepted", [record(options="[{id: [cache]}]"), record(wrong="1")])
def test_of_an_accepted_text_that_is_no_record_today_nothing_is_said(repo: Repository, accepted: str) -> None:
    repo.change({"0001-cache.md": accepted}, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-02-01")
    assert read(repo)["0001-cache.md"].moved == ()


def test_what_was_never_accepted_or_never_committed_has_no_past(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(status="proposed", options=COST)}, day="2026-01-05")
    repo.change({"0001-cache.md": record(status="proposed", options=DEARER)}, day="2026-02-01")
    repo.write("0002-other.md", record(title="Other"))
    assert {path: past.moved for path, past in read(repo).items()} == {"0002-other.md": ()}


def test_a_second_run_asks_git_for_no_text_and_says_the_same(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.change({"0001-cache.md": record(options=COST), "0002-b.md": record(title="B")}, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-02-01")
    first = read(repo)

    def refuse(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("roi_plugin.sources.record_pasts.open_repository", refuse)
    assert read(repo) == first


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"code": 1}'])
def test_a_damaged_cache_is_read_again(repo: Repository, damage: str) -> None:
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-02-01")
    first = read(repo)
    (repo.top / ".cache" / "roi" / "frozen.json").write_text(damage, encoding="utf-8")
    assert read(repo) == first
    assert first["0001-cache.md"].moved


MAY, JUNE = "{date: 2026-05-01, field: options, why: x}", "{date: 2026-06-01, field: options, why: x}"


def test_where_there_are_amendments_each_value_is_followed_to_its_last_move(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER, amendments=f"[{MAY}]")}, day="2026-05-01")
    repo.change({"0001-cache.md": record(options="[{id: [cache]}]")}, day="2026-05-05")
    dearest = record(options="[{id: cache, chosen: yes, cost: 60k}]", amendments=f"[{MAY}]")
    repo.write("0001-cache.md", dearest)
    (cost,) = read(repo)["0001-cache.md"].moved
    known = LastMove(day=TODAY, had=("12k..25k", "20k..40k"), amended=frozenset({("2026-05-01", "options", "x")}))
    assert cost.last == known
    repo.change({"0001-cache.md": dearest}, day="2026-06-01")
    repo.change({"0001-cache.md": dearest.replace(MAY, f"{MAY}, {JUNE}")}, day="2026-07-01")
    (cost,) = read(repo)["0001-cache.md"].moved
    assert cost.last == replace(known, day=dt.date(2026, 6, 1))


def test_without_amendments_no_text_between_is_read(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-05-01")
    assert [one.last for one in read(repo)["0001-cache.md"].moved] == [None]


REVIEWED = {"reviews": "[{date: 2026-06-01, observations: [{date: 2026-05-20, metric: clicks, value: 7%}]}]"}
METRICS = "[{id: clicks, baseline: 5%}]"


@pytest.mark.parametrize(
    ("then", "now", "late"),
    [
        ({}, {"metrics": METRICS}, [("metrics[0]", None, "clicks: 5%")]),
        ({"metrics": METRICS}, {"metrics": "[{id: clicks, baseline: 4%}]"}, [("metrics[0].baseline", "5%", "4%")]),
        ({"metrics": "[{id: clicks}]"}, {"metrics": METRICS}, [("metrics[0].baseline", None, "5%")]),
        ({"metrics": METRICS}, {"metrics": "[{id: clicks, baseline: 0.05, oracle: web}]"}, []),
        ({}, {"metrics": "[{id: calls, baseline: 5}]"}, []),
        (
            {"metrics": METRICS, "okr": "{objective: More, key_results: [{id: KR1, metric: clicks, to: 9}]}"},
            {"metrics": METRICS, "okr": "{objective: More, key_results: [{id: KR1, metric: clicks, to: 7}]}"},
            [("okr[0].key_results[0].to", 9, 7)],
        ),
    ],
)
def test_success_is_compared_with_what_stood_on_the_day_of_the_first_result(
    repo: Repository, then: dict[str, str], now: dict[str, str], late: list[tuple[object, ...]]
) -> None:
    repo.change({"0001-cache.md": record(options=COST, **then)}, day="2026-05-20")
    repo.change({"0001-cache.md": record(options=COST, **now, **REVIEWED)}, day="2026-06-01")
    found = read(repo)["0001-cache.md"].late
    assert [(one.moved.index_key, one.moved.before, one.moved.after) for one in found] == late
    assert {one.measured for one in found} <= {dt.date(2026, 5, 20)}


def test_a_criterion_is_followed_to_its_last_move_too(repo: Repository) -> None:
    amended = "[{date: 2026-06-01, field: clicks, why: x}]"
    later = {"metrics": "[{id: clicks, baseline: 4%}]", "amendments": amended}
    repo.change({"0001-cache.md": record(options=COST, metrics=METRICS)}, day="2026-05-20")
    repo.change({"0001-cache.md": record(options=COST, **later, **REVIEWED)}, day="2026-06-01")
    later["metrics"] = "[{id: clicks, baseline: 3%}]"
    repo.change({"0001-cache.md": record(options=COST, **later, **REVIEWED)}, day="2026-07-01")
    (late,) = read(repo)["0001-cache.md"].late
    assert late.moved.last == LastMove(
        day=dt.date(2026, 7, 1), had=("5%", "4%"), amended=frozenset({("2026-06-01", "clicks", "x")})
    )


def test_of_a_record_that_git_did_not_hold_on_that_day_nothing_is_said(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(options=COST, metrics=METRICS, **REVIEWED)}, day="2026-06-02")
    assert read(repo)["0001-cache.md"].late == ()


def link(repo: Repository, **fields: str) -> list[tuple[dt.date, list[str], dt.date | None]]:
    repo.write("0002-pages.md", record(title="Pages", depends_on="['0001']", **fields))
    needs = read(repo)["0002-pages.md"].needs
    return [(one.since, [leaf.key for leaf in one.changes], one.again) for one in needs]


def test_a_decision_it_depends_on_that_changed_after_it_is_told_until_someone_looks(repo: Repository) -> None:
    both = {"0001-cache.md": record(options=COST), "0002-pages.md": record(title="Pages", depends_on="['0001']")}
    repo.change(both, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-02-01")
    assert link(repo) == [(dt.date(2026, 1, 5), ["options[cache].cost"], None)]
    assert link(repo, reviews="[{date: 2026-01-20}]") == [(dt.date(2026, 1, 20), ["options[cache].cost"], None)]
    assert link(repo, reviews="[{date: 2026-02-01}]") == []
    assert link(repo, amendments="[{date: 2026-02-03, field: 'depends_on[0]', why: it still holds}]") == []
    assert len(link(repo, amendments="[{date: 2026-02-03, field: 'depends_on[1]', why: it still holds}]")) == 1
    assert len(link(repo, amendments="[{date: 2026-02-03, field: depends_on, why: TBD}]")) == 1
    assert len(link(repo, reviews="[{date: 2026-10-01}]")) == 1
    assert link(repo, delivery="reverted") == []


@pytest.mark.parametrize("today", [dt.date(2026, 1, 5), TODAY])
def test_a_change_later_on_the_day_of_a_common_acceptance_is_told(repo: Repository, today: dt.date) -> None:
    both = {"0001-cache.md": record(options=COST), "0002-pages.md": record(title="Pages", depends_on="['0001']")}
    repo.change(both, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-01-05")
    needs = read(repo, today)["0002-pages.md"].needs
    assert [[leaf.key for leaf in one.changes] for one in needs] == [["options[cache].cost"]]
    assert link(repo, reviews="[{date: 2026-01-05}]") == []


def test_it_is_known_from_which_day_on_a_value_and_what_depends_on_it_changed(repo: Repository) -> None:
    both = {"0001-cache.md": record(options=COST), "0002-pages.md": record(title="Pages", depends_on="['0001']")}
    repo.change(both, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-02-01")
    repo.change({"0001-cache.md": record(options=DEARER, owner="kim")}, day="2026-03-01")
    found = read(repo)
    assert [(one.apart, one.last) for one in found["0001-cache.md"].moved] == [(dt.date(2026, 2, 1), None)]
    assert [one.changed for one in found["0002-pages.md"].needs] == [dt.date(2026, 2, 1)]


def test_of_a_change_that_is_not_committed_no_day_is_known(repo: Repository) -> None:
    both = {"0001-cache.md": record(options=COST), "0002-pages.md": record(title="Pages", depends_on="['0001']")}
    repo.change(both, day="2026-01-05")
    repo.write("0001-cache.md", record(options=DEARER))
    found = read(repo)
    assert [one.apart for one in found["0001-cache.md"].moved] == [None]
    assert [one.changed for one in found["0002-pages.md"].needs] == [None]


def test_a_decision_that_ended_and_was_accepted_again_is_told(repo: Repository) -> None:
    both = {"0001-cache.md": record(options=COST), "0002-pages.md": record(title="Pages", depends_on="['0001']")}
    repo.change(both, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=COST, status="deprecated")}, day="2026-02-01")
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-03-01")
    assert link(repo) == [(dt.date(2026, 1, 5), [], dt.date(2026, 3, 1))]


def test_a_link_counts_from_the_day_on_which_it_was_written(repo: Repository) -> None:
    repo.change({"0001-cache.md": record(options=COST), "0002-pages.md": record(title="Pages")}, day="2026-01-05")
    repo.change({"0001-cache.md": record(options=DEARER)}, day="2026-02-01")
    assert link(repo) == []
    repo.change({"0002-pages.md": record(title="Pages", depends_on="['0001']")}, day="2026-03-01")
    repo.change({"0002-pages.md": record(title="Pages", depends_on="['0001']", owner="kim")}, day="2026-05-01")
    assert link(repo, owner="kim") == []
    repo.change({"0001-cache.md": record(options=COST)}, day="2026-04-01")
    assert link(repo, owner="kim") == [(dt.date(2026, 3, 1), ["options[cache].cost"], None)]
