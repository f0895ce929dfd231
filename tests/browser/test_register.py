"""The register in a real browser, under the policy of the site, and the page without any script."""

import csv
import functools
import io
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.conftest import URL, write_settings
from tests.browser.page_kinds import SCREENS
from tests.browser.watched import arrive, is_marked, mark, navigates_at_once, sideways, watched

AREAS = ("ads", "data", "search")
COUNT = 205


def _record(number):
    title = {1: "'=1+1'", 7: "Réduire la file"}.get(number, f"Choice {number}")
    called = "id: D-0007\n" if number == 7 else f"owner: o{number % 4}\n"
    worth = f"options: [{{id: do-nothing}}, {{id: x, chosen: true, gain: {number}k per year, cost: 50k}}]\n"
    status = "rejected" if number % 5 == 0 else "accepted"
    date = f"20{20 + number % 6}-02-03"
    return (
        f"---\ntitle: {title}\nstatus: {status}\ndate: {date}\n{called}area: {AREAS[number % 3]}\n"
        f"tags: [t{number % 2}, all]\n{worth if number % 2 else ''}---\n"
    )


@pytest.fixture(scope="module")
def folder(build, once):
    return once("register", functools.partial(_make, build)) / "site"


def _make(build, folder):
    (folder / "decisions").mkdir()
    (folder / "decisions" / "index.md").write_text("# Home\n", encoding="utf-8")
    for number in range(1, COUNT + 1):
        (folder / "decisions" / f"{number:04}-a.md").write_text(_record(number), encoding="utf-8")
    build(write_settings(folder, audience="public"), folder / "site")


@pytest.fixture(scope="module")
def host(folder, serve):
    return serve(folder)


def _open(page, address):
    page.goto(address, wait_until="load")
    page.locator("form.roi-register").wait_for()


def _numbers(page):
    return [int(text) for text in page.locator("tbody tr > td:first-child").all_inner_texts()]


def _told(page):
    return page.locator("form.roi-register output").inner_text()


def test_what_is_chosen_stands_in_the_address_and_back_and_forward_follow(chromium, host, folder):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, folder, URL)
        arrive(page, f"{host}/lineage/", at_once=True)
        mark(page)
        page.locator(".md-sidebar--primary a", has_text="Register").click()
        page.locator("form.roi-register").wait_for()
        assert _told(page) == "205 of 205 decisions"
        assert len(_numbers(page)) == 100
        page.locator("select[name=status]").select_option("rejected")
        page.locator("select[name=area]").select_option("search")
        assert page.url.endswith("/register/?status=rejected&area=search")
        assert all(number % 5 == 0 and number % 3 == 2 for number in _numbers(page))
        assert "ads (13)" in page.locator("select[name=area] option").all_text_contents()
        page.locator("[data-sort=number] button").focus()
        page.keyboard.press("Enter")
        assert page.url.endswith("&sort=number")
        assert _numbers(page) == sorted(_numbers(page))
        assert page.locator("[aria-sort]").get_attribute("aria-sort") == "ascending"
        page.go_back()
        page.go_back()
        assert page.locator("select[name=area]").input_value() == ""
        assert _told(page) == "41 of 205 decisions"
        page.go_forward()
        assert _told(page) == "14 of 205 decisions"
        page.locator("tbody a").first.click()
        page.wait_for_selector(".roi-banner")
        page.go_back()
        page.locator("form.roi-register").wait_for()
        assert _told(page) == "14 of 205 decisions"
        page.go_back()
        assert _told(page) == "41 of 205 decisions"
        page.locator("select[name=area]").select_option("ads")
        assert _told(page) == "13 of 205 decisions"
        assert is_marked(page)
        assert not seen.errors
        assert not seen.elsewhere


