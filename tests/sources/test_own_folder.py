"""Code is kept only where nobody but the user can have put it."""

import os
import stat
import tempfile

import pytest

from roi_plugin.sources.own_folder import own_folder


@pytest.fixture
def shared(tmp_path, monkeypatch):
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_folder_is_made_closed_to_others_and_found_again(shared):
    found = own_folder()
    assert found is not None
    assert found.parent == shared
    assert stat.S_IMODE(found.stat().st_mode) == 0o700
    assert own_folder() == found


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o701])
def test_a_folder_that_is_open_to_others_is_not_used(shared, mode):
    own_folder().chmod(mode)
    assert own_folder() is None


def test_a_folder_of_somebody_else_is_not_used(shared, monkeypatch):
    me, folder = os.getuid(), own_folder()
    monkeypatch.setattr(os, "getuid", lambda: me + 1)
    folder.rename(shared / f"roi-{me + 1}")
    assert own_folder() is None


def test_a_link_to_a_folder_is_not_used(shared, tmp_path):
    own_folder().rename(tmp_path / "elsewhere")
    (shared / f"roi-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    assert own_folder() is None


def test_a_file_in_its_place_is_not_used(shared):
    (shared / f"roi-{os.getuid()}").write_text("")
    assert own_folder() is None


def test_the_folder_that_a_build_runs_in_is_not_used(shared, monkeypatch):
    monkeypatch.chdir(shared)
    assert own_folder() is None
