"""The commands as people and scripts meet them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from roi_plugin.cli import main
from tests.repositories import Repository

G5 = """\
---
title: Cache product embeddings instead of recomputing them nightly
status: accepted
date: 2026-02-03
owner: ana
problem: The nightly embedding job is expensive and ends after opening time
options:
  - id: do-nothing
  - id: cache
    chosen: true
    gain: 30k..60k per year
    cost: 12k..25k
review_due: 2026-08-03
---
"""
PLANTED = {
    "0010-queue.md": "---\ntitle: Queue\nstatus: proposed\ndate: 2026-01-01\n---\nSee [the plan](plans/missing.md).\n",
    "0010-cache.md": "---\ntitle: Cache\nstatus: draft\ndate: 2026-01-02\n---\n",
    "0011-status.md": "---\ntitle: Status\nstatus: acepted\ndate: 2026-01-03\n---\n",
    "0012-gone.md": "---\ntitle: Gone\nstatus: superseded\ndate: 2026-01-04\nproblem: Slow\nsuperseded_by: 0099\n---\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty records folder, found from the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "decisions").mkdir()
    return tmp_path / "decisions"


def write(folder: Path, records: dict[str, str]) -> None:
    for name, text in records.items():
        (folder / name).write_text(text, encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:
    code = main(["check", "--format", "json", "--today", "2026-03-01", *arguments])
    return code, json.loads(capsys.readouterr().out)


def test_the_planted_faults_are_four_errors_in_one_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Two records numbered 0010, status `acepted`, a successor that is nowhere, a dead link.
    write(folder, PLANTED)
    code, said = checked(capsys)
    errors = {(one["name"], one["path"].rpartition("/")[2]) for one in said["findings"] if one["severity"] == "error"}
    assert code == 1
    assert said["records"] == 4
    assert errors == {
        ("link/duplicate-number", "0010-queue.md"),
        ("link/dead-file", "0010-queue.md"),
        ("schema/unknown-value", "0011-status.md"),
        ("link/unknown-decision", "0012-gone.md"),
    }
    assert all(one["help"] for one in said["findings"] if one["severity"] == "error")


def test_all_faults_of_one_record_are_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faulty = (
        "---\ntitle: Queue\nstatus: acepted\ndate: 2026-01-01\nsuperseded_by: 0099-nope\ndepends_on: [12, 11]\n"
        "options: [{id: a, gain: 60k..30k per year}]\n---\nSee [the plan](plans/old.md).\n"
    )
    write(folder, {"0012-queue.md": faulty, "0013-also.md": faulty, "0011-sound.md": G5})
    code, said = checked(capsys)
    own = [one for one in said["findings"] if one["path"] == "decisions/0012-queue.md"]
    assert code == 1
    assert [(one["line"], one["name"]) for one in own] == [
        (3, "schema/unknown-value"),
        (5, "link/unknown-decision"),
        (6, "link/self"),
        (7, "schema/quantity"),
        (9, "link/dead-file"),
    ]
    others = {one["name"] for one in said["findings"] if one["path"] == "decisions/0013-also.md"}
    assert others == {one["name"] for one in own} - {"link/self"}


def test_a_number_held_twice_is_one_finding_though_its_records_are_broken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = PLANTED["0011-status.md"]
    write(folder, {"0001-a.md": broken, "0001-b.md": broken, "0002-c.md": G5, "0002-d.md": broken, "0003-e.md": G5})
    _, said = checked(capsys)
    told = [one["path"] for one in said["findings"] if one["name"] == "link/duplicate-number"]
    assert told == ["decisions/0001-b.md", "decisions/0002-c.md"]


def test_the_minimal_record_gives_the_golden_figures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Source: roi-model G5, computed independently; 12 months, 8 % by default.
    write(folder, {"0042-cache.md": G5})
    assert main(["show", "42", "--format", "json", "--today", "2026-03-01"]) == 0
    said = json.loads(capsys.readouterr().out)
    cache = said["options"][1]
    assert cache["gain"]["mean"] == pytest.approx(41751.41, rel=1e-6)
    assert cache["cost"]["mean"] == pytest.approx(17757.01, rel=1e-6)
    assert cache["npv"]["mean"] == pytest.approx(23994.39, rel=1e-6)
    assert round(100 * cache["roi"]["mean"], 1) == 135.1


def test_the_minimal_record_raises_two_concerns_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"0042-cache.md": G5})
    code, said = checked(capsys)
    assert code == 0
    assert sorted(one["name"] for one in said["findings"]) == ["risk/no-baseline", "risk/time-not-priced"]


def test_no_records_is_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = checked(capsys)
    assert (code, said["records"]) == (1, 0)
    assert [one["name"] for one in said["findings"]] == ["file/no-records"]


def test_no_folder_is_one_line_and_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--decisions DIR" in said.err


def test_paths_filter_the_report_and_not_the_reading(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, PLANTED)
    code, said = checked(capsys, "decisions/0010-queue.md")
    assert code == 1
    assert said["records"] == 4
    assert {one["path"] for one in said["findings"]} == {"decisions/0010-queue.md"}
    assert "link/duplicate-number" in {one["name"] for one in said["findings"]}


@pytest.mark.parametrize("beside", ["policy.yml", "index.md", "pictures/plan.png"])
def test_a_file_beside_the_records_may_be_named_and_has_its_own_findings(
    folder: Path, capsys: pytest.CaptureFixture[str], beside: str
) -> None:
    write(folder, {"0042-cache.md": G5})
    (folder / beside).parent.mkdir(exist_ok=True)
    (folder / beside).write_text("currency: eur\n" if beside == "policy.yml" else "", encoding="utf-8")
    code, said = checked(capsys, f"decisions/{beside}")
    assert (code, len(said["findings"])) == ((1, 1) if beside == "policy.yml" else (0, 0))
    (folder.parent / "README.md").write_text("", encoding="utf-8")
    assert main(["check", "README.md"]) == 2


def test_a_path_that_holds_no_record_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"0042-cache.md": G5})
    assert main(["check", "decisions/0043-other.md"]) == 2
    assert "0043-other.md" in capsys.readouterr().err


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_fail_on_names_the_least_severity_that_fails(
    folder: Path, capsys: pytest.CaptureFixture[str], severity: str, code: int
) -> None:
    write(folder, {"0042-cache.md": G5})
    assert checked(capsys, "--fail-on", severity)[0] == code


def test_an_unknown_decision_names_the_nearest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"0042-cache.md": G5})
    assert main(["show", "0042-cahce"]) == 2
    assert "0042-cache" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["42", "0042", "0042-cache", "0042-c"])
def test_a_decision_answers_to_its_number_and_to_a_beginning_of_its_id(folder: Path, asked: str) -> None:
    write(folder, {"0042-cache.md": G5, "0043-other.md": PLANTED["0010-cache.md"]})
    assert main(["show", asked]) == 0


def test_the_folder_is_found_upwards(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, {"0042-cache.md": G5})
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert main(["list", "--format", "csv"]) == 0
    assert "0042-cache" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ([], ["0010-cache", "0042-cache"]),
        (["--in-force"], ["0042-cache"]),
        (["--status", "draft"], ["0010-cache"]),
        (["--owner", "ana"], ["0042-cache"]),
        (["--owner", "nobody"], []),
        (["--objective", "Open on time"], ["0010-cache"]),
        (["--objective", "Open"], []),
        (["--flag", "no-baseline"], ["0042-cache"]),
        (["--due-before", "2026-08-04"], ["0042-cache"]),
        (["--due-before", "2026-08-03"], []),
        (["--due-before", "2027-01-01"], ["0042-cache"]),
        (["--changed-since", "2026-02-03"], ["0042-cache"]),
        (["--changed-since", "2026-02-04"], []),
    ],
)
def test_the_list_is_filtered(
    folder: Path, capsys: pytest.CaptureFixture[str], filters: list[str], ids: list[str]
) -> None:
    draft = PLANTED["0010-cache.md"].replace("status: draft\n", "status: draft\nokr: [{objective: Open on time}]\n")
    write(folder, {"0042-cache.md": G5, "0010-cache.md": draft})
    assert main(["list", "--format", "json", "--today", "2026-03-01", *filters]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["decisions"]] == ids


def test_a_place_that_cannot_be_written_is_called_as_it_was_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, {"0042-cache.md": G5})
    (folder.parent / "there.csv").mkdir()
    assert main(["export", "there.csv"]) == 2
    assert "roi: there.csv: " in capsys.readouterr().err


def test_what_is_over_or_was_reviewed_is_not_due(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reviewed = G5.replace("review_due", "reviews: [{date: 2026-08-04, outcome: kept}]\nreview_due")
    retired = G5.replace("status: accepted", "status: deprecated")
    write(folder, {"0042-cache.md": G5, "0043-seen.md": reviewed, "0044-gone.md": retired})
    assert main(["list", "--due-before", "2027-01-01", "--today", "2026-09-01"]) == 0
    shown = capsys.readouterr().out
    assert "1 of 3 decisions" in shown
    assert "0042-cache" in shown


def test_a_filter_that_no_decision_answers_to_names_the_nearest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, {"0042-cache.md": G5})
    assert main(["list", "--owner", "anna", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["decisions"] == []
    assert "no decision here has the owner `anna`: did you mean `ana`?" in told.err


def test_what_changed_is_asked_of_git(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = Repository(folder.parent)
    repository.change({"0042-cache.md": G5, "0043-other.md": G5}, day="2026-01-05")
    repository.change({"0042-cache.md": G5.replace("accepted", "deprecated")}, "Retire it (#7)", day="2026-02-20")
    assert main(["list", "--changed-since", "2026-02-01", "--today", "2026-03-01"]) == 0
    shown = capsys.readouterr().out
    assert "2026-02-20  deprecated (was accepted)  Cache" in shown
    assert "1 of 2 decisions" in shown
    assert main(["show", "42", "--format", "json"]) == 0
    last = json.loads(capsys.readouterr().out)["history"][-1]
    assert (last["date"], last["author"], last["to"], last["pull_request"]) == ("2026-02-20", "Ana", "deprecated", "7")


def test_a_total_counts_what_the_filters_leave(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"0042-cache.md": G5, "0043-more.md": G5.replace("owner: ana", "owner: ben")})
    assert main(["list", "--total", "--owner", "ana", "--today", "2026-03-01"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("Together: 1 decision listed is expected to gain 24k EUR; nine times in ten, between ")
    assert main(["list", "--total", "--format", "json", "--today", "2026-03-01"]) == 0
    (total,) = json.loads(capsys.readouterr().out)["total"]
    assert (total["count"], total["npv"]["mean"]) == (2, pytest.approx(2 * 23_994.39, abs=0.02))
    assert main(["list", "--total", "--format", "csv"]) == 2
    assert "--total speaks table and json, not csv" in capsys.readouterr().err


def test_a_list_without_a_total_waits_for_no_numpy(folder: Path) -> None:
    write(folder, {"0042-cache.md": G5})
    probe = (
        "import sys; from roi_plugin.cli import main; main(['list', '--format', 'json', *sys.argv[1:]]);"
        "print('numpy' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", probe, *more], cwd=folder, capture_output=True, text=True, check=True)
        for more in ([], [], ["--total"])
    ]
    # The first run computes what the second one finds in `.cache/`.
    assert [run.stdout.splitlines()[-1] for run in runs] == ["True", "False", "True"]
    assert [json.loads(run.stdout.rpartition("}")[0] + "}").keys() >= {"total"} for run in runs] == [False, False, True]


def test_a_broken_record_is_no_unknown_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, PLANTED)
    assert main(["show", "0011-status"]) == 2
    assert "has errors" in capsys.readouterr().err


def test_a_filter_that_names_nothing_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"0042-cache.md": G5})
    assert main(["list", "--flag", "no-baselin"]) == 2
    assert "did you mean `no-baseline`?" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["list", "--status", "acepted"])


@pytest.mark.parametrize("bad", ["tomorrow", "2026-02-30", ""])
def test_a_day_that_is_none_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], bad: str) -> None:
    write(folder, {"0042-cache.md": G5})
    assert main(["check", "--today", bad]) == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err
    assert main(["list", "--changed-since", bad]) == 2
    assert "YYYY-MM-DD" in capsys.readouterr().err


def test_the_day_comes_from_source_date_epoch(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, {"0042-cache.md": G5})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert main(["list", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == "2026-01-01"


def test_a_check_loads_numpy_only_to_compute_and_never_jsonschema_or_mkdocs(folder: Path) -> None:
    write(folder, {"0042-cache.md": G5})
    probe = (
        "import sys; from roi_plugin.cli import main; main(['check', '--today', '2026-03-01']);"
        "print([name for name in ('jsonschema', 'mkdocs', 'jinja2', 'numpy', 'markdown') if name in sys.modules])"
    )
    runs = [
        subprocess.run([sys.executable, "-c", probe], cwd=folder, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.splitlines()[-1] for run in runs] == ["['numpy']", "[]"]


def test_a_hosted_job_gets_the_whole_table_as_its_summary(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write(folder, PLANTED)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert main(["check", "--format", "github", "--today", "2026-03-01"]) == 1
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").count("\n| ") >= 5


def test_quiet_tells_errors_only_and_counts_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"0042-cache.md": G5, "0011-status.md": PLANTED["0011-status.md"]})
    assert main(["check", "--quiet", "--today", "2026-03-01"]) == 1
    said = capsys.readouterr().out
    assert "schema/unknown-value" in said
    assert "risk/" not in said
    assert "1 error, 2 warnings" in said


RESTING = """\
title: {title}
status: accepted
date: 2026-02-03
problem: Power is dear
options:
  - id: do-nothing
  - id: racks
    chosen: true
    gain: 9k..12k
    costs: [{{id: power, money: hours * price, inputs: {{hours: 20k..35k, price: {price}}}}}]
