"""The policy file: defaults without one, findings for a broken one."""

from pathlib import Path

import pytest

from roi_plugin.model.policy import Policy
from roi_plugin.sources.folder_walk import walk
from roi_plugin.sources.policy_file import read_policy


def policy(root: Path, text: str | bytes) -> tuple[Policy, list[str]]:
    (root / "policy.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    read = read_policy(walk(root, shown_from=root.parent))
    places = [f"{one.path.rpartition('/')[2]}:{one.place.line}:{one.place.column}" for one in read.findings]
    return read.policy, [f"{place} {one.name}" for place, one in zip(places, read.findings, strict=True)]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    read = read_policy(walk(tmp_path, shown_from=tmp_path))
    assert (read.policy, read.findings) == (Policy(), ())


def test_an_empty_file_is_no_fault(tmp_path: Path) -> None:
    assert policy(tmp_path, "\n") == (Policy(), [])


def test_entries_are_read(tmp_path: Path) -> None:
    read, findings = policy(tmp_path, "currency: USD\nhorizon: 2 years\ndiscount_rate: 10%\n")
    assert (read.currency, read.horizon_months, read.discount_rate, findings) == ("USD", 24.0, 0.1, [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("currency: usd\n", "policy.yml:1:11 schema/wrong-form"),
        ("a: 1\n", "policy.yml:1:1 schema/unknown-key"),
        ("horizon: 2 parsecs\n", "policy.yml:1:10 schema/quantity"),
        ("- a\n", "policy.yml:1:1 file/no-fields"),
        ("a: &x 1\n", "policy.yml:1:4 file/yaml-alias"),
        (b"\xff\xfe", "policy.yml:1:1 file/not-utf-8"),
    ],
)
def test_a_broken_file_is_found_and_the_defaults_hold(tmp_path: Path, text: str | bytes, finding: str) -> None:
    assert policy(tmp_path, text) == (Policy(), [finding])


def test_one_bad_entry_leaves_the_others_and_all_are_found(tmp_path: Path) -> None:
    read, findings = policy(
        tmp_path, "horizn: 1 year\ncurrency: USD\ndiscount_rate: 10%\nhorizon: soon\nstakes: {small: 1k, huge: 2}\n"
    )
    assert (read.currency, read.discount_rate, read.small) == ("USD", 0.1, 1000.0)
    assert (read.horizon_months, read.large) == (Policy().horizon_months, Policy().large)
    assert findings == [
        "policy.yml:1:1 schema/unknown-key",
        "policy.yml:4:10 schema/quantity",
        "policy.yml:5:21 schema/unknown-key",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("horizn: 1 year\n", "`horizn` is not a key of the policy"),
        ("stakes: {huge: 1}\n", "`huge` is not a key of `stakes`"),
        ("- a\n", "the YAML is a list: expected fields, one `key: value` a line"),
        ("a: 1\n---\nb: 1\n", "a second YAML document begins here: expected one document a file"),
    ],
)
def test_messages_speak_of_the_policy(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "policy.yml").write_text(text)
    findings = read_policy(walk(tmp_path, shown_from=tmp_path)).findings
    assert [one.message for one in findings] == [message]
    assert not any("record" in one.message or "title" in (one.help or "") for one in findings)


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("currency: USD\n")
    (tmp_path / "policy.yml").symlink_to(tmp_path / "other")
    read = read_policy(walk(tmp_path, shown_from=tmp_path))
    assert (read.policy, read.findings) == (Policy(), ())
