"""What was made in an earlier build is the same as what would be made now."""

import json
import re

import pytest
from material.plugins.search.plugin import SearchIndex

from roi_plugin.mkdocs_site.search_entries import lean
from tests.mkdocs_site.building import CONFIG, RECORD, built, records, write_site
from tests.repositories import Repository

WITHOUT_SEARCH = CONFIG.replace("  - search\n", "")
OTHER_THEME = "site_name: x\nsite_url: https://x.example/\ndocs_dir: decisions\ntheme: {}\nplugins: [search, roi]\n"


def _differing(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.mark.parametrize(
    "config",
    [CONFIG, WITHOUT_SEARCH, CONFIG + "\nuse_directory_urls: false\n", OTHER_THEME.format("mkdocs")],
    ids=["ours", "no-search", "no-directories", "other-theme"],
)
def test_a_build_after_another_writes_the_same_files(tmp_path, config):
    write_site(tmp_path, records(5), config=config)
    first = built(tmp_path)
    assert (tmp_path / ".cache" / "roi" / "bodies.json").is_file()
    assert _differing(first, built(tmp_path)) == []
    assert _differing(first, built(tmp_path, again=True)) == []


@pytest.mark.parametrize("again", [False, True], ids=["process", "server"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("0003-d.md", RECORD.format("Another <title> & more", "## Another heading\n\n[a](0001-b.md)\n")),
        ("0006-z.md", RECORD.format("A new last one", "x")),
        ("0000-z.md", RECORD.format("A new first one", "x")),
        ("0002-c.md", None),
        ("notes.md", "# Notes\n\nThat are no record.\n"),
    ],
    ids=["edited", "last", "first", "removed", "notes"],
)
def test_a_build_after_an_edit_writes_what_a_first_build_would(tmp_path, name, text, again):
    write_site(tmp_path, records(5))
    built(tmp_path)
    if text is None:
        (tmp_path / "decisions" / name).unlink()
    else:
        (tmp_path / "decisions" / name).write_text(text, encoding="utf-8")
    after = built(tmp_path, again=again)
    assert _differing(after, built(tmp_path, clean=True)) == []


def test_a_build_with_a_spoilt_cache_writes_the_same_files(tmp_path):
    write_site(tmp_path, records(3))
    first = built(tmp_path)
    for name in ("bodies.json", "search.json"):
        path = tmp_path / ".cache" / "roi" / name
        path.write_text(re.sub(r'":\[.*?[\]}]', '":["spoilt"', path.read_text(encoding="utf-8"), count=1), "utf-8")
    assert _differing(first, built(tmp_path)) == []
    for name in ("bodies.json", "search.json"):
        path = tmp_path / ".cache" / "roi" / name
        entries = re.sub(r'^\{"(\w+)":\[', r'{"\1":[["spoilt"],', path.read_text(encoding="utf-8"))
        path.write_text(entries, encoding="utf-8")
    assert _differing(first, built(tmp_path)) == []


def test_a_cache_that_came_with_the_repository_writes_no_page(tmp_path, caplog):
    repository = Repository(tmp_path)
    write_site(tmp_path, records(2))
    first = built(tmp_path)
    bodies = tmp_path / ".cache" / "roi" / "bodies.json"
    bodies.write_text(bodies.read_text(encoding="utf-8").replace("Why 0001", "Planted 0001"), encoding="utf-8")
    repository.git("add", "--force", ".cache")
    assert first["0001-b/index.html"].count(b"Why 0001")
    after = built(tmp_path)
    assert b"Planted" not in after["0001-b/index.html"]
    assert any("`git rm -r --cached .cache`" in line for line in caplog.messages)
    repository.git("rm", "-r", "--quiet", "--cached", ".cache")
    assert b"Planted" in built(tmp_path)["0001-b/index.html"]


def test_what_is_wrong_with_a_link_is_told_in_every_build(tmp_path, caplog):
    write_site(tmp_path, records(2) | {"0003-z.md": RECORD.format("Z", "[a](0009-z.md) and [b](0001-b.md#nowhere)")})

    def told():
        caplog.clear()
        built(tmp_path)
        return sorted(record.getMessage() for record in caplog.records if "Doc file '0003" in record.getMessage())

    first = told()
    assert ["'#nowhere'" in line for line in first] == [True, False]
    assert ["'0009-z.md', but the target is not found" in line for line in first] == [False, True]
    assert told() == first
    (tmp_path / "decisions" / "0009-z.md").write_text(RECORD.format("Z", ""), encoding="utf-8")
    assert told() == first[:1]


def _records_of(index):
    return [entry for entry in index["docs"] if entry["location"].startswith("000")]


def test_the_search_finds_what_its_plugin_would_make_it_find(tmp_path, monkeypatch):
    for name, config in {"material": CONFIG, "mkdocs": OTHER_THEME.format("mkdocs")}.items():
        folder = tmp_path / name
        folder.mkdir()
        write_site(folder, records(3), config=config)
        kept = [built(folder)["search/search_index.json"] for _ in range(2)]
        with monkeypatch.context() as without:
            without.setattr("roi_plugin.mkdocs_site.search_entries._LISTS", {})
            alone = json.loads(built(folder)["search/search_index.json"])
        assert "More of 0001-b.md" in str(alone)
        assert [_records_of(json.loads(each)) for each in kept] == [[*lean(_records_of(alone))]] * 2


def test_a_page_of_which_a_search_has_the_same_to_read_is_not_read_again(tmp_path, monkeypatch):
    write_site(tmp_path, records(3))
    built(tmp_path)
    read, add = [], SearchIndex.add_entry_from_context
    monkeypatch.setattr(
        SearchIndex, "add_entry_from_context", lambda self, page: (read.append(page.file.src_uri), add(self, page))
    )
    write_site(tmp_path, {"0003-d.md": records(3)["0003-d.md"].replace("Title d", "Another title")})
    site = built(tmp_path)
    assert [path for path in read if path.startswith(("rules/", "000"))] == ["0003-d.md"]
    assert any(b"Another title" in page for path, page in site.items() if path.startswith("rules/"))
