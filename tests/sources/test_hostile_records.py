"""Records written to do harm end in a finding or in a valid record, quickly; nothing raises."""

import time
from pathlib import Path

import pytest

from roi_plugin.sources.record_files import RecordFile, read_folder
from tests.hostile import IN_BODY, IN_BYTES, IN_FIELDS, IN_LISTS, IN_LIVES, IN_MESSAGES, IN_YAML, PAYLOADS

SECONDS = 2

REFUSED = (
    set(IN_YAML)
    | set(IN_BYTES) - {"byte-order-mark", "windows-line-ends", "old-mac-line-ends", "one-long-line"}
    | {"script-in-status", "script-in-option-id", "script-in-quantity", "script-in-line-id", "script-in-unknown-key"}
    | {"script-in-assumption", "assumption-of-nothing", "script-in-waiver-rule"}
    | {"script-in-id", "script-in-reference", "javascript-in-evidence-url", "data-in-evidence-url"}
    | {"path-in-id", "absolute-path-in-id", "encoded-path-in-id", "path-in-supersedes"}
    | {"workflow-command-in-status", "workflow-command-in-key", "escape-sequence-in-title", "raw-escape-sequence"}
    | {"bidi-override-in-title", "bidi-isolate-in-tag", "invisible-tag-characters", "lookalike-status", "long-title"}
    | {"many-tags", "huge-integer", "huge-exponent", "not-a-number", "long-quantity", "long-expression", "many-options"}
    | {"impossible-date", "date-with-newline", "five-thousand-brackets", "five-thousand-images", "open-links"}
    | {"open-angle-links", "open-references", "open-tags", "balanced-brackets", "three-hundred-nested-lists"}
    | {"nested-lists-on-one-line", "nested-lists-by-tabs", "three-hundred-nested-quotes", "mixed-nesting"}
    | {"nested-admonitions", "many-headings", "many-paragraphs", "many-list-items", "many-table-cells"}
    | {
        "many-footnotes",
        "many-emphases",
        "many-stars",
        "many-comments",
        "many-character-data",
        "many-abbreviations",
        "many-backticks",
    }
    | {"body-too-large"}
)
"""Payloads that make a record broken; the others are valid records whose page must be safe."""

UNSAFE_LINKS = {name for name in IN_BODY if name.startswith(("javascript-", "vbscript-", "data-", "file-", "iframe"))}


def read(root: Path, name: str, content: bytes) -> RecordFile:
    (root / f"0001-{name}.md").write_bytes(content)
    (record,) = read_folder(root, shown_from=root).records
    return record


def test_there_are_enough_payloads_and_none_counts_twice() -> None:
    parts = (IN_FIELDS, IN_MESSAGES, IN_LISTS, IN_YAML, IN_BYTES, IN_BODY, IN_LIVES)
    assert len(PAYLOADS) == sum(map(len, parts)) >= 180


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_payload_ends_in_a_finding_or_a_valid_record(tmp_path: Path, name: str) -> None:
    began = time.process_time()
    record = read(tmp_path, name, PAYLOADS[name])
    assert time.process_time() - began < SECONDS
    assert (record.decision is None) == (name in REFUSED)
    assert record.findings or record.decision
    for finding in record.findings:
        assert finding.name.startswith(("file/", "schema/", "link/"))
        assert finding.message.isprintable()
        assert finding.help is None or finding.help.isprintable()
        assert finding.excerpt is None or finding.excerpt.replace("\t", "").replace("\u00a0", "").isprintable()


@pytest.mark.parametrize("name", sorted(UNSAFE_LINKS))
def test_an_unsafe_link_is_found(tmp_path: Path, name: str) -> None:
    assert "link/unsafe-url" in {finding.name for finding in read(tmp_path, name, PAYLOADS[name]).findings}


def test_all_payloads_in_one_folder_are_read_in_one_run(tmp_path: Path) -> None:
    for number, (name, content) in enumerate(PAYLOADS.items()):
        (tmp_path / f"{number:04}-{name}.md").write_bytes(content)
    folder = read_folder(tmp_path, shown_from=tmp_path)
    broken = {record.path[5:-3] for record in folder.records if record.decision is None}
    assert broken == REFUSED


def test_no_payload_touches_the_machine(tmp_path: Path) -> None:
    mark = Path("/tmp/roi_hostile")  # noqa: S108 - the name that the payload would create
    mark.unlink(missing_ok=True)
    read(tmp_path, "tag", PAYLOADS["python-object-tag"])
    assert not mark.exists()
