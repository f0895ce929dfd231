"""What another policy would change is told finding by finding, and nothing is changed."""

import json

import pytest

from roi_plugin.cli import main

RECORD = "---\ntitle: A\nstatus: accepted\ndate: 2026-01-01\nproblem: Slow\n{more}---\n"
STRICTER = "rules: {no-review-date: error, no-do-nothing: off}\nrequired: {all: [owner]}\n"


@pytest.fixture
def preview(tmp_path, monkeypatch, capsys):
    def run(policy, *arguments):
        monkeypatch.chdir(tmp_path)
        records = tmp_path / "decisions"
        records.mkdir(exist_ok=True)
        (records / "0001-a.md").write_text(RECORD.format(more=""), encoding="utf-8")
        owned = "owner: kim\nreview_due: 2030-01-01\noptions: [{id: do-nothing, chosen: true}]\n"
        (records / "0002-b.md").write_text(RECORD.format(more=owned), encoding="utf-8")
        (tmp_path / "other.yml").write_text(policy, encoding="utf-8")
        code = main(["check", "--preview-policy", "other.yml", "--today", "2026-06-01", *arguments])
        return code, *capsys.readouterr()

    return run


def test_what_comes_goes_and_weighs_otherwise_is_told_by_record(preview):
    code, out, err = preview(STRICTER)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "decisions/0001-a.md"
    assert {line.partition(":")[0].strip() for line in lines[1:4]} == {
        "+ error 1",
        "- warning 1",
        "~ warning -> error 1",
    }
    assert lines[-1].startswith(
        "Of the records, 1 would get findings, 1 would lose some, 1 would have some weigh other"
    )


def test_the_same_policy_changes_nothing(preview):
    assert preview("")[1] == "Under this policy nothing would change.\n"


def test_scripts_read_it_as_json(preview):
    found = json.loads(preview(STRICTER, "--format", "json")[1])
    changes = {(one["name"], one["now"], one["then"]) for one in found["changes"]}
    assert ("schema/required-by-policy", None, "error") in changes
    assert ("risk/no-review-date", "warning", "error") in changes
    assert found["counts"] == {"flagged": 1, "cleared": 1, "reweighed": 1}


def test_a_path_filters_what_is_told(preview):
    assert preview(STRICTER, "decisions/0002-b.md")[1] == "Under this policy nothing would change.\n"


def test_a_policy_at_fault_is_told_and_fails(preview):
    code, _, err = preview("ruls: {}\n")
    assert code == 1
    assert "other.yml:1: `ruls` is not a key of the policy" in err


def test_a_policy_that_is_not_there_ends_in_one_line(preview, tmp_path, monkeypatch, capsys):
    preview("")
    assert main(["check", "--preview-policy", "missing.yml"]) == 2
    assert capsys.readouterr().err == "roi: missing.yml: No such file or directory; name one that is there\n"


def test_a_format_for_hosts_is_refused(preview):
    code, _, err = preview("", "--format", "sarif")
    assert (code, err) == (2, "roi: --preview-policy speaks text and json, not sarif\n")
