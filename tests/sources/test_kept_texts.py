"""Kept texts come back as they were, or not at all, and never fill a disk."""

import os

import pytest

from roi_plugin.sources.kept_file import KEPT
from roi_plugin.sources.kept_texts import KeptTexts

TEXT = "a text " * 100


def test_a_text_comes_back_to_whoever_asks_later(tmp_path):
    KeptTexts(tmp_path / "kept").put("key", TEXT)
    assert KeptTexts(tmp_path / "kept").get("key") == TEXT
    assert KeptTexts(tmp_path / "kept").get("other") is None


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe"])
def test_a_spoilt_text_is_not_there(tmp_path, damage):
    KeptTexts(tmp_path / "kept").put("key", TEXT)
    (tmp_path / "kept" / "key").write_bytes(damage)
    assert KeptTexts(tmp_path / "kept").get("key") is None


def test_a_bit_that_flipped_spoils_a_text(tmp_path):
    KeptTexts(tmp_path / "kept").put("key", TEXT)
    packed = bytearray((tmp_path / "kept" / "key").read_bytes())
    for place in range(2, len(packed)):
        flipped = packed.copy()
        flipped[place] ^= 1
        (tmp_path / "kept" / "key").write_bytes(flipped)
        assert KeptTexts(tmp_path / "kept").get("key") in {None, TEXT}


def test_a_server_reads_from_memory_what_it_used_last(tmp_path):
    kept = KeptTexts(tmp_path / "kept")
    kept.put("used", TEXT)
    kept.put("left", TEXT)
    kept.settle()
    kept.use("used")
    kept.settle()
    for name in ("used", "left"):
        (tmp_path / "kept" / name).unlink()
    assert (kept.get("used"), kept.get("left")) == (TEXT, None)


def test_the_oldest_go_when_there_are_many_times_as_many_as_are_used(tmp_path):
    kept = KeptTexts(tmp_path / "kept")
    for number in range(10):
        kept.put(str(number), TEXT)
        os.utime(tmp_path / "kept" / str(number), (number, number))
    kept.settle()
    kept.use("0")
    kept.put("new", TEXT)
    kept.settle()
    left = sorted(path.name for path in (tmp_path / "kept").iterdir() if not path.name.startswith("."))
    assert left == ["0", *(str(number) for number in range(10 - 2 * (KEPT - 1), 10)), "new"]


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path):
    (tmp_path / "file").touch()
    kept = KeptTexts(tmp_path / "file" / "kept")
    kept.put("key", TEXT)
    assert kept.get("key") == TEXT
    kept.settle()
