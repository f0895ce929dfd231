"""Every link of every file of our own site leads to a file, and to a place that is in it."""

import re

import pytest

from tests.browser.conftest import URL
from tests.browser.site_links import SiteLinks

DATA = (".atom", ".csv", ".html", ".ics", ".json", ".xml")


@pytest.fixture(scope="module")
def links(own_site):
    return SiteLinks(own_site, URL)


def test_no_link_is_broken(links):
    assert len(links.pages) > 100
    assert links.broken() == []


def test_no_page_has_two_places_of_one_name(links):
    assert links.doubled() == []


def test_only_the_page_of_what_is_not_there_depends_on_the_folder_that_the_site_is_served_from(links):
    from_the_top = {page for page, read in links.pages.items() if any(re.match("/(?!/)", link) for link in read.links)}
    assert from_the_top == {"404.html"}


def test_whole_addresses_in_data_and_feeds_lead_to_something(links, own_site):
    told = {
        (path.relative_to(own_site).as_posix(), address)
        for path in own_site.rglob("*")
        if path.suffix in DATA
        for address in re.findall(re.escape(URL) + r"[^\s\"'<>,;\\)]*", _whole_lines(path))
    }
    assert {"feeds/decisions.atom", "reviews.ics", "sitemap.xml"} <= {path for path, _ in told}
    assert sorted(f"{path} -> {address}" for path, address in told if links.is_broken(path, address)) == []


def _whole_lines(path):
    """The text of a file, with the lines joined that a calendar folds."""
    text = path.read_bytes().decode("utf-8")
    return text.replace("\r\n ", "") if path.suffix == ".ics" else text


@pytest.mark.parametrize(
    ("link", "broken"),
    [
        ("../b.html", False),
        ("../b.html#there", False),
        ("../b.html#not", True),
        ("#top", False),
        ("", False),
        ("../a/?as-of=2026-01-01#top", False),
        ("../a", True),
        ("../c/", True),
        ("../with%20space.txt", False),
        ("https://example.org/c/", False),
        (f"{URL}a/", False),
        (f"{URL}c/", True),
        ("javascript:void(0)", True),
    ],
)
def test_a_link_is_followed_as_a_browser_does(tmp_path, link, broken):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(f'<h1 id="top">a</h1><a href="{link}">b</a>')
    (tmp_path / "b.html").write_text('<p id="there"><p id="there">')
    (tmp_path / "with space.txt").write_text("")
    read = SiteLinks(tmp_path, URL)
    assert read.broken() == ([f"a/index.html -> {link}"] if broken else [])
    assert read.doubled() == ["b.html#there"]
