"""Blobs are read whole, however their output is cut into pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.sources.git_batch import read_batch


def output(blobs: dict[str, bytes]) -> bytes:
    return b"".join(b"%s blob %d\n%s\n" % (name.encode(), len(text), text) for name, text in blobs.items())


@given(
    texts=st.lists(st.binary(max_size=300), max_size=5),
    cuts=st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=8),
)
def test_any_pieces_give_the_same_blobs(texts: list[bytes], cuts: list[int]) -> None:
    blobs = {f"{number:040x}": text for number, text in enumerate(texts)}
    whole = output(blobs)
    pieces, at = [], 0
    while at < len(whole):
        size = cuts[len(pieces) % len(cuts)]
        pieces.append(whole[at : at + size])
        at += size
    assert dict(read_batch(iter(pieces))) == blobs


def test_what_is_missing_is_left_out() -> None:
    said = b"%s missing\n" % (b"0" * 40) + output({"a" * 40: b"text"})
    assert list(read_batch(iter([said]))) == [("a" * 40, b"text")]


@pytest.mark.parametrize("end", [1, 20, 50, 55])
def test_an_output_that_ends_too_soon_gives_no_half_blob(end: int) -> None:
    assert list(read_batch(iter([output({"a" * 40: b"some text"})[:end]]))) == []
