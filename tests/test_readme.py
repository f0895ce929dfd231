"""The README tells the truth about the house."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAP = re.search(r"```text\n(.*?)```", README, re.DOTALL)[1]


def test_the_map_shows_every_folder_and_module_at_the_top_of_the_package():
    inside = [line.split()[0] for line in MAP.splitlines() if line.startswith("  ")]
    there = {path.name + "/" * path.is_dir() for path in (ROOT / "roi_plugin").iterdir()}
    hidden = {"__init__.py", "__main__.py", "__pycache__/", "py.typed"}
    assert sorted(inside) == sorted(there - hidden)


def test_all_that_the_map_shows_at_the_top_exists():
    outside = [line.split()[0] for line in MAP.splitlines() if not line.startswith("  ")]
    assert [name for name in outside if not (ROOT / name).exists()] == []


def test_the_map_names_every_script():
    line = next(line for line in MAP.splitlines() if line.startswith("scripts/"))
    assert {path.name for path in (ROOT / "scripts").iterdir()} == set(re.findall(r"\w+", line.partition(":")[2]))


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_what_the_readme_links_to_is_there(target):
    assert (ROOT / target).exists()


def test_the_minimal_record_has_fourteen_lines_and_the_verdict_it_promises(tmp_path, capsys, monkeypatch):
    from roi_plugin.cli import main

    record = re.search(r"```yaml\n(---\n.*?---\n)```", README, re.DOTALL)[1]
    assert record.count("\n") == 14
    monkeypatch.chdir(tmp_path)
    (tmp_path / "decisions").mkdir()
    name = re.search(r"`(decisions/\S+\.md)`", README)[1]
    (tmp_path / name).write_text(record, encoding="utf-8")
    number = re.search(r"roi show (\d+)", README)[1]
    assert main(["show", number, "--today", "2026-03-01"]) == 0
    assert re.search(r'"(Expected to gain [^"]+)"', README)[1] in capsys.readouterr().out


def test_the_shared_assumption_that_it_shows_can_be_written_so(tmp_path):
    from roi_plugin.sources.assumptions_file import read_assumptions
    from roi_plugin.sources.folder_walk import walk

    shown = re.search(r"```yaml\n(assumptions:\n.*?)```", README, re.DOTALL)[1]
    (tmp_path / "assumptions.yml").write_text(shown, encoding="utf-8")
    read, findings = read_assumptions(walk(tmp_path, shown_from=tmp_path))
    assert (list(read.by_id), findings) == (["energy-price"], ())


def test_the_minimal_record_takes_a_number_that_no_record_of_ours_has():
    number = re.search(r"`decisions/(\d+)-\S+\.md`", README)[1]
    assert list((ROOT / "decisions").rglob(f"{number}-*")) == []
