"""A text with a merge that nobody finished is a fault at its first line."""

import pytest

from roi_plugin.sources.merge_marks import merge_faults

CONFLICT = "<<<<<<< HEAD\nowner: ana\n=======\nowner: bob\n>>>>>>> feature\n"


@pytest.mark.parametrize("before", ["", "title: a\n", "---\n---\n\nText\n"])
def test_a_conflict_is_found_where_it_begins(before):
    text = f"{before}{CONFLICT}status: draft\n"
    (fault,) = merge_faults(text)
    assert fault.name == "file/merge-conflict"
    assert text[fault.start : fault.end] == "<<<<<<< HEAD"


def test_each_conflict_is_found_up_to_a_bound():
    assert len(merge_faults(CONFLICT * 3)) == 3
    assert len(merge_faults(CONFLICT * 100)) == 10


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Title\n=======\n\nText\n",
        "<<<<<<< HEAD\nno end\n",
        "<<<<<<< HEAD\n=======\n",
        "=======\n>>>>>>> x\n",
        "".join(f" {line}\n" for line in CONFLICT.splitlines()),
        "a <<<<<<< b\n=======\n>>>>>>> c\n",
    ],
)
def test_other_texts_hold_none(text):
    assert merge_faults(text) == ()
