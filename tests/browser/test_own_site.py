"""Our own site in a real browser: every kind of page, light and dark, on a desk and on a phone."""

import pytest

from tests.browser.page_kinds import PAGES, SCREENS
from tests.browser.watched import out_of_reach, sideways, watched


@pytest.fixture(scope="module")
def host(own_site, serve):
    return serve(own_site)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_pages_load_without_a_word_of_complaint_and_nothing_from_elsewhere(chromium, host, scheme, screen):
    with watched(chromium, host, searches=False, color_scheme=scheme, viewport=SCREENS[screen]) as seen:
        for path in PAGES:
            response = seen.page.goto(f"{host}/{path}", wait_until="load")
            assert response.ok, path
            assert seen.page.locator("h1").count() == 1, path
            assert sideways(seen.page) == 0, path
            assert out_of_reach(seen.page) == [], path
        assert not seen.errors
        assert not seen.dialogs
        assert not seen.elsewhere


def test_instant_navigation_walks_from_list_to_record_and_back_under_the_policy(chromium, host):
    with watched(chromium, host) as seen:
        seen.page.goto(f"{host}/register/", wait_until="networkidle")
        seen.page.locator("article .roi-table a").first.click()
        seen.page.wait_for_selector(".roi-banner")
        assert seen.page.locator(".md-tabs__item--active").inner_text().strip() == "Decisions"
        seen.page.locator(".md-footer__link--next").click()
        seen.page.wait_for_selector(".roi-banner")
        seen.page.go_back()
        seen.page.go_back()
        seen.page.wait_for_selector(".roi-table a")
        assert not seen.errors
        assert not seen.elsewhere


def test_search_finds_a_decision(chromium, host):
    with watched(chromium, host) as seen:
        seen.page.goto(host, wait_until="networkidle")
        seen.page.locator("input[name=query]").click()
        seen.page.locator("input[name=query]").press_sequentially("cloud")
        found = seen.page.locator(".md-search-result__link").first
        found.wait_for()
        assert not seen.errors
        assert not seen.elsewhere


def test_a_number_of_the_heat_map_leads_to_the_decisions_behind_it(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        seen.page.goto(f"{host}/risks/", wait_until="networkidle")
        cell = seen.page.locator("#roi-by-area ~ .roi-scroll td a").first
        first = cell.get_attribute("title").split(",")[0]
        cell.click()
        seen.page.wait_for_selector("#roi-flagged-now")
        listed = seen.page.locator("#roi-flagged-now + ul .roi-number").all_inner_texts()
        assert first in listed
        assert not seen.errors


def test_names_of_rules_stay_in_sight_while_a_wide_map_scrolls(chromium, host):
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"]) as seen:
        seen.page.goto(f"{host}/risks/", wait_until="load")
        places = seen.page.evaluate(
            """() => {
              const box = document.querySelector("#roi-by-area ~ .roi-scroll"), head = box.querySelector("tbody th");
              const before = head.getBoundingClientRect().left;
              box.scrollLeft = 1000;
              return {scrolled: box.scrollLeft, moved: head.getBoundingClientRect().left - before};
            }"""
        )
        assert places["scrolled"] > 0
        assert abs(places["moved"]) <= 1


def test_what_is_folded_on_the_screen_is_printed(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        seen.page.goto(f"{host}/talk/0042-adopt-the-new-ranking-model/", wait_until="load")
        folded = seen.page.locator("details:has-text('What mends and silences it') p").first
        assert not folded.is_visible()
        seen.page.emulate_media(media="print")
        assert folded.is_visible()


def test_the_box_on_the_first_page_opens_the_search_of_the_theme(chromium, host):
    with watched(chromium, host, viewport=SCREENS["phone"]) as seen:
        seen.page.goto(host, wait_until="networkidle")
        seen.page.locator(".roi-search").click()
        seen.page.locator("input[name=query]:focus").wait_for()
        assert not seen.errors