"""
ENERGY = "assumptions: [{{id: energy-price, statement: Power costs what it cost, value: {value}, state: {state}}}]\n"


def test_an_assumption_that_changes_or_fails_reaches_every_decision_that_rests_on_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        folder,
        {
            "0001-racks.yml": RESTING.format(title="Racks", price="{assumption: energy-price, value: 0.1..0.2}"),
            "0002-more.yml": RESTING.format(title="More", price="{assumption: energy-price, range: 0.1..0.2}"),
            "0003-own.yml": RESTING.format(title="Own", price="0.1..0.2"),
        },
    )

    def told(value: str, state: str) -> tuple[int, set[tuple[str, str]], list[float]]:
        write(folder, {"assumptions.yml": ENERGY.format(value=value, state=state)})
        code, said = checked(capsys)
        flags = {(one["path"][10:14], one["name"]) for one in said["findings"] if "assumption" in one["name"]}
        main(["list", "--format", "json"])
        return code, flags, [one["npv_mean"] for one in json.loads(capsys.readouterr().out)["decisions"]]

    code, flags, before = told("0.1..0.2", "holds")
    assert (code, flags) == (0, set())
    code, flags, after = told("0.2..0.4", "holds")
    assert (code, flags) == (0, {("0001", "risk/assumption-stale"), ("0002", "risk/assumption-stale")})
    assert after[0] == after[1] < before[0] == before[1] == before[2] == after[2]
    code, flags, _ = told("0.2..0.4", "failed")
    assert (code, flags) == (1, {("0001", "risk/assumption-failed"), ("0002", "risk/assumption-failed")})
