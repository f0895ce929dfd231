"""Records written to do harm, built into a site and opened in a real browser: nothing of theirs may run."""

import functools
import json
import time

import pytest

from tests.browser.conftest import write_settings
from tests.browser.watched import out_of_reach, sideways, watched
from tests.hostile import ASSUMPTIONS, PAYLOADS

_CLOCK = """
import json, time
times, started = {}, {}

def on_page_markdown(markdown, page, **_):
    started[page.file.src_uri] = time.perf_counter()

def on_post_page(output, page, **_):
    times[page.file.src_uri] = times.get(page.file.src_uri, 0) + time.perf_counter() - begun["page"]

begun = {}

def on_page_context(context, page, **_):
    begun["page"] = time.perf_counter()

def on_page_content(html, page, **_):
    times[page.file.src_uri] = time.perf_counter() - started[page.file.src_uri]

def on_post_build(config):
    with open("times.json", "w") as file:
        json.dump(times, file)
"""
_LONGEST = 2.0
_SHARES = 4  # the pages in parts, so that the parts can run side by side
_PHONE = {"width": 390, "height": 844}  # where what is long has least room
_TRAP = "window.ran = 0; window.roi_hostile = () => { window.ran += 1; };"


@pytest.fixture(scope="module")
def hostile(build, once):
    """The folder of a site of all payloads, built leniently, with the seconds that each page took."""
    return once("hostile", functools.partial(_make, build))


def _make(build, folder):
    (folder / "decisions").mkdir()
    for number, (name, content) in enumerate(PAYLOADS.items(), start=1):
        (folder / "decisions" / f"{number:04}-{name}.md").write_bytes(content)
    (folder / "decisions" / "assumptions.yml").write_text(ASSUMPTIONS, encoding="utf-8")
    (folder / "clock.py").write_text(_CLOCK)
    build(write_settings(folder, more="\nhooks: [clock.py]\n"), folder / "site")


def test_no_page_takes_long_to_build(hostile):
    times = json.loads((hostile / "times.json").read_text())
    assert len(times) > len(PAYLOADS)
    assert {page: seconds for page, seconds in times.items() if seconds > _LONGEST} == {}


def test_every_payload_has_a_page(hostile):
    pages = {path.parent.name for path in (hostile / "site").glob("*/index.html")}
    assert {f"{number:04}-{name}" for number, name in enumerate(PAYLOADS, start=1)} <= pages


@pytest.mark.parametrize("share", range(_SHARES))
def test_nothing_runs_on_any_page_and_nothing_is_loaded_from_elsewhere(hostile, chromium, serve, share):
    host = serve(hostile / "site")
    with watched(chromium, host, searches=False, viewport=_PHONE) as seen:
        seen.page.add_init_script(_TRAP)
        for path in _with_something_of_records(hostile / "site")[share::_SHARES]:
            address = f"{host}/{path.parent.relative_to(hostile / 'site').as_posix()}/".replace("/./", "/")
            # A busy machine may be slow once; a page that hangs is slow each time.
            assert any(_seconds_to_open(seen.page, address) < _LONGEST for _ in range(3)), address
            assert seen.page.url == address
            _hover_and_open(seen.page)
            assert _strange_links(seen.page) == [], address
            assert seen.page.evaluate("window.ran") == 0, address
            assert sideways(seen.page) == 0, address
            assert out_of_reach(seen.page) == [], address
        assert seen.dialogs == []
        assert seen.elsewhere == []
        # A picture that does not exist is no harm; anything else, a breach of the policy above all, is.
        assert [error for error in seen.errors if "404" not in error] == []


def test_nothing_runs_in_the_results_of_a_search(hostile, chromium, serve):
    host = serve(hostile / "site")
    with watched(chromium, host) as seen:
        seen.page.add_init_script(_TRAP)
        for word in ("title", "script", "plain"):
            seen.page.goto(host, wait_until="networkidle")
            seen.page.locator("input[name=query]").click()
            seen.page.locator("input[name=query]").press_sequentially(word)
            seen.page.locator(".md-search-result__link").first.wait_for()
            assert seen.page.evaluate("window.ran") == 0, word
        assert seen.dialogs == []
        assert seen.elsewhere == []


def _with_something_of_records(site):
    """All pages but those of schemas and of rules that flag nothing."""
    pages = [path for path in site.rglob("index.html") if "No decision on record." not in path.read_text("utf-8")]
    return sorted(path for path in pages if path.relative_to(site).parts[0] != "schema")


def _seconds_to_open(page, address):
    started = time.perf_counter()
    page.goto(address, wait_until="load")
    return time.perf_counter() - started


def _hover_and_open(page):
    """Does what a reader may do: opens what can be opened, passes over what can be passed over."""
    page.evaluate(
        """() => {
          for (const part of document.querySelectorAll("article details")) part.open = true;
          for (const part of [...document.querySelectorAll("article *")].slice(0, 300))
            for (const kind of ["mouseover", "focus", "toggle"]) part.dispatchEvent(new Event(kind, {bubbles: true}));
        }"""
    )


def _strange_links(page):
    """Where links lead, as the browser reads them, other than to pages and letters."""
    return page.evaluate(
        """() => [...document.querySelectorAll("a[href], area[href], form[action]")]
          .map(part => new URL(part.getAttribute("href") ?? part.getAttribute("action"), document.baseURI).protocol)
          .filter(scheme => !["http:", "https:", "mailto:"].includes(scheme))"""
    )
