"""Records written to do harm, in every file that is published or rendered beside the site's own pages."""

import csv
import json
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import icalendar
import markdown
import pytest
import yaml

from roi_plugin.cli import main
from tests.hostile import ASSUMPTIONS, PAYLOADS

_RUNS = {"iframe", "object", "embed", "base", "meta", "link", "style", "math"}
_STEERS = tuple("=+-@\t\r")  # what a spreadsheet takes for a formula


class _Harm(HTMLParser):
    """Keeps the tags and attributes that would do something."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag in _RUNS or (tag == "script" and known.get("type") != "application/json"):
            self.found.append(tag)
        for name, value in known.items():
            # As browsers read an address: a space within is part of it, a tab or a line's end is not.
            target = (value or "").strip().translate({ord(sign): None for sign in "\t\r\n"}).lower()
            if name.startswith("on") or target.startswith(("javascript:", "vbscript:")):
                self.found.append(f"{tag} {name}={value}")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> Path:
    """What `roi render --to` writes of all payloads."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "decisions").mkdir()
    for number, (name, content) in enumerate(PAYLOADS.items(), start=1):
        (folder / "decisions" / f"{number:04}-{name}.md").write_bytes(content)
    (folder / "decisions" / "assumptions.yml").write_text(ASSUMPTIONS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["render", "--to", "out", "--today", "2026-09-10"]) == 0
    return folder / "out"


def test_nothing_runs_in_what_an_engine_makes_of_a_rendered_page(rendered):
    engine = markdown.Markdown(extensions=["attr_list", "md_in_html", "tables", "fenced_code", "footnotes", "abbr"])
    pages = [page for page in sorted(rendered.rglob("*.md")) if page.stem[5:] in PAYLOADS]
    assert len(pages) == len(PAYLOADS)
    harm = {page.name: _Harm(engine.reset().convert(_after_the_front_matter(page))).found for page in pages}
    assert {name: found for name, found in harm.items() if found} == {}


def test_nothing_runs_in_the_pages_that_we_write_alone(rendered):
    ours = [page for page in sorted(rendered.rglob("*.md")) if page.stem[5:] not in PAYLOADS]
    assert len(ours) > 100
    harm = {page.name: _Harm(_after_the_front_matter(page)).found for page in ours}
    assert {name: found for name, found in harm.items() if found} == {}


def test_what_stands_in_front_of_a_rendered_page_is_yaml_that_opens_no_markup(rendered):
    pages = sorted(rendered.rglob("*.md"))
    assert len(pages) > 200
    for page in pages:
        front = yaml.safe_load(page.read_text("utf-8").removeprefix("---\n").partition("\n---\n")[0])
        assert front["title"]
        said = [front["title"], front.get("description", ""), *front.get("tags", [])]
        assert not set("".join(said)) & set('<>"'), page.name


def test_what_would_run_is_found():
    page = "<script>1</script><a href=' java\nscript:1'>x</a><img onerror=1><script type='application/json'>1</script>"
    assert _Harm(page).found == ["script", "a href= java\nscript:1", "img onerror=1"]


def test_no_cell_of_the_table_is_a_formula_and_no_row_is_broken(rendered):
    with (rendered / "decisions.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 50
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.startswith(_STEERS)] == []


def test_every_file_for_programs_can_be_read(rendered):
    feeds, data = sorted(rendered.rglob("*.atom")), sorted(rendered.rglob("*.json"))
    assert len(feeds) > 1
    assert len(data) > 50
    assert [feed.name for feed in feeds if feedparser.parse(feed.read_bytes()).bozo] == []
    assert all(json.loads(file.read_text("utf-8")) is not None for file in data)
    assert not icalendar.Calendar.from_ical((rendered / "reviews.ics").read_bytes()).errors
    with closing(sqlite3.connect(rendered / "decisions.sqlite")) as register:
        assert register.execute("pragma integrity_check").fetchone() == ("ok",)


def _after_the_front_matter(page):
    return page.read_text("utf-8").partition("\n---\n")[2]
