"""Our own site in a real browser: every kind of page, light and dark, on a desk and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, URL
from tests.browser.page_kinds import PAGES, SCHEMES, SCREENS
from tests.browser.watched import arrive, is_marked, mark, navigates_at_once, out_of_reach, sideways, watched


@pytest.fixture(scope="module")
def host(own_site, serve):
    return serve(own_site)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("screen", SCREENS)
def test_pages_load_without_a_word_of_complaint_and_nothing_from_elsewhere(chromium, host, scheme, screen):
    with watched(chromium, host, searches=False, color_scheme=scheme, viewport=SCREENS[screen]) as seen:
        for path in PAGES:
            response = seen.page.goto(f"{host}/{path}", wait_until="load")
            assert response.ok, path
            assert seen.page.locator("h1").count() == 1, path
            assert sideways(seen.page) == 0, path
            assert out_of_reach(seen.page) == [], path
            # Kept to be seen after a run.
            seen.page.screenshot(path=ROOT / ".cache" / "screenshots" / _picture(path, scheme, screen))
        assert not seen.errors
        assert not seen.dialogs
        assert not seen.elsewhere


def _picture(path, scheme, screen):
    name = re.sub(r"[^a-z0-9]+", "-", path.removesuffix(".html").lower()).strip("-") or "home"
    return f"{name}-{scheme}-{screen}.png"


_FOLLOW = "href => document.body.appendChild(Object.assign(document.createElement('a'), { href })).click()"


@pytest.mark.parametrize("path", ["", "register/", "lineage/", "timeline/", "as-of/"])
def test_widgets_work_on_arrival_after_going_on_and_after_coming_back(chromium, host, own_site, path):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, own_site, URL)
        widget = page.locator("article [data-roi-mounted]:visible")
        arrive(page, f"{host}/{path}")
        title, count = page.title(), widget.count()
        assert count

        def is_there():
            expect(page).to_have_title(title)
            expect(widget).to_have_count(count)

        arrive(page, f"{host}/risks/", at_once=True)
        mark(page)
        page.evaluate(_FOLLOW, f"{host}/{path}")
        is_there()
        page.evaluate(_FOLLOW, f"{host}/findings/")
        page.wait_for_url(f"{host}/findings/")
        page.locator("h1", has_text="Findings").wait_for()
        page.go_back()
        is_there()
        page.go_back()
        page.wait_for_url(f"{host}/risks/")
        page.go_forward()
        is_there()
        assert is_marked(page)
        assert not seen.errors
        assert not seen.elsewhere


_FOCUSABLE = """() => [...document.querySelectorAll(
  "article :is(a[href], button, input, select, summary, [tabindex='0']):not([tabindex='-1'], :disabled)")]
  .filter(part => part.checkVisibility({visibilityProperty: true})).length"""
_FOCUSED = """() => {
  const part = document.activeElement, look = getComputedStyle(part);
  if (!part.closest("article")) return null;
  part.dataset.reached = "yes";
  return look.outlineStyle !== "none" || look.boxShadow !== "none" || part.matches("a, .roi-scroll");
}"""


@pytest.mark.parametrize("path", ["as-of/", "lineage/", "talk/0042-adopt-the-new-ranking-model/"])
def test_the_keyboard_reaches_everything_that_can_be_used_and_leaves_it_again(chromium, host, path):
    with watched(chromium, host, searches=False) as seen:
        arrive(seen.page, f"{host}/{path}")
        seen.page.evaluate("document.querySelector('article').setAttribute('tabindex', '-1')")
        seen.page.evaluate("document.querySelector('article').focus()")
        for _ in range(1000):
            seen.page.keyboard.press("Tab")
            told = seen.page.evaluate(_FOCUSED)
            if told is None:
                break
            assert told, seen.page.evaluate("document.activeElement.outerHTML.slice(0, 100)")
        assert told is None
        assert seen.page.locator("article [data-reached]").count() > 5
        assert seen.page.locator("article [data-reached]").count() >= seen.page.evaluate(_FOCUSABLE) * 0.9


_SHAPE = """() => [document.title, document.querySelector(".md-tabs__item--active").innerText.trim(),
  ...[...document.querySelectorAll("article :not(noscript *)")].map(part =>
    part.localName + (part.hidden ? "?" : "") + (part.dataset.roiMounted ? "!" : ""))].join(" ")"""
"""Title, tab and every element of the page, with those that are hidden or that a script of ours has in its hands."""


@pytest.mark.parametrize(
    "way",
    [
        ["register/", "0009-three-layers-against-script-in-records/"],
        ["talk/0042-adopt-the-new-ranking-model/", "talk/0051-keep-the-internal-platform/"],
        ["", "register/", "lineage/", "timeline/", "as-of/", "portfolio/"],
    ],
    ids=["list-and-record", "record-and-record", "written-page-and-lists"],
)
def test_instant_navigation_walks_there_and_back_and_every_page_is_as_when_it_is_loaded(chromium, host, own_site, way):
    addresses = [f"{host}/{path}" for path in way]
    there_and_back = [*addresses[1:], *reversed(addresses[:-1])]
    with watched(chromium, host, searches=False) as seen:
        page, shapes, scripts = seen.page, {}, []
        navigates_at_once(page, host, own_site, URL)
        for address in reversed(addresses):
            arrive(page, address, at_once=True)
            shapes[address] = page.evaluate(_SHAPE)
        mark(page)
        page.on("request", lambda request: request.resource_type == "script" and scripts.append(request.url))
        for go in (lambda address: page.evaluate(_FOLLOW, address), lambda _: page.go_back()):
            for address in there_and_back:
                go(address)
                page.wait_for_url(address)
                page.wait_for_function(f"shape => ({_SHAPE})() === shape", arg=shapes[address])
                assert is_marked(page), address
        assert sorted(scripts) == sorted(set(scripts))
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        assert not seen.errors
        assert not seen.elsewhere


def test_search_finds_a_decision(chromium, host):
    with watched(chromium, host) as seen:
        arrive(seen.page, host)
        seen.page.locator("input[name=query]").click()
        seen.page.locator("input[name=query]").press_sequentially("cloud")
        found = seen.page.locator(".md-search-result__link").first
        found.wait_for()
        assert not seen.errors
        assert not seen.elsewhere


def test_a_number_of_the_heat_map_leads_to_the_decisions_behind_it(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        arrive(seen.page, f"{host}/risks/")
        cell = seen.page.locator("#roi-by-area ~ .roi-scroll td a").first
        first = cell.get_attribute("title").split(",")[0]
        cell.click()
        seen.page.wait_for_selector("#roi-flagged-now")
        listed = seen.page.locator("#roi-flagged-now + ul .roi-number").all_inner_texts()
        assert first in listed
        assert not seen.errors


def test_names_of_rules_stay_in_sight_while_a_wide_map_scrolls(chromium, host):
    # Our script folds a map on a phone: only without it does it scroll there.
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"], java_script_enabled=False) as seen:
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


def test_what_is_folded_stays_so_on_paper_and_what_is_opened_is_printed(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        seen.page.goto(f"{host}/talk/0042-adopt-the-new-ranking-model/", wait_until="load")
        flags = seen.page.locator("details:has-text('What mends and silences it')")
        flags.first.locator("summary").click()
        seen.page.emulate_media(media="print")
        assert flags.first.locator("p").first.is_visible()
        assert not flags.nth(1).locator("p").first.is_visible()


def test_the_box_on_the_first_page_opens_the_search_of_the_theme(chromium, host):
    with watched(chromium, host, viewport=SCREENS["phone"]) as seen:
        arrive(seen.page, host)
        seen.page.locator(".roi-search").click()
        seen.page.locator("input[name=query]:focus").wait_for()
        assert not seen.errors


def test_who_skips_the_navigation_sees_the_title_and_the_verdict(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        seen.page.goto(f"{host}/talk/0042-adopt-the-new-ranking-model/", wait_until="load")
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_url("**#roi-top")
        bar = seen.page.locator(".md-header").bounding_box()
        title, verdict = (seen.page.locator(part).bounding_box() for part in ("h1", ".roi-verdict"))
        assert bar["y"] + bar["height"] <= title["y"]
        assert verdict["y"] < seen.page.viewport_size["height"]
