"""The filter of the timeline in a real browser, under the policy of the site, and the page without any script."""

import functools

import pytest

from tests.browser.conftest import URL, write_settings
from tests.browser.watched import arrive, is_marked, mark, navigates_at_once, until_mounted, watched
from tests.repositories import Repository, record


@pytest.fixture(scope="module")
def folder(build, once):
    return once("timeline", functools.partial(_make, build)) / "site"


@pytest.fixture(scope="module")
def host(folder, serve):
    return serve(folder)


def _make(build, folder):
    repository = Repository(folder)
    repository.write("index.md", "# Home\n")
    repository.change(
        {"0001-a.md": record(title="A", status="proposed", area="search"), "0002-b.md": record(title="B", area="ads")},
        day="2025-02-03",
    )
    repository.change({"0001-a.md": record(title="A", area="search")}, day="2026-03-04")
    build(write_settings(folder), folder / "site")


def _shown(page):
    return [item.inner_text().split("\n")[0] for item in page.locator(".roi-timeline li:visible").all()]


def test_what_is_chosen_is_what_is_shown_and_stands_in_the_address(chromium, host, folder):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, folder, URL)
        arrive(page, f"{host}/over-time/", at_once=True)
        mark(page)
        page.locator(".md-sidebar--primary a", has_text="Timeline").click()
        page.locator(".roi-filter").wait_for()
        assert len(_shown(page)) == 3
        page.locator("[name=kind]").select_option("accepted")
        page.locator("[name=since]").fill("2026-01-01")
        assert _shown(page) == ["2026-03-04"]
        assert page.locator(".roi-filter output").inner_text() == "1 of 3 events"
        assert page.locator(".roi-month:visible").count() == 1
        assert page.url.endswith("/timeline/?kind=accepted&since=2026-01-01")
        assert is_marked(page)
        page.reload(wait_until="networkidle")
        until_mounted(page)
        assert _shown(page) == ["2026-03-04"]
        page.locator(".roi-filter button").click()
        page.locator("[name=area]").select_option("ads")
        assert _shown(page) == ["2025-02-03"]
        assert page.url.endswith("/timeline/?area=ads")
        arrive(page, f"{host}/timeline/?kind=nonsense&area=<img>", at_once=True)
        assert len(_shown(page)) == 3
        assert not seen.errors
        assert not seen.elsewhere


def test_without_script_all_is_to_be_read_and_no_filter_is_shown(chromium, host):
    with watched(chromium, host, java_script_enabled=False) as seen:
        seen.page.goto(f"{host}/timeline/", wait_until="load")
        assert len(_shown(seen.page)) == 3
        assert not seen.page.locator(".roi-filter").is_visible()
