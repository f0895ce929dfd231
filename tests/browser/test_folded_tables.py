"""Tables on a phone: their rows become blocks, nothing scrolls sideways, and a voice still reads a table."""

import pytest

from tests.browser.page_kinds import SCREENS
from tests.browser.watched import arrive, watched

STORY = "talk/0042-adopt-the-new-ranking-model/"


@pytest.fixture(scope="module")
def host(own_site, serve):
    return serve(own_site)


_WIDE = """() => [...document.querySelectorAll(".roi-scroll:has(> .roi-table)")]
  .filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.ariaLabel)"""


def _out_of_sight(page) -> list[str]:
    """The tables, also those that were folded away, of which something is out of sight at the right."""
    page.evaluate("document.querySelectorAll('article details').forEach((details) => { details.open = true; })")
    # A busy machine tells what was folded away a moment later that it is open.
    for _ in range(50):
        if not page.evaluate(_WIDE):
            break
        page.wait_for_timeout(100)
    return page.evaluate(_WIDE)


@pytest.mark.parametrize("path", ["register/", "portfolio/", "over-time/", "as-of/", "drift/", "risks/", STORY])
def test_no_table_scrolls_sideways_on_a_phone(chromium, host, path):
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"]) as seen:
        arrive(seen.page, f"{host}/{path}")
        assert seen.page.locator("article table").count() > 0
        assert _out_of_sight(seen.page) == []
        assert not seen.errors


def test_a_folded_table_is_a_table_to_a_voice_that_reads_it(chromium, host):
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"]) as seen:
        arrive(seen.page, f"{host}/{STORY}#roi-options")
        table = seen.page.get_by_role("region", name="Options compared").get_by_role("table")
        row = table.get_by_role("row", name="Tune the current ranker")
        assert row.get_by_role("rowheader").count() == 1
        assert row.get_by_role("cell").count() == 7
        assert [" ".join(text.split()) for text in table.get_by_role("columnheader").all_text_contents()][:2] == [
            "Option",
            "Gain",
        ]
        label = "cell => getComputedStyle(cell, '::before').content"
        assert row.get_by_role("cell").first.evaluate(label) == '"Gain"'


def test_a_heat_map_keeps_on_a_phone_what_counts_something_with_the_name_of_its_column(chromium, host):
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"]) as seen:
        arrive(seen.page, f"{host}/risks/")
        map_ = seen.page.get_by_role("region", name="Flagged decisions by rule and owner").get_by_role("table")
        row = map_.get_by_role("row", name="no-boundary-metric")
        cells = [cell for cell in row.get_by_role("cell").all() if cell.is_visible()]
        assert [cell.inner_text() for cell in cells] == ["1", "1"]
        assert [cell.get_attribute("data-label") for cell in cells] == ["37signals", "dropbox"]
        assert map_.get_by_role("columnheader").count() > len(cells) + 1


@pytest.mark.parametrize("path", ["", "timeline/", "retired/", STORY])
def test_on_a_phone_no_day_is_broken(chromium, host, path):
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"]) as seen:
        seen.page.goto(f"{host}/{path}", wait_until="load")
        days = seen.page.locator("article time")
        assert days.count() > 1
        broken = "all => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent)"
        assert days.evaluate_all(broken) == []


def test_a_wide_screen_shows_the_table_as_it_is(chromium, host):
    with watched(chromium, host, searches=False, viewport=SCREENS["desk"]) as seen:
        arrive(seen.page, f"{host}/{STORY}")
        assert seen.page.locator(".roi-table--fold").count() == 0


def test_no_head_of_a_table_shows_the_sorting_of_the_theme_beside_ours(chromium, host):
    with watched(chromium, host, searches=False, viewport=SCREENS["desk"]) as seen:
        arrive(seen.page, f"{host}/register/")
        heads = seen.page.locator("th[role=columnheader]")
        assert heads.count() == 11
        told = heads.evaluate_all("all => all.map((head) => getComputedStyle(head, '::after').content)")
        assert set(told) == {"none"}


@pytest.mark.parametrize("scripts", [True, False])
def test_the_register_has_its_rows_in_blocks_and_its_heads_to_sort_by(chromium, host, scripts):
    with watched(chromium, host, searches=False, viewport=SCREENS["phone"], java_script_enabled=scripts) as seen:
        page = seen.page
        if scripts:
            arrive(page, f"{host}/register/")
        else:
            page.goto(f"{host}/register/", wait_until="load")
        row = page.get_by_role("row", name="Adopt the organisation")
        assert row.get_by_role("rowheader").count() == 1
        assert "NPV" in row.get_by_role("cell").nth(3).evaluate("cell => cell.dataset.label")
        box = row.bounding_box()
        assert 0 < box["width"] <= SCREENS["phone"]["width"]
        assert box["height"] < 200
        heads = page.locator(".roi-register-table thead button")
        assert heads.count() == (11 if scripts else 0)
        if scripts:
            heads.filter(has_text="Cost").click()
            assert page.get_by_role("columnheader", name="Cost").get_attribute("aria-sort") == "descending"
