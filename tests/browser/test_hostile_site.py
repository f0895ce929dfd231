"""Records written to do harm, built into a site and opened in a real browser: nothing of theirs may run.

The site has pages of its own people around the folder of records, which show parts of the register without a policy.
"""

import functools
import json
import re
import statistics
import time

import pytest

from roi_plugin.pages.embed_request import CHARTS, FIGURES, FILTERS, LISTS
from tests.browser.conftest import ROOT
from tests.browser.watched import arrive, out_of_reach, sideways, watched
from tests.hostile import ASSUMPTIONS, IN_LIVES, PAYLOADS
from tests.repositories import Repository

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
_LONGEST_TO_BUILD, _LONGEST_TO_OPEN = 300, 10  # times as long as half of the pages: what hangs takes thousands
_SHARES = 4  # the pages in parts, so that the parts can run side by side
_PHONE = {"width": 390, "height": 844}  # where what is long has least room
_TRAP = "window.ran = 0; window.roi_hostile = () => { window.ran += 1; };"


@pytest.fixture(scope="module")
def hostile(build, once):
    """The folder of a site of all payloads, built leniently, with the seconds that each page took."""
    return once("hostile", functools.partial(_make, build))


def _make(build, folder):
    repository, script = Repository(folder), "<script>roi_hostile()</script>"
    for number, (name, content) in enumerate(PAYLOADS.items(), start=1):
        before = re.sub(b"status: .*", b"status: proposed", content) if name in IN_LIVES else content
        (repository.records / f"{number:04}-{name}.md").write_bytes(before)
    repository.write("assumptions.yml", ASSUMPTIONS)
    repository.commit(f"{script} (#1)", day="2026-03-02", author='" onmouseover="roi_hostile()" x="')
    lives = {f"{number:04}-{name}.md": PAYLOADS[name] for number, name in _NUMBERED if name in IN_LIVES}
    repository.change({name: text.decode() for name, text in lives.items()}, script, day="2026-06-02", author=script)
    (folder / "docs").mkdir()
    for name, fences in _EMBEDS.items():
        written = "".join(f"## {at}\n\n```roi\n{fence}\n```\n\n" for at, fence in enumerate(fences))
        (folder / "docs" / name).write_text(f"# Ours\n\n{written}", encoding="utf-8")
    (folder / "clock.py").write_text(_CLOCK)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^nav:\n(?: .*\n)+", "", settings, flags=re.MULTILINE).replace("docs_dir: decisions", "")
    settings = settings.replace("audience: public", "decisions: decisions")
    (folder / "mkdocs.yml").write_text(f"{settings}\nhooks: [clock.py]\n", encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")


_NUMBERED = [*enumerate(PAYLOADS, start=1)]
_TO_RUN = "roi_hostile()"
_ASKED = (
    f"<script>{_TO_RUN}</script>",
    f"<img src=x onerror={_TO_RUN}>",
    f'" onmouseover="{_TO_RUN}" x="',
    f"[a](javascript:{_TO_RUN})",
    "`" * 9,
    "{{ 7 * 7 }}",
    "--><b>",
    "w" * 200,
)
_EMBEDS = {
    "index.md": [*(f"list: {name}\nnewest: 100" for name in LISTS), *(f"chart: {name}" for name in CHARTS[:2])],
    "narrow.md": [f"list: in-force\n{key}: '{value}'" for key in FILTERS for value in _ASKED],
    "wrong.md": [
        *(f"{key}: {value}" for key in ("list", "chart", "figure") for value in _ASKED),
        *(f"figure: npv\ndecision: {value}" for value in _ASKED),
        *(f"{value}: {value}" for value in _ASKED),
        *(value for value in _ASKED if not value.startswith("`")),
    ],
    "figures.md": [
        f"figure: {name}\ndecision: '{number}'"
        for number, payload in _NUMBERED
        for name in (FIGURES if payload in IN_LIVES else ("verdict",))
    ],
    "options.md": [f"chart: options\ndecision: '{number}'" for number, _ in _NUMBERED],
}
"""The fences of each page of the site's own people."""


def test_no_page_takes_long_to_build(hostile):
    times = json.loads((hostile / "times.json").read_text())
    assert len(times) > len(PAYLOADS)
    assert _slow(times, times, _LONGEST_TO_BUILD) == {}


def test_every_payload_has_a_page(hostile):
    pages = {path.parent.name for path in (hostile / "site" / "decisions").glob("*/index.html")}
    assert {f"{number:04}-{name}" for number, name in enumerate(PAYLOADS, start=1)} <= pages


@pytest.mark.parametrize("path", _EMBEDS)
def test_the_pages_of_the_sites_own_people_show_what_is_asked_and_have_no_policy(hostile, path):
    page = hostile / "site" / path.replace(".md", "/index.html").replace("index/", "")
    html = page.read_text(encoding="utf-8")
    assert html.count('<div class="roi-embed') == len(_EMBEDS[path])
    assert "&lt;script&gt;roi_hostile()" in html
    assert "Content-Security-Policy" not in html


@pytest.mark.parametrize("name", ["", "retired", "lineage", "portfolio", "timeline", "over-time", "register", "risks"])
def test_the_pages_of_the_whole_register_show_harm_as_text(hostile, name):
    html = (hostile / "site" / "decisions" / name / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;roi_hostile()" in html


@pytest.mark.parametrize("share", range(_SHARES))
def test_nothing_runs_on_any_page_or_on_paper_and_nothing_is_loaded_from_elsewhere(hostile, chromium, serve, share):
    host = serve(hostile / "site")
    with watched(chromium, host, searches=False, viewport=_PHONE) as seen:
        seen.page.add_init_script(_TRAP)
        times = {}
        for path in _with_something_of_records(hostile / "site")[share::_SHARES]:
            address = f"{host}/{path.parent.relative_to(hostile / 'site').as_posix()}/".replace("/./", "/")
            times[address] = _seconds_to_open(seen.page, address)
            assert seen.page.url == address
            _hover_and_open(seen.page)
            assert _strange_links(seen.page) == [], address
            assert sideways(seen.page) == 0, address
            assert out_of_reach(seen.page) == [], address
            _print(seen.page)
            assert seen.page.evaluate("window.ran") == 0, address
        # A busy machine may be slow once; a page that hangs is slow each time.
        again = {address: _seconds_to_open(seen.page, address) for address in _slow(times, times, _LONGEST_TO_OPEN)}
        assert _slow(again, times, _LONGEST_TO_OPEN) == {}
        assert seen.dialogs == []
        assert seen.elsewhere == []
        assert _breaches(seen) == []


@pytest.mark.parametrize("share", range(_SHARES))
def test_nothing_runs_on_any_page_that_is_opened_from_disk(hostile, chromium, share):
    site = hostile / "site"
    with watched(chromium, f"file://{site}/", searches=False) as seen:
        seen.page.add_init_script(_TRAP)
        for path in _with_something_of_records(site)[share::_SHARES]:
            seen.page.goto(f"file://{path}", wait_until="load")
            _hover_and_open(seen.page)
            assert seen.page.evaluate("window.ran") == 0, path
        assert seen.dialogs == []
        assert seen.elsewhere == []
        assert _breaches(seen) == []


def test_nothing_runs_in_the_results_of_a_search_with_a_policy_and_without(hostile, chromium, serve):
    host = serve(hostile / "site")
    with watched(chromium, host) as seen:
        seen.page.add_init_script(_TRAP)
        for word, path in [("title", ""), ("script", "decisions/"), ("plain", "")]:
            arrive(seen.page, f"{host}/{path}")
            seen.page.locator("input[name=query]").click()
            seen.page.locator("input[name=query]").press_sequentially(word)
            seen.page.locator(".md-search-result__link").first.wait_for()
            assert seen.page.evaluate("window.ran") == 0, word
        assert seen.dialogs == []
        assert seen.elsewhere == []


def _with_something_of_records(site):
    """All pages but those of schemas and of rules that flag nothing."""
    pages = [path for path in site.rglob("index.html") if "No decision on record." not in path.read_text("utf-8")]
    return sorted(path for path in pages if path.relative_to(site).parts[:2] != ("decisions", "schema"))


def _slow(times, everything, longest):
    """Those that took more than `longest` times as many seconds as the median of `everything`."""
    usual = statistics.median(everything.values())
    return {name: seconds for name, seconds in times.items() if seconds > longest * usual}


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


def _print(page):
    page.emulate_media(media="print")
    page.evaluate("['beforeprint', 'afterprint'].forEach(kind => window.dispatchEvent(new Event(kind)))")
    page.emulate_media(media="screen")


def _breaches(seen):
    """Complaints of the browser: a picture that does not exist is no harm; anything else, a breach of policy, is."""
    return [error for error in seen.errors if "404" not in error and "ERR_FILE_NOT_FOUND" not in error]


def _strange_links(page):
    """Where links lead, as the browser reads them, other than to pages and letters."""
    return page.evaluate(
        """() => [...document.querySelectorAll("a[href], area[href], form[action]")]
          .map(part => new URL(part.getAttribute("href") ?? part.getAttribute("action"), document.baseURI).protocol)
          .filter(scheme => !["http:", "https:", "mailto:"].includes(scheme))"""
    )
