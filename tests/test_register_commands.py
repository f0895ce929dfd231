"""`roi export` writes the register as a file, `roi report` tells what happened in a period."""

import json
from pathlib import Path

import pytest

from roi_plugin.cli import main
from tests.repositories import Repository, record

MONEY = {"problem": "It is slow", "options": "[{id: stay}, {id: cache, chosen: true, gain: 30k per year, cost: 10k}]"}
REVIEW = "[{date: 2026-05-15, by: [kim], outcome: kept}]"


def decided(day: str, **fields: str) -> str:
    return record(**fields).replace("date: 2026-01-01", f"date: {day}")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """One decision through its whole life, a proposal, and a rejected one with a hostile title."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")  # 2026-11-25
    made = Repository(tmp_path)
    made.change({"0001-a.md": record(title="A", status="proposed")}, day="2026-01-10")
    made.change({"0001-a.md": record(title="A", owner="kim", delivery="delivered", **MONEY)}, day="2026-04-10")
    made.change(
        {
            "0001-a.md": record(title="A", status="superseded", superseded_by='["0002"]', reviews=REVIEW),
            "0002-b.md": decided("2026-06-20", title="B", supersedes='["0001"]', review_due="2026-07-10", **MONEY),
            "0003-c.md": decided("2026-06-19", title="'<b>[C](x)'", status="rejected"),
        },
        day="2026-06-20",
    )
    return made


def reported(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["report", *arguments]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if line]


def test_a_quarter_is_told_with_how_it_ended(repository: Repository, capsys) -> None:
    found = reported(capsys, "2026-Q2")
    worth = [line for line in found if "expected to gain" in line]
    assert len(worth) == 1
    assert [line for line in found if line not in worth] == [
        "# Decisions in 2026-Q2",
        "From 2026-04-01 to 2026-06-30, as known on 2026-11-25, each change on its author's day.",
        "## Decided: 2",
        "- 2026-04-10: 1 A",
        "- 2026-06-20: 2 B, in place of 0001-a",
        "## Rejected: 1",
        "- 2026-06-20: 3 \\<b\\>\\[C\\](x)",
        "## Retired: 1",
        "- 2026-06-20: 1 A, by 0002-b",
        "## Delivered: 1",
        "- 2026-04-10: 1 A",
        "## Reviewed: 1",
        "- 2026-05-15: 1 A: kept",
        "## On 2026-06-30",
        "- 1 in force, 0 proposed, 2 retired.",
        "- 0 reviews overdue.",
        "- 1 review due by 2026-09-28:",
        "    - 2026-07-10: 2 B",
    ]


def test_what_was_decided_before_and_written_down_now_is_told_apart(repository: Repository, capsys) -> None:
    late = decided("2024-05-01", title="Late", delivery="delivered", **MONEY)
    repository.change({"0004-late.md": late}, day="2026-08-01")
    repository.change({"0004-late.md": late.replace("accepted", "deprecated")}, day="2026-09-01")
    assert reported(capsys, "2026-Q3")[2:6] == [
        "## Retired: 1",
        "- 2026-09-01: 4 Late",
        "## Decided earlier and written down now: 1",
        "- 2024-05-01: 4 Late",
    ]


def test_a_period_that_goes_on_is_told_so_far(repository: Repository, capsys) -> None:
    found = reported(capsys, "2026")
    assert found[1] == "From 2026-01-01 to 2026-11-25, so far, as known on 2026-11-25, each change on its author's day."
    assert "- 1 review overdue:" in found


def test_what_was_known_on_a_day_has_no_later_word(repository: Repository, capsys) -> None:
    found = reported(capsys, "2026-Q2", "--as-of", "2026-05-20")
    assert found[1:4] == [
        "From 2026-04-01 to 2026-05-20, so far, as known on 2026-05-20, each change on its author's day.",
        "## Decided: 1",
        "- 2026-04-10: 1 A (kim)",
    ]
    assert not any("Reviewed" in line or "Retired" in line for line in found)


def test_a_period_before_the_first_record_says_so(repository: Repository, capsys) -> None:
    assert reported(capsys, "2025")[2:] == [
        "Nothing was decided, delivered, reviewed or retired.",
        "## On 2025-12-31",
        "No record stood here on 2025-12-31: the first is of 2026-01-10.",
    ]


def test_without_git_the_records_tell_their_own_days(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions" / "0001-a.md").write_text(record(title="A"), encoding="utf-8")
    found = reported(capsys, "2026-Q1", "--today", "2026-05-01")
    assert "- 2026-01-01: 1 A" in found
    assert found[-1].startswith("No history: the records are in no git repository")


@pytest.mark.parametrize(
    ("period", "line"),
    [
        ("soon", "roi: 'soon' is no period: write 2026, 2026-Q3 or 2026-09\n"),
        ("2027-Q1", "roi: 2027-Q1 has not begun on 2026-11-25\n"),
    ],
)
def test_what_is_no_past_period_is_refused(repository: Repository, capsys, period: str, line: str) -> None:
    assert main(["report", period]) == 2
    assert capsys.readouterr().err == line


def test_a_file_holds_the_register_of_the_day_in_the_form_of_its_ending(repository: Repository, capsys) -> None:
    assert main(["export", "out/then.json", "--as-of", "2026-04-10"]) == 0
    assert capsys.readouterr().out == "1 decision written to out/then.json.\n"
    found = json.loads(Path("out/then.json").read_text(encoding="utf-8"))
    assert [one["status"] for one in found["decisions"]] == ["accepted"]
    assert found["as_of"] == "2026-04-10"
    assert main(["export", "Now.CSV"]) == 0
    capsys.readouterr()
    main(["list", "--format", "csv"])
    assert Path("Now.CSV").read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "said"), [("a.xlsx", "the ending '.xlsx'"), ("register", "no ending"), (".json", "no ending")]
)
def test_another_ending_names_those_that_are_known(repository: Repository, capsys, file: str, said: str) -> None:
    assert main(["export", file]) == 2
    assert capsys.readouterr().err == (
        f"roi: {file} has {said}: export writes `.csv`, `.json`, `.sqlite`, `.ics` and `.atom` files\n"
    )
    assert not Path(file).exists()


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_beside_it(repository: Repository, capsys) -> None:
    Path("out.csv").mkdir()
    before = sorted(Path().iterdir())
    assert main(["export", "out.csv"]) == 2
    assert [path for path in sorted(Path().iterdir()) if path.name != ".cache"] == before
