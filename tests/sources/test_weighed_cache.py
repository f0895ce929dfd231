"""Decisions are weighed once for the same causes, and read back the same without the engine."""

import dataclasses
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.weighing import weigh
from roi_plugin.model.policy import Judging, Policy, RuleLimits, RuleSetting
from roi_plugin.sources.kept_file import KEPT
from roi_plugin.sources.record_files import read_folder
from roi_plugin.sources.weighed_cache import NAME, WeighedCache

RECORDS = Path(__file__).parents[1] / "records"


@pytest.fixture(scope="module")
def records():
    return read_folder(RECORDS, shown_from=RECORDS).records


@pytest.fixture
def ask(tmp_path, records):
    def run(policy=Policy(), files=records, memory=None):  # noqa: B008 - a frozen value
        computed = []

        def compute(_, decision):
            computed.append(decision.id)
            return weigh(decision, policy, appraise(decision, policy))

        cache = WeighedCache(tmp_path, policy, compute=compute, memory=memory)
        found = [cache.weighed(file, file.decision) for file in files]
        cache.close()
        return computed, found

    return run


def test_the_second_time_they_are_read_and_are_the_same(ask, records):
    first, second = ask(), ask()
    assert (len(first[0]), second[0]) == (len(records), [])
    assert first[1] == second[1]


def test_how_strictly_records_are_judged_is_no_cause_and_a_rate_is(ask, records):
    ask()
    stricter = Judging(rules={"no-baseline": RuleSetting(severity="error")})
    assert ask(Policy(limits=RuleLimits(power=0.9), judging=stricter))[0] == []
    assert len(ask(dataclasses.replace(Policy(), discount_rate=0.09))[0]) == len(records)


def test_what_a_server_remembers_needs_no_file_and_is_forgotten_when_nobody_asks_for_it(ask, tmp_path, records):
    memory = {}
    _, first = ask(memory=memory)
    (tmp_path / NAME).unlink()
    assert ask(memory=memory) == ([], first)
    assert ask(memory=memory, files=records[:1]) == ([], first[:1])
    assert len(memory) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b"null"])
def test_a_damaged_file_is_computed_again(ask, tmp_path, records, damage):
    _, first = ask()
    (tmp_path / NAME).write_bytes(damage)
    assert ask() == ([file.decision.id for file in records], first)
    assert ask()[0] == []


def test_a_damaged_entry_is_computed_again(ask, tmp_path):
    _, first = ask()
    file = tmp_path / NAME
    file.write_text(file.read_text(encoding="utf-8").replace("[", "{", 3), encoding="utf-8")
    assert ask()[1] == first


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path, records):
    (tmp_path / "file").touch()
    file = records[0]
    expected = weigh(file.decision, Policy(), appraise(file.decision, Policy()))
    cache = WeighedCache(tmp_path / "file" / "cache", Policy(), compute=lambda *_: expected)
    assert cache.weighed(file, file.decision) == expected
    cache.close()


def test_of_two_runs_at_once_each_leaves_a_whole_file(tmp_path, ask):
    with ThreadPoolExecutor(8) as runs:
        found = list(runs.map(lambda _: ask()[1], range(8)))
    assert all(each == found[0] for each in found)
    assert [file.name for file in tmp_path.iterdir()] == [NAME]
    assert ask()[0] == []


def test_entries_of_long_ago_go_first(ask, records):
    ask()
    for rate in range(1, KEPT + 1):
        ask(dataclasses.replace(Policy(), discount_rate=rate / 100), records[:1])
    assert len(ask()[0]) == len(records)


def test_a_second_check_loads_no_numpy(tmp_path):
    shutil.copytree(RECORDS, tmp_path / "decisions")
    (tmp_path / ".git").mkdir()
    (tmp_path / "decisions" / "0099-broken.md").write_text("no front matter\n", encoding="utf-8")
    code = "import sys; from roi_plugin.cli import main; main(['check']); print('numpy' in sys.modules)"
    loaded = [
        subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.splitlines()[-1] for run in loaded] == ["True", "False"]
