"""Whatever bytes a record holds, reading it raises nothing, and what it finds has a place in the file."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roi_plugin.sources.record_files import RecordFile, read_folder
from tests.hostile import PAYLOADS

RECORDS = [file.read_bytes() for file in sorted((Path(__file__).parent.parent / "records").iterdir())]
SMALL_PAYLOADS = [content for content in PAYLOADS.values() if len(content) < 2_000]
PIECES = [
    b"---\n",
    b"\n",
    b": ",
    b"- ",
    b"&a ",
    b"*a",
    b"!t ",
    b"{",
    b"[",
    b"]",
    b"'",
    b'"',
    b"|\n",
    b">\n",
    b"#",
    b"\t",
    b"\0",
]
PIECES += [
    b"\xff",
    b"\xed\xa0\x80",
    b"\r",
    b"](x.md)",
    b"<a href=",
    b"`",
    b"```\n",
    b"1e999",
    b"..",
    b"per year",
    b"\xe2\x80\xae",
]


def read(content: bytes, ending: str) -> RecordFile:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / f"0001-a{ending}").write_bytes(content)
        (record,) = read_folder(root, shown_from=root).records
    return record


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real or hostile record with up to six pieces cut out, doubled or put in."""
    content = draw(st.sampled_from(RECORDS + SMALL_PAYLOADS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from(PIECES) | st.just(content[start:end] * 2) | st.binary(max_size=4))
        content = content[:start] + piece + content[end:]
    return content


def check(record: RecordFile) -> None:
    lines = record.text.split("\n")
    assert record.findings or record.decision
    for finding in record.findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        assert finding.place.end_column is None or finding.place.end_column > finding.place.column
        assert finding.message.isprintable()


@pytest.mark.parametrize("ending", [".md", ".yml"])
@settings(deadline=None)
@given(content=mutated())
def test_a_mutated_record_never_raises(ending: str, content: bytes) -> None:
    check(read(content, ending))


@pytest.mark.parametrize("ending", [".md", ".yml"])
@settings(deadline=None)
@given(content=st.binary(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join))
def test_random_bytes_never_raise(ending: str, content: bytes) -> None:
    check(read(content, ending))


@settings(deadline=None)
@given(fields=st.text(max_size=200), body=st.text(max_size=200))
@example(fields="\ud7fc:", body="")
def test_random_text_between_fences_never_raises(fields: str, body: str) -> None:
    check(read(f"---\n{fields}\n---\n{body}".encode(errors="ignore"), ".md"))
