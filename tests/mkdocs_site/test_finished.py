"""A page that an earlier build finished is used again only where everything that made it is the same."""

import shutil

import pytest

from roi_plugin.mkdocs_site.author_page import AuthorPage
from roi_plugin.mkdocs_site.finished import FOLDER, NAME
from tests.mkdocs_site.building import CONFIG, built, records, write_site

HOOK = """
def on_post_page(output, page, config):
    return output.replace("Why 0001", "Wherefore 0001")
"""


@pytest.fixture
def completed(monkeypatch):
    """The paths of the pages that were put together, in the order of their making."""
    found = []
    complete = AuthorPage.complete

    def noted(self):
        found.append(self.file.src_uri)
        complete(self)

    monkeypatch.setattr(AuthorPage, "complete", noted)
    return found


def test_pages_are_put_together_once_and_then_taken_as_they_are(tmp_path, completed):
    write_site(tmp_path, records(6))
    first = built(tmp_path)
    assert "0003-d.md" in completed
    completed.clear()
    assert built(tmp_path) == first
    # The first two pages of each shape prove what the theme makes of the others.
    assert completed
    assert "0005-f.md" not in completed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("primary: white", "primary: red"),
        ("site_name: Decisions", "site_name: Determinations"),
        ("  - roi\n", "  - roi:\n      csp: false\n"),
        ("site_url: https://mkdocs-roi.github.io/", "site_url: https://other.example/"),
        ("  - toc:\n      permalink: true", "  - toc:\n      permalink: '#'"),
    ],
    ids=["colour", "name", "policy", "address", "permalink"],
)
def test_other_settings_give_other_pages(tmp_path, before, after):
    assert before in CONFIG
    write_site(tmp_path, records(6))
    kept = built(tmp_path)["0005-f/index.html"]
    write_site(tmp_path, records(6), config=CONFIG.replace(before, after))
    now = built(tmp_path)
    assert now["0005-f/index.html"] != kept
    assert now == built(tmp_path, clean=True)


def test_what_a_hook_does_to_pages_is_done_in_every_build(tmp_path):
    write_site(tmp_path, records(3), config=CONFIG + "\nhooks: [hook.py]\n")
    (tmp_path / "hook.py").write_text(HOOK, encoding="utf-8")
    first = built(tmp_path)
    assert b"Wherefore 0001" in first["0001-b/index.html"]
    assert built(tmp_path) == first


@pytest.mark.parametrize("gone", [FOLDER, NAME])
def test_a_cache_that_lost_a_half_writes_the_same_pages(tmp_path, gone):
    write_site(tmp_path, records(6))
    first = built(tmp_path)
    path = tmp_path / ".cache" / "roi" / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert built(tmp_path) == first


def test_a_link_to_a_place_that_is_not_on_a_finished_page_is_told_of_each_time(tmp_path, caplog):
    write_site(tmp_path, records(6) | {"notes.md": "[a](0005-f.md#nowhere) [b](0005-f.md#roi-facts)\n"})
    for _ in range(2):
        caplog.clear()
        built(tmp_path)
        told = [line for line in caplog.messages if "contains a link" in line]
        assert len(told) == 1
        assert "nowhere" in told[0]
