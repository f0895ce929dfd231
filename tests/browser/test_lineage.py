"""The picture of the lineage in a real browser, under the policy of the site, and the page without any script."""

import functools

import pytest

from tests.browser.conftest import URL, write_settings
from tests.browser.watched import arrive, is_marked, mark, navigates_at_once, sideways, until_mounted, watched

AREAS = ("ads", "data", "search")


def _record(number):
    """A chain in each area: every decision needs the one before it; those of search replace those of data."""
    links = f"depends_on: ['{number - 3:04}']\n" if number > 3 else ""
    links += f"supersedes: ['{number - 1:04}']\n" if number % 3 == 2 else ""
    return f"---\ntitle: Choice {number}\nstatus: accepted\ndate: 2026-02-03\narea: {AREAS[number % 3]}\n{links}---\n"


@pytest.fixture(scope="module")
def folder(build, once):
    return once("lineage", functools.partial(_make, build)) / "site"


@pytest.fixture(scope="module")
def host(folder, serve):
    return serve(folder)


def _make(build, folder, count=45):
    (folder / "decisions").mkdir()
    (folder / "decisions" / "index.md").write_text("# Home\n", encoding="utf-8")
    for number in range(1, count + 1):
        (folder / "decisions" / f"{number:04}-a.md").write_text(_record(number), encoding="utf-8")
    build(write_settings(folder, audience="public"), folder / "site")


@pytest.fixture(scope="module")
def many(build, once, serve):
    return serve(once("lineage-many", functools.partial(_make, build, count=63)) / "site")


def _boxes(page):
    return page.locator(".roi-node .roi-number").all_inner_texts()


def test_many_decisions_are_folded_by_area_and_the_keyboard_unfolds_them(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        arrive(page, f"{host}/lineage/")
        heads = page.locator(".roi-lineage__area")
        assert [" ".join(text.split()) for text in heads.all_inner_texts()] == [
            "ads 15 decisions, 14 links inside, 0 out",
            "data 15 decisions, 14 links inside, 15 out",
            "search 15 decisions, 14 links inside, 15 out",
        ]
        assert page.locator(".roi-lineage svg text").all_text_contents() == ["15"]
        assert page.locator(".roi-lineage__canvas .roi-tie__head").count() == 0
        assert _boxes(page) == []
        heads.nth(1).focus()
        page.keyboard.press("Enter")
        assert len(_boxes(page)) == 15
        assert page.evaluate("document.activeElement.textContent").startswith("data")
        assert page.locator(".roi-node__more").all_inner_texts() == ["+1"] * 15
        assert page.url.endswith("/lineage/?open=data")
        page.reload(wait_until="networkidle")
        until_mounted(page)
        assert len(_boxes(page)) == 15
        assert not seen.errors
        assert not seen.elsewhere


def test_of_links_of_one_kind_folded_areas_show_the_way_and_the_words_tell_no_others(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        arrive(page, f"{host}/lineage/?links=replaced&open=")
        assert page.locator(".roi-lineage__area").count() == 2
        assert page.locator(".roi-lineage__canvas .roi-tie__head").count() == 1
        assert set(page.locator(".roi-outline dt:visible").all_inner_texts()) == {"Replaces", "Replaced by"}


def test_a_decision_in_focus_is_shown_with_its_neighbours_and_the_words_follow(chromium, host, folder):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, folder, URL)
        arrive(page, f"{host}/0010-a/", at_once=True)
        mark(page)
        page.locator(".roi-kin a", has_text="whole lineage").click()
        page.locator(".roi-lineage .roi-node").first.wait_for()
        assert sorted(_boxes(page)) == ["10", "11", "13", "7"]
        assert page.locator(".roi-outline li:visible").count() == 4
        assert page.locator(".roi-lineage__focus").inner_text() == "In focus: 10 Choice 10 (superseded)"
        assert page.locator(".roi-outline h3:visible").all_inner_texts() == ["data 3 of 15", "search 1 of 15"]
        page.locator("[name=steps]").select_option("2")
        assert sorted(_boxes(page)) == ["10", "11", "13", "14", "16", "4", "7", "8"]
        page.locator(".roi-node", has_text="Choice 16").click()
        assert page.url.endswith("/lineage/?focus=0016-a&steps=2")
        assert page.locator(".roi-node[aria-current]").inner_text().startswith("16")
        page.locator(".roi-lineage__focus a").click()
        page.wait_for_selector(".roi-banner")
        assert page.url.endswith("/0016-a/")
        page.go_back()
        page.locator(".roi-lineage .roi-node").first.wait_for()
        assert "22" in _boxes(page)
        page.locator("form.roi-lineage-form [type=reset]").click()
        assert page.url.endswith("/lineage/")
        assert _boxes(page) == []
        assert is_marked(page)
        assert not seen.errors


def test_words_and_kinds_of_links_choose_what_is_shown(chromium, host):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        arrive(page, f"{host}/lineage/?find=choice+4")
        assert sorted(_boxes(page)) == ["4", "40", "41", "42", "43", "44", "45"]
        page.locator("[name=links]").select_option("replaced")
        assert sorted(_boxes(page)) == ["4", "40", "41", "43", "44"]
        assert page.locator("form.roi-lineage-form output").inner_text() == "5 of 45 decisions"
        assert page.locator(".roi-outline section:visible").count() == 2
        assert page.locator(".roi-lineage__canvas g").count() == 2
        arrive(page, f"{host}/lineage/?find=<img>&focus=nobody&links=x&steps=9&open=y")
        assert _boxes(page) == []
        assert not seen.errors
        assert not seen.dialogs


def test_it_fits_a_phone_and_names_what_retired_in_words(chromium, host):
    with watched(chromium, host, searches=False, viewport={"width": 390, "height": 844}) as seen:
        arrive(seen.page, f"{host}/lineage/?focus=0010-a")
        assert sideways(seen.page) == 0
        retired = seen.page.locator(".roi-lineage .roi-node--over", has_text="Choice 10")
        assert "superseded" in retired.inner_text()


def test_without_script_the_words_tell_all_and_no_picture_is_shown(chromium, host):
    with watched(chromium, host, java_script_enabled=False) as seen:
        seen.page.goto(f"{host}/lineage/", wait_until="load")
        assert seen.page.locator(".roi-outline li:visible").count() == 45
        assert not seen.page.locator(".roi-lineage").is_visible()
        assert not seen.page.locator("form.roi-lineage-form").is_visible()


def test_the_words_on_many_decisions_are_folded_by_area_and_open_for_the_few_that_are_asked_for(chromium, many):
    with watched(chromium, many, searches=False) as seen:
        page = seen.page
        arrive(page, f"{many}/lineage/")
        heads, rows = page.locator(".roi-outline summary"), page.locator(".roi-outline li:visible")
        assert [" ".join(text.split()) for text in heads.all_inner_texts()] == ["ads 21", "data 21", "search 21"]
        assert rows.count() == 0
        heads.first.click()
        assert rows.count() == 21
        page.locator(".roi-lineage__area").nth(1).click()
        assert rows.count() == 21
        page.locator("form.roi-lineage-form [name=find]").fill("choice 63")
        assert rows.count() == 1
        page.locator("form.roi-lineage-form [type=reset]").click()
        assert rows.count() == 0
        assert not seen.errors
    with watched(chromium, many, java_script_enabled=False) as seen:
        seen.page.goto(f"{many}/lineage/", wait_until="load")
        seen.page.locator(".roi-outline summary").last.click()
        assert seen.page.locator(".roi-outline li:visible").count() == 21
