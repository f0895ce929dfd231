"""The file of shared assumptions: none without one, findings for a broken one, and what can still be read."""

from pathlib import Path

import pytest

from roi_plugin.model.assumption import Assumptions, AssumptionState
from roi_plugin.sources.assumptions_file import read_assumptions
from roi_plugin.sources.folder_walk import walk

POWER = "- {id: power, statement: Power costs what it cost, value: 1..2}\n"


def assumptions(root: Path, text: str | bytes) -> tuple[Assumptions, list[str]]:
    (root / "assumptions.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    read, findings = read_assumptions(walk(root, shown_from=root.parent))
    return read, [f"{one.path.rpartition('/')[2]}:{one.place.line}:{one.place.column} {one.name}" for one in findings]


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert read_assumptions(walk(tmp_path, shown_from=tmp_path)) == (Assumptions(), ())


def test_an_empty_file_is_no_fault(tmp_path: Path) -> None:
    assert assumptions(tmp_path, "\n") == (Assumptions(), [])


def test_entries_are_read_in_their_order(tmp_path: Path) -> None:
    read, findings = assumptions(tmp_path, f"assumptions:\n{POWER}- {{id: growth, statement: Traffic grows}}\n")
    assert (list(read.by_id), read.unread, findings) == (["power", "growth"], frozenset(), [])
    assert not read.is_unread("power")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("- a\n", "assumptions.yml:1:1 file/no-fields"),
        ("a: &x 1\n", "assumptions.yml:1:4 file/yaml-alias"),
        ("assumptions: [\n", "assumptions.yml:2:1 file/yaml"),
        (b"\xff\xfe", "assumptions.yml:1:1 file/not-utf-8"),
    ],
)
def test_of_a_file_that_cannot_be_read_nobody_knows_what_it_says(
    tmp_path: Path, text: str | bytes, finding: str
) -> None:
    read, findings = assumptions(tmp_path, text)
    assert (dict(read.by_id), findings) == ({}, [finding])
    assert read.is_unread("anything")


def test_a_list_without_its_heading_is_told_to_get_one(tmp_path: Path) -> None:
    (tmp_path / "assumptions.yml").write_text(POWER, encoding="utf-8")
    _, (finding,) = read_assumptions(walk(tmp_path, shown_from=tmp_path))
    assert finding.help == "begin with a line `assumptions:`, and write the list below it"


def test_one_bad_entry_leaves_the_others_and_all_faults_are_found(tmp_path: Path) -> None:
    read, findings = assumptions(
        tmp_path,
        "assumptions:\n"
        "- {id: rent, value: 5}\n"
        "- {id: staff, statement: Two stay, value: soon}\n"
        "- {id: growth, statement: Traffic grows, state: faild}\n" + POWER + POWER + "owner: kim\n",
    )
    assert list(read.by_id) == ["staff", "growth", "power"]
    assert read.unread == {"rent"}
    assert read.is_unread("rent")
    assert findings == [
        "assumptions.yml:2:3 schema/missing-key",
        "assumptions.yml:3:43 schema/quantity",
        "assumptions.yml:4:49 schema/unknown-value",
        "assumptions.yml:6:8 link/duplicate-name",
        "assumptions.yml:7:1 schema/unknown-key",
    ]


@pytest.mark.parametrize("state", ["faild", "[failed]", "null", "1"])
def test_a_state_that_cannot_be_read_is_in_doubt_and_not_taken_for_good(tmp_path: Path, state: str) -> None:
    read, findings = assumptions(tmp_path, f"assumptions: [{{id: power, statement: It is so, state: {state}}}]\n")
    assert read.by_id["power"].state is AssumptionState.UNCERTAIN
    assert len(findings) == 1


def test_messages_speak_of_the_assumptions(tmp_path: Path) -> None:
    (tmp_path / "assumptions.yml").write_text("assumption: []\n")
    _, findings = read_assumptions(walk(tmp_path, shown_from=tmp_path))
    assert [(one.message, one.help) for one in findings] == [
        ("`assumption` is not a key of the list of assumptions", "did you mean `assumptions`?")
    ]


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text(f"assumptions:\n{POWER}")
    (tmp_path / "assumptions.yml").symlink_to(tmp_path / "other")
    assert read_assumptions(walk(tmp_path, shown_from=tmp_path)) == (Assumptions(), ())