def test_a_deep_link_opens_as_it_was_sent(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        _open(page, f"{host}/register/?tag=t1&sort=-npv&find=choice+o1")
        assert _numbers(page)[:3] == [205, 201, 197]
        assert page.locator("[data-sort=npv]").get_attribute("aria-sort") == "descending"
        _open(page, f"{host}/register/?sort=nothing")
        assert _told(page) == "205 of 205 decisions"
        page.locator("input[name=find]").fill("no such thing")
        assert _numbers(page) == []
        assert _told(page) == "No decision fits what is chosen."
        page.locator("form.roi-register [type=reset]").click()
        assert page.url.endswith("/register/")
        assert len(_numbers(page)) == 100
        assert not seen.errors
        assert not seen.dialogs


@pytest.mark.parametrize("facet", ["owner", "delivery"], ids=["many-owners", "no-delivery-at-all"])
def test_a_value_that_no_decision_has_stays_in_the_address_finds_none_and_shows_the_way_out(chromium, host, facet):
    value = "<img src=x onerror=alert(1)>"
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        _open(page, f"{host}/register/?{facet}={quote(value)}")
        assert _numbers(page) == []
        assert page.locator(f"select[name={facet}]").is_visible()
        assert page.locator(f"select[name={facet}]").input_value() == value
        said = f"No decision has “{value}” as {facet.capitalize()}: “Show all” leads back."
        assert _told(page).replace("\u2068", "").replace("\u2069", "") == said
        page.locator("[data-sort=npv] button").click()
        assert f"{facet}=%3Cimg" in page.url
        page.locator("form.roi-register [type=reset]").click()
        assert page.url.endswith("/register/")
        assert _told(page) == "205 of 205 decisions"
        assert page.locator(f"select[name={facet}]").is_visible() == (facet == "owner")
        assert not seen.errors
        assert not seen.dialogs


@pytest.mark.parametrize("key", ["npv", "roi", "loss", "cost"])
@pytest.mark.parametrize("way", ["", "-"])
def test_what_has_no_figure_stands_last_whichever_way_it_is_sorted(chromium, host, key, way):
    with watched(chromium, host, searches=False) as seen:
        _open(seen.page, f"{host}/register/?sort={way}{key}&find=choice+search")
        texts = seen.page.locator("tbody tr > td:nth-child(5)").all_inner_texts()
        without = [not any(sign.isdigit() for sign in text) for text in texts]
        assert without == sorted(without)
        assert len(set(without)) == 2


def test_more_rows_come_on_demand_and_say_what_the_plain_table_says(chromium, host):
    with watched(chromium, host, searches=False, java_script_enabled=False) as plain:
        plain.page.goto(f"{host}/register/", wait_until="load")
        rows = [text.split() for text in plain.page.locator("tbody tr").all_inner_texts()]
        assert len(rows) == 200
        assert not plain.page.locator("form.roi-register").is_visible()
        assert plain.page.locator("#roi-lists + p a").all_inner_texts() == ["Accepted", "Rejected"]
    with watched(chromium, host, searches=False) as seen:
        _open(seen.page, f"{host}/register/")
        more = seen.page.locator(".roi-register-more button")
        assert more.inner_text() == "Show 100 more of 105"
        more.focus()
        seen.page.keyboard.press("Enter")
        drawn = [text.split() for text in seen.page.locator("tbody tr").all_inner_texts()]
        assert drawn == rows
        assert seen.page.evaluate("document.activeElement.closest('tr').rowIndex") == 101
        more.click()
        assert len(_numbers(seen.page)) == COUNT
        assert not more.is_visible()


def test_the_view_is_downloaded_as_a_file_that_a_spreadsheet_opens_safely(chromium, host):
    with watched(chromium, host, searches=False, accept_downloads=True) as seen:
        _open(seen.page, f"{host}/register/?area=data&sort=number")
        with seen.page.expect_download() as told:
            seen.page.locator("button[name=csv]").click()
        assert told.value.suggested_filename == "decisions.csv"
        rows = list(csv.DictReader(io.StringIO(Path(told.value.path()).read_text(encoding="utf-8-sig"))))
        assert len(rows) == 69
        assert (rows[0]["number"], rows[0]["title"]) == ("1", "'=1+1")
        assert float(rows[0]["npv"]) < 0
        assert rows[0]["tags"] == "t1; all"
        assert rows[0]["address"] == f"{host}/0001-a/"
        assert not seen.errors
        assert not seen.elsewhere


def test_on_a_phone_the_filters_are_folded_behind_a_button_that_tells_how_many_are_active(chromium, host):
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"]) as seen:
        page = seen.page
        _open(page, f"{host}/register/?status=rejected")
        button, facet = page.locator("button[name=filters]"), page.locator("select[name=area]")
        assert button.inner_text() == "Filters (1 active)"
        assert not facet.is_visible()
        assert page.locator("tbody tr").first.bounding_box()["y"] < SCREENS["phone"]["height"]
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "status"
        facet.select_option("search")
        assert button.inner_text() == "Filters (2 active)"
        assert _told(page) == "14 of 205 decisions"
        page.locator("form.roi-register [type=reset]").click()
        assert button.inner_text() == "Filters"
        button.press("Space")
        assert not facet.is_visible()
        page.set_viewport_size(SCREENS["desk"])
        assert facet.is_visible()
        assert not button.is_visible()
        assert not seen.errors


@pytest.mark.parametrize("sought", ["D-0007", "0007", "reduire FILE", "Réduire", "0007-a"])
def test_a_decision_is_found_by_its_id_its_file_and_without_accents(chromium, host, sought):
    with watched(chromium, host, searches=False) as seen:
        _open(seen.page, f"{host}/register/?find={sought}")
        assert _numbers(seen.page) == [7]


def test_those_without_a_value_can_be_chosen(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        _open(page, f"{host}/register/")
        page.locator("select[name=owner]").select_option(label="none (1)")
        assert page.url.endswith("/register/?owner=none")
        assert _numbers(page) == [7]
        page.reload()
        page.locator("form.roi-register").wait_for()
        assert _numbers(page) == [7]


def _out_of_sight(page) -> int:
    """How many points of the table are out of sight at its right."""
    return page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.roi-scroll'))")


def test_on_a_desk_and_on_paper_every_column_is_in_sight(chromium, host):
    with watched(chromium, host, searches=False, viewport=SCREENS["desk"]) as seen:
        _open(seen.page, f"{host}/register/?flags=warning")
        assert seen.page.locator("form.roi-register").is_visible()
        assert _out_of_sight(seen.page) == 0
        seen.page.emulate_media(media="print")
        seen.page.set_viewport_size({"width": 718, "height": 1000})
        assert not seen.page.locator("form.roi-register").locator("input").is_visible()
        assert _out_of_sight(seen.page) == 0


def test_it_opens_from_disk_and_fits_a_phone(chromium, folder):
    with watched(chromium, "file:", searches=False, viewport=SCREENS["phone"]) as seen:
        _open(seen.page, f"file://{folder}/register/index.html?status=rejected")
        assert _told(seen.page) == "41 of 205 decisions"
        assert sideways(seen.page) == 0
