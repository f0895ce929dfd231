"""The files for programs as the site publishes them."""

import datetime as dt
from pathlib import Path

import feedparser
import pytest

from roi_plugin.assess import Assessment
from roi_plugin.build import assess_folder
from roi_plugin.pages.addresses import Addresses, feed
from roi_plugin.pages.site import pages
from roi_plugin.site_data import Site, site_data
from tests.repositories import Repository, record

TODAY = dt.date(2026, 9, 10)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.change({"0001-cache.md": record(owner="Ana", area="Search & rank", tags="[a, A]")}, day="2026-01-05")
    made.change({"0002-pages.md": record(title="Pages", owner="kim", aliases="[0002-old, '7']")}, day="2026-01-06")
    return made


def assessed(repository: Repository) -> Assessment:
    return assess_folder(repository.records, today=TODAY, shown_from=repository.top)


def test_there_is_a_feed_of_all_and_one_of_each_owner_area_and_tag(repository):
    site = Site(name="Ours", url="https://example.org/base/", prefix="adr/", addresses=Addresses())
    files = dict(site_data(assessed(repository), site))
    feeds = [path for path in files if path.endswith(".atom")]
    assert feeds == [
        "feeds/decisions.atom",
        feed("owner", "Ana"),
        feed("owner", "kim"),
        feed("area", "Search & rank"),
        feed("tag", "A"),
        feed("tag", "a"),
    ]
    assert len(set(feeds)) == 6
    assert feed("owner", "kim") == "feeds/owner/kim.atom"
    parsed = feedparser.parse(files[feed("owner", "Ana")])
    assert not parsed.bozo
    assert parsed.feed.title == "Ours: owner Ana"
    assert {entry.link for entry in parsed.entries} == {"https://example.org/base/adr/0001-cache/"}
    assert parsed.feed.links[0].href == f"https://example.org/base/adr/{feed('owner', 'Ana')}"
    assert parsed.feed.link == "https://example.org/base/adr/", "the first page of the records, not of the site"


def test_without_an_address_links_are_relative_to_the_feed(repository):
    site = Site(name="Ours", addresses=Addresses(directory_urls=False))
    text = dict(site_data(assessed(repository), site))[feed("owner", "kim")]
    assert 'href="../../0002-pages.html"' in str(text)


def test_every_file_that_the_page_of_data_names_is_there(repository):
    found = assessed(repository)
    files = (
        set(dict(site_data(found, Site(name="Ours", addresses=Addresses())))) | set(pages(found)) | {"decisions.json"}
    )
    page = pages(found)["data.md"]
    html = "".join(str(section.html) for section in page.sections)
    named = {part.split('"')[0].removeprefix("../") for part in html.split('href="')[1:]}
    assert named - files == set()
    assert len(named) == 6 + 5


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("kim", "feeds/owner/kim.atom"),
        ("../../etc", "feeds/owner/etc-"),
        ("日本", "feeds/owner/x-"),
        ("A b", "feeds/owner/a-b-"),
    ],
)
def test_a_value_never_leaves_the_folder_of_its_feeds(value, path):
    assert feed("owner", value).startswith(path)
    assert ".." not in feed("owner", value)


def test_an_address_that_a_record_had_leads_to_where_it_is_now(repository):
    repository.git("mv", "decisions/0001-cache.md", "decisions/0003-cache.md")
    repository.commit("Renumber", day="2026-02-01")
    written = pages(assessed(repository))
    moved = {path: text for path, text in written.items() if path.endswith(".html")}
    assert sorted(moved) == ["0001-cache/index.html", "0002-old/index.html", "7/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../0003-cache/">' in str(moved["0001-cache/index.html"])


def test_a_page_of_now_is_never_replaced(repository):
    repository.git("mv", "decisions/0001-cache.md", "decisions/0003-cache.md")
    repository.write("0001-cache.md", record(title="Another decision", id="other"))
    repository.commit("Renumber", day="2026-02-01")
    written = pages(assessed(repository))
    assert "0001-cache.md" in written
    assert "0001-cache/index.html" not in written
