"""Moving through the days of the register in a real browser, under the policy of the site."""

import functools

import pytest

from tests.browser.conftest import URL, write_settings
from tests.browser.watched import arrive, is_marked, mark, navigates_at_once, watched
from tests.repositories import Repository, record


@pytest.fixture(scope="module")
def folder(build, once):
    return once("as-of", functools.partial(_make, build)) / "site"


@pytest.fixture(scope="module")
def host(folder, serve):
    return serve(folder)


def _make(build, folder):
    repository = Repository(folder)
    repository.write("index.md", "# Home\n")
    repository.change({"0001-a.md": record(title="A <b>", status="proposed")}, day="2025-02-03")
    repository.change({"0001-a.md": record(title="A <b>")}, day="2025-06-04")
    repository.change({"0002-b.md": record(title="B", supersedes='["0001"]')}, day="2026-03-04")
    build(write_settings(folder), folder / "site")


def _shown(page):
    texts = [item.inner_text() for item in page.locator(".roi-as-of-then details:visible summary").all()]
    return [" ".join(text.split()) for text in texts]


def test_slider_buttons_and_date_lead_to_the_register_of_then(chromium, host, folder):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, folder, URL)
        arrive(page, f"{host}/over-time/", at_once=True)
        mark(page)
        page.locator(".md-sidebar--primary a", has_text="As of a date").click()
        page.locator(".roi-as-of").wait_for()
        assert _shown(page) == ["1 in force", "1 retired"]
        assert page.locator(".roi-as-of-then li:visible").all_inner_texts() == ["2 B"]
        page.locator("[name=before]").click()
        page.locator("[name=before]").click()
        assert page.locator("[name=as-of]").input_value() == "2025-06-04"
        assert page.locator(".roi-as-of-then li:visible").all_inner_texts() == ["1 A <b>"]
        assert page.locator(".roi-as-of-then li:visible bdi").all_inner_texts() == ["A <b>"]
        page.locator("[name=day]").press("ArrowLeft")
        assert _shown(page) == ["1 proposed"]
        assert page.url.endswith("/as-of/?as-of=2025-02-03")
        assert page.locator("[name=before]").is_disabled()
        page.locator("[name=as-of]").fill("2025-12-31")
        assert "Unchanged since 2025-06-04" in page.locator(".roi-as-of-then p").inner_text()
        assert is_marked(page)
        arrive(page, f"{host}/as-of/?as-of=2024-01-01", at_once=True)
        assert page.locator(".roi-as-of-then p").inner_text() == "As of 2024-01-01 no record stood here."
        page.locator("[name=after]").click()
        assert _shown(page) == ["1 proposed"]
        arrive(page, f"{host}/as-of/?as-of=<img>", at_once=True)
        assert _shown(page) == ["1 in force", "1 retired"]
        assert not seen.errors
        assert not seen.elsewhere


def test_counts_lead_to_the_register_of_their_day(chromium, host, folder):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, folder, URL)
        arrive(page, f"{host}/over-time/", at_once=True)
        page.locator("#roi-statuses ~ details summary").first.click()
        page.locator("tr", has_text="2025-05-31").get_by_role("link", name="1", exact=True).click()
        page.wait_for_url("**/as-of/?as-of=2025-05-31#roi-any-day")
        page.locator(".roi-as-of").wait_for()
        assert _shown(page) == ["1 proposed"]
        page.locator(".roi-quarters tr", has_text="2025-06-30").get_by_role("link", name="2025-06-30").click()
        assert "?as-of=2025-06-30" in page.url
        assert page.locator("[name=as-of]").input_value() == "2025-06-30"
        assert page.locator("form.roi-as-of").bounding_box()["y"] > 0
        assert _shown(page) == ["1 in force"]
        assert not seen.errors


def test_without_script_the_quarters_stand_there(chromium, host):
    with watched(chromium, host, java_script_enabled=False) as seen:
        seen.page.goto(f"{host}/as-of/", wait_until="load")
        assert not seen.page.locator(".roi-as-of").is_visible()
        assert seen.page.locator(".roi-quarters tbody tr").count() > 2
