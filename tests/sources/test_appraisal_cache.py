"""Appraisals are computed once for the same causes, whatever happens to the folder that keeps them."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from roi_plugin.economics.appraisal import appraise
from roi_plugin.model.policy import Policy
from roi_plugin.sources.appraisal_cache import AppraisalCache
from roi_plugin.sources.record_files import read_folder

RECORDS = Path(__file__).parents[1] / "records"
POLICY = Policy()
MINIMAL = "0007-cache-embeddings"


class Counted:
    def __init__(self):
        self.calls = 0

    def __call__(self, decision, policy):
        self.calls += 1
        return appraise(decision, policy)


@pytest.fixture
def records(tmp_path):
    shutil.copytree(RECORDS, tmp_path / "records")

    def read():
        folder = read_folder(tmp_path / "records", shown_from=tmp_path)
        return next(file for file in folder.records if MINIMAL in file.path)

    return read


@pytest.fixture
def ask(tmp_path, records):
    def run(policy=POLICY):
        computed, file = Counted(), records()
        cache = AppraisalCache(tmp_path / "cache", policy, compute=computed)
        found = cache.appraisal(file, file.decision)
        cache.close()
        return computed.calls, found

    return run


def edit(tmp_path, before, after):
    path = next((tmp_path / "records").glob(f"{MINIMAL}*"))
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_the_second_time_it_is_read_and_is_the_same(ask):
    first, second = ask(), ask()
    assert (first[0], second[0]) == (1, 0)
    assert first[1] == second[1]


def test_another_number_is_another_cause(ask, tmp_path):
    ask()
    edit(tmp_path, "30k..60k per year", "31k..60k per year")
    assert ask()[0] == 1


def test_prose_is_no_cause(ask, tmp_path):
    ask()
    with next((tmp_path / "records").glob(f"{MINIMAL}*")).open("a", encoding="utf-8") as file:
        file.write("\nMore prose.\n")
    assert ask()[0] == 0


def test_another_policy_is_another_cause(ask):
    ask()
    assert ask(replace(Policy(), discount_rate=0.09))[0] == 1


def test_the_value_of_a_shared_assumption_is_a_cause_and_its_words_are_none(ask, tmp_path):
    shared = tmp_path / "records" / "assumptions.yml"
    shared.write_text(
        "assumptions: [{id: gain, statement: The job is dear, value: 30k..60k per year}]", encoding="utf-8"
    )
    edit(tmp_path, "gain: 30k..60k per year", "gain: {assumption: gain}")
    _, first = ask()
    shared.write_text(shared.read_text().replace("The job is dear", "It is dear"), encoding="utf-8")
    assert ask()[0] == 0
    shared.write_text(shared.read_text().replace("30k", "45k"), encoding="utf-8")
    calls, second = ask()
    assert calls == 1
    assert second.options != first.options


def test_a_default_that_the_policy_writes_down_is_no_cause(ask):
    ask()
    assert ask(replace(POLICY, stated=frozenset({"horizon"})))[0] == 0


@pytest.mark.parametrize("damage", [b"", b"{", b'{"options": 3}', b"\xff\xfe", b"null"])
def test_a_damaged_entry_is_computed_again(ask, tmp_path, damage):
    _, first = ask()
    (entry,) = (tmp_path / "cache").glob("*.json")
    entry.write_bytes(damage)
    calls, again = ask()
    assert (calls, again) == (1, first)
    assert ask()[0] == 0


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path, records):
    (tmp_path / "file").touch()
    file = records()
    cache = AppraisalCache(tmp_path / "file" / "cache", Policy())
    assert cache.appraisal(file, file.decision) == appraise(file.decision, Policy())


def test_two_runs_at_once_agree_and_leave_one_whole_entry(tmp_path, records):
    file = records()
    caches = [AppraisalCache(tmp_path / "cache", Policy()) for _ in range(8)]
    with ThreadPoolExecutor(8) as runs:
        found = list(runs.map(lambda cache: cache.appraisal(file, file.decision), caches))
    assert all(each == found[0] for each in found)
    assert sorted(path.suffix for path in (tmp_path / "cache").iterdir()) == ["", ".json"]
