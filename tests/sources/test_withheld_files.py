"""Files that only withheld records name."""

from types import SimpleNamespace

import pytest

from roi_plugin.sources.withheld_files import withheld_files

FILES = {"a.png", "b.png", "img/a.png", "img/c d.png"}


def _records(*texts):
    return [SimpleNamespace(path=path, text=text) for path, text in texts]


@pytest.mark.parametrize(
    ("secret", "shown", "hidden"),
    [
        ("![a](a.png)", "", {"a.png"}),
        ("See a.png.", "", {"a.png"}),
        ("![a](img/c%20d.png?x#y)", "", {"img/c d.png"}),
        ("![a](<img/c d.png>)", "", {"img/c d.png"}),
        ('He said "see a.png", and don\'t show b.png', "", {"a.png", "b.png"}),
        ('<img src="./img/c d.png">', "", {"img/c d.png"}),
        ("![a](a.png) ![b](b.png)", "![the same](a.png)", {"b.png"}),
        ("![a](img/a.png)", "![another](a.png)", {"img/a.png"}),
        ("words only", "![a](a.png)", set()),
    ],
)
def test_a_file_is_withheld_when_only_withheld_records_name_it(secret, shown, hidden):
    assert withheld_files(_records(("0001-a.md", shown)), _records(("0002-b.md", secret))) & FILES == hidden


def test_a_path_begins_at_the_folder_of_its_record():
    assert withheld_files((), _records(("team/0002-b.md", "![a](../img/a.png)"))) == {"img/a.png"}
