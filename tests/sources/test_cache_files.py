"""What the cache writes never shows up in the user's project."""

import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from roi_plugin.sources.cache_files import IGNORE, write_cached


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
