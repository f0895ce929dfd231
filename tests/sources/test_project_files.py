"""A record may link to files of its own project, and learns nothing about the rest of the machine."""

import pytest

from roi_plugin.sources.project_files import project_files


@pytest.fixture
def is_there(tmp_path):
    (tmp_path / "secret.txt").touch()
    project = tmp_path / "project"
    (project / "docs/decisions").mkdir(parents=True)
    (project / ".git").mkdir()
    (project / "README.md").touch()
    (project / "docs/guide.md").touch()
    return project_files(project / "docs/decisions")


@pytest.mark.parametrize("path", ["../guide.md", "../../README.md", "../..", "../../docs/../README.md"])
def test_a_file_of_the_project_is_there(is_there, path):
    assert is_there(path)


@pytest.mark.parametrize(
    "path", ["../nope.md", "../../../secret.txt", "../../../../../../../../etc/hostname", "../a\0b", "../" + "x" * 5000]
)
def test_all_else_is_not(is_there, path):
    assert not is_there(path)


def test_without_a_project_only_the_folder_above_counts(tmp_path):
    (tmp_path / "decisions").mkdir()
    (tmp_path / "plan.md").touch()
    assert project_files(tmp_path / "decisions")("../plan.md")
    assert not project_files(tmp_path / "decisions")("../..")
