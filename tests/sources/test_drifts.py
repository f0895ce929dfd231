"""How forecasts moved, read from real repositories."""

import datetime as dt
import json

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_drift
from roi_plugin.economics.drift_words import since_words
from roi_plugin.sources.drift_texts import NAME
from tests.repositories import Repository, record

TODAY = dt.date(2026, 11, 23)
WORK = "options[tune].costs[work].money"


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path)


def _priced(work, *, status="accepted", rest="", **fields):
    options = f"[{{id: tune, costs: [{rest}{{id: work, money: {work}}}]}}, {{id: do-nothing}}]"
    return record(status=status, options=options, **fields)


def _drift(repository, name="0001-a.md"):
    assessment = assess_folder(repository.records, today=TODAY, shown_from=repository.top)
    whole = with_drift(assessment, repository.records)
    return next(one.drift for one in whole.judged if one.decision.path == name)


def _told(found):
    return [
        (move.key, str(move.first), str(move.last), str(move.last_day), move.direction.value) for move in found.moves
    ]


def test_a_forecast_is_followed_through_a_rename_from_its_acceptance_to_the_text_on_disk(repository):
    repository.change({"0007-a.md": _priced("1k", status="proposed")}, day="2026-01-01")
    repository.change({"0007-a.md": _priced("2k")}, day="2026-02-01")
    repository.change({"0007-a.md": None, "0001-a.md": _priced("3k")}, day="2026-03-01")
    assert _told(_drift(repository)) == [(WORK, "2k", "3k", "2026-03-01", "dearer")]
    repository.write("0001-a.md", _priced("1k"))
    found = _drift(repository)
    assert _told(found) == [(WORK, "2k", "1k", "2026-11-23", "cheaper")]
    assert (found.since, found.is_accepted) == (dt.date(2026, 2, 1), True)
    assert [(str(step.day), step.keys, step.author) for step in found.steps] == [
        ("2026-03-01", (WORK,), "Ana"),
        ("2026-11-23", (WORK,), None),
    ]


@pytest.mark.parametrize(
    ("after", "moves"),
    [
        (_priced("10000..20000"), []),
        (_priced("{range: 10k..20k, by: [ana]}"), []),
        (_priced("10k..20k", rest="{id: other, money: 5k}, "), []),
        (_priced("10k..20k").replace("\n", "\r\n"), []),
        (_priced("10k < 15k < 20k"), []),
        (_priced("10k < 15k < 50k"), [(WORK, "10k..20k", "10k < 15k < 50k", "2026-02-01", "dearer")]),
        (
            _priced("10k..20k", economics="{currency: USD}"),
            [(WORK, "10k..20k", "10k..20k", "2026-02-01", "in another unit")],
        ),
    ],
    ids=["reformatted", "long form", "reordered", "line ends", "triple", "other triple", "currency"],
)
def test_a_rewriting_is_no_move_and_another_unit_is_told(repository, after, moves):
    before = _priced("10k..20k", economics="{currency: EUR}")
    if "currency" not in after:
        after = after.replace("options:", "economics: {currency: EUR}\noptions:")
    repository.change({"0001-a.md": before}, day="2026-01-01")
    repository.change({"0001-a.md": after}, day="2026-02-01")
    assert _told(_drift(repository)) == moves


def test_a_move_to_another_template_and_a_text_that_cannot_be_read_are_passed_over(repository):
    repository.change({"0001-a.md": _priced("1k")}, day="2026-01-01")
    repository.change({"0001-a.md": "# Use a cache\n\n## Status\n\naccepted\n"}, day="2026-02-01")
    repository.change({"0001-a.md": _priced("1k: [")}, day="2026-03-01")
    repository.change({"0001-a.md": _priced("4k")}, day="2026-04-01")
    assert _told(_drift(repository)) == [(WORK, "1k", "4k", "2026-04-01", "dearer")]


def test_a_draft_and_a_folder_without_git_have_no_drift(repository, tmp_path_factory):
    repository.change({"0001-a.md": _priced("1k", status="draft")}, day="2026-01-01")
    assert _drift(repository) is None
    outside = tmp_path_factory.mktemp("outside") / "decisions"
    outside.mkdir()
    (outside / "0001-a.md").write_text(_priced("1k"))
    whole = with_drift(assess_folder(outside, today=TODAY, shown_from=outside), outside)
    assert whole.judged[0].drift is None


def test_in_a_shallow_clone_nobody_says_since_when_it_is_accepted(repository, tmp_path_factory):
    repository.change({"0001-a.md": _priced("1k")}, day="2026-01-01")
    repository.change({"0001-a.md": _priced("2k")}, day="2026-02-01")
    repository.change({"0001-a.md": _priced("4k")}, day="2026-04-01")
    assert since_words(_drift(repository)) == "Since it was accepted (2026-01-01)"
    clone = Repository.__new__(Repository)
    clone.top = tmp_path_factory.mktemp("clone") / "project"
    clone.records = clone.top / "decisions"
    repository.git("clone", "--quiet", "--depth", "2", f"file://{repository.top}", str(clone.top))
    found = _drift(clone)
    assert _told(found) == [(WORK, "2k", "4k", "2026-04-01", "dearer")]
    expected = "Since 2026-02-01, where this clone begins (it was accepted on or before that day)"
    assert since_words(found) == expected


def test_texts_are_kept_by_blob_and_a_spoilt_file_is_read_anew(repository):
    repository.change({"0001-a.md": _priced("1k")}, day="2026-01-01")
    repository.change({"0001-a.md": _priced("4k")}, day="2026-04-01")
    first = _told(_drift(repository))
    (kept,) = repository.top.rglob(f".cache/roi/{NAME}")
    stored = json.loads(kept.read_text())
    assert len(stored["texts"]) == 2
    stored["texts"] = {
        blob: leaves | {WORK: leaves[WORK].replace("1k", "8k")} for blob, leaves in stored["texts"].items()
    }
    kept.write_text(json.dumps(stored))
    assert _told(_drift(repository)) == [(WORK, "8k", "4k", "2026-04-01", "cheaper")]
    kept.write_text('{"texts": 5')
    assert _told(_drift(repository)) == first


def test_progress_is_told_of_the_texts_that_are_read(repository):
    class Progress:
        def __init__(self):
            self.texts = []

        def compared(self, texts):
            self.texts.append(texts)

    repository.change({"0001-a.md": _priced("1k")}, day="2026-01-01")
    repository.change({"0001-a.md": _priced("4k")}, day="2026-04-01")
    assessment = assess_folder(repository.records, today=TODAY, shown_from=repository.top)
    first, second = Progress(), Progress()
    with_drift(assessment, repository.records, progress=first)
    with_drift(assessment, repository.records, progress=second)
    assert (first.texts, second.texts) == ([1, 2], [])
