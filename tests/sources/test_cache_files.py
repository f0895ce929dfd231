"""What the cache writes never shows up in the user's project."""

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from roi_plugin.sources.cache_files import IGNORE, trusted_cache_of, write_cached
from tests.repositories import Repository


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_git_does_not_see_the_folder_in_a_project_that_ignores_nothing(tmp_path):
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    write_cached(tmp_path / ".cache" / "roi" / "a.json", "{}")
    status = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"], cwd=tmp_path, check=True, capture_output=True
    )
    assert status.stdout == b""


def test_a_team_that_shares_the_folder_is_asked_once(tmp_path):
    write_cached(tmp_path / "roi" / "a.json", "{}")
    (tmp_path / "roi" / IGNORE).unlink()
    write_cached(tmp_path / "roi" / "b.json", "{}")
    assert sorted(path.name for path in (tmp_path / "roi").iterdir()) == ["a.json", "b.json"]


def test_runs_at_once_leave_whole_files_only(tmp_path):
    names = [f"{number}.json" for number in range(8)]
    with ThreadPoolExecutor(8) as runs:
        list(runs.map(lambda name: write_cached(tmp_path / "roi" / name, "{}"), names))
    assert (tmp_path / "roi" / IGNORE).read_text(encoding="utf-8") == "*\n"
    assert sorted(path.name for path in (tmp_path / "roi").iterdir()) == [IGNORE, *names]


def test_a_cache_that_git_holds_is_not_trusted(tmp_path):
    root = tmp_path / "decisions"
    assert trusted_cache_of(root) == tmp_path / ".cache" / "roi"
    repository = Repository(tmp_path)
    repository.git("commit", "--quiet", "--allow-empty", "-m", "Begin")
    write_cached(tmp_path / ".cache" / "roi" / "a.json", "{}")
    assert trusted_cache_of(root) == tmp_path / ".cache" / "roi"
    repository.git("add", "--force", ".cache/roi/a.json")
    assert trusted_cache_of(root) is None


def test_a_link_that_git_holds_in_place_of_a_cache_is_not_trusted(tmp_path):
    repository = Repository(tmp_path)
    (tmp_path / "planted" / "roi").mkdir(parents=True)
    (tmp_path / ".cache").symlink_to("planted")
    assert trusted_cache_of(tmp_path / "decisions") == tmp_path / ".cache" / "roi"
    repository.git("add", "--force", ".cache")
    assert trusted_cache_of(tmp_path / "decisions") is None
