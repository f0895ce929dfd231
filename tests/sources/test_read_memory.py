"""A server reads a record again only where its text changed, or an assumption that it may rest on."""

import pytest

from roi_plugin.sources import record_files
from roi_plugin.sources.folder_walk import walk
from roi_plugin.sources.project_files import project_files
from roi_plugin.sources.read_memory import ReadMemory
from roi_plugin.sources.record_files import read_records
from tests.repositories import record

SHARED = "assumptions:\n  - {id: price, statement: An hour is dear, value: 20k..40k per year}\n"
OPTIONS = "[{id: stay}, {id: build, chosen: true, gain: {assumption: price}, cost: 9k..12k}]"
RECORDS = {
    "0001-one.md": record(title="One"),
    "0002-two.md": record(title="Two", options=OPTIONS, assumptions="[price]") + "\n[one](0001-one.md)\n",
    "0003-broken.md": "---\ntitle: [\n---\n",
    "assumptions.yml": SHARED,
}


@pytest.fixture
def root(tmp_path):
    for name, text in RECORDS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def understood(monkeypatch):
    """The paths of the records whose YAML was read."""
    found = []
    read = record_files._understood

    def counted(path, *rest):
        found.append(path)
        return read(path, *rest)

    monkeypatch.setattr(record_files, "_understood", counted)
    return found


def _read(root, memory=None):
    return read_records(walk(root, shown_from=root), outside=project_files(root), memory=memory)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("0001-one.md", "One", "Another"), ["0001-one.md"]),
        (("0003-broken.md", "title: [", "title: x"), ["0003-broken.md"]),
        (("assumptions.yml", "20k", "25k"), ["0001-one.md", "0002-two.md", "0003-broken.md"]),
    ],
)
def test_what_changed_is_read_again_and_nothing_else(root, understood, edit, expected):
    name, before, after = edit
    memory = ReadMemory()
    assert _read(root, memory) == _read(root, memory)
    understood.clear()
    path = root / name
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    found = _read(root, memory)
    assert sorted(understood) == expected
    assert found == _read(root)


def test_links_are_looked_up_though_the_record_is_the_same(root, understood):
    memory = ReadMemory()
    assert not any(
        finding.name == "link/dead-file" for file in _read(root, memory).records for finding in file.findings
    )
    (root / "0001-one.md").rename(root / "0004-one.md")
    understood.clear()
    found = _read(root, memory)
    assert understood == ["0004-one.md"]
    assert found == _read(root)
    two = next(file for file in found.records if file.path == "0002-two.md")
    assert two.findings != ()
