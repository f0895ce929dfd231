"""Every kind of page of our own site as readers may have it: on paper, in colours of theirs, from disk, in a folder."""

import pytest

from tests.browser.marks import faint
from tests.browser.page_kinds import PAGES, SCHEMES
from tests.browser.watched import until_mounted, watched

_PAPER = {"width": 718, "height": 1000}  # of A4 between its margins
_ANYWHERE = [path for path in PAGES if path != "404.html"]  # whose files are named from the top of the host

_CUT = """() => [...document.querySelectorAll("article *")].filter(box => {
  const style = getComputedStyle(box);
  return box.clientWidth && !box.closest("svg, .roi-lineage__canvas")
    && (style.overflowX !== "visible" && box.scrollWidth > box.clientWidth + 1
      || style.overflowY !== "visible" && box.scrollHeight > box.clientHeight + 4);
}).map(box => box.outerHTML.slice(0, 100))"""

_FOLDED = """() => [...document.querySelectorAll("article details:not([hidden], [hidden] *)")].filter(part =>
  [...part.children].some(inner => getComputedStyle(inner).display !== "none" && !inner.checkVisibility())
).map(part => part.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def host(own_site, serve):
    return serve(own_site)


def test_on_paper_nothing_is_cut_and_nothing_stays_folded(chromium, host):
    with watched(chromium, host, searches=False, viewport=_PAPER) as seen:
        seen.page.emulate_media(media="print")
        for path in PAGES:
            seen.page.goto(f"{host}/{path}", wait_until="load")
            until_mounted(seen.page)
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= _PAPER["width"], path
            # The titles in the picture of the lineage are short on the screen too; its outline has them whole.
            assert seen.page.evaluate(_CUT) == [], path
            assert seen.page.evaluate(_FOLDED) == [], path


def test_on_paper_no_figure_is_broken(chromium, host):
    with watched(chromium, host, searches=False, viewport=_PAPER) as seen:
        seen.page.emulate_media(media="print")
        for path in ("portfolio/", "over-time/", "talk/0042-adopt-the-new-ranking-model/"):
            seen.page.goto(f"{host}/{path}", wait_until="load")
            figures = seen.page.locator(".roi-table :is(td:not([class]), .roi-n) > a")
            assert figures.count() > 4, path
            broken = "all => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent)"
            assert figures.evaluate_all(broken) == [], path


@pytest.mark.parametrize("scheme", SCHEMES)
def test_in_the_colours_of_the_reader_every_mark_of_a_chart_is_seen(chromium, host, scheme):
    with watched(chromium, host, searches=False, forced_colors="active", color_scheme=scheme) as seen:
        for path in PAGES:
            seen.page.goto(f"{host}/{path}", wait_until="load")
            seen.page.evaluate("document.querySelectorAll('article details').forEach(part => { part.open = true; })")
            assert faint(seen.page) == [], path
        assert not seen.errors


def test_a_mark_in_the_colour_of_the_ground_would_be_found(chromium):
    with watched(chromium, "about:", searches=False) as seen:
        seen.page.set_content("<article><figure><svg><rect fill='#eee' width='9' height='9'/></svg></figure></article>")
        assert len(faint(seen.page)) == 1


def test_from_disk_every_page_opens_and_its_widgets_work(chromium, own_site):
    mounted = 0
    with watched(chromium, f"file://{own_site}/", searches=False) as seen:
        for path in _ANYWHERE:
            folder, _, asked = path.partition("?")
            seen.page.goto(f"file://{own_site}/{folder}index.html?{asked}", wait_until="load")
            assert seen.page.locator("h1").count() == 1, path
            mounted += seen.page.locator("[data-roi-mounted]").count()
        assert mounted > 5
        assert not seen.errors
        assert not seen.elsewhere


def test_in_a_folder_of_a_host_nothing_is_asked_outside_of_it(chromium, own_site, serve, tmp_path):
    (tmp_path / "sub").symlink_to(own_site)
    site = f"{serve(tmp_path)}/sub/"
    with watched(chromium, site, searches=False) as seen:
        for path in _ANYWHERE:
            assert seen.page.goto(site + path, wait_until="load").ok, path
        assert not seen.errors
        assert not seen.elsewhere
