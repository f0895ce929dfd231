"""The content security policy stands on the pages of the records' folder, and on no page of a site around it."""

import functools

import pytest

from tests.browser.watched import arrive, is_marked, mark, navigates_at_once, watched
from tests.repositories import record

URL = "https://example.org/docs/"
_SETTINGS = f"""site_name: Ours
site_url: {URL}
theme: {{name: material, font: false, features: [navigation.instant]}}
plugins: [search, roi]
"""
_OWN = """# {title}

<script>window.ownRan = (window.ownRan ?? 0) + 1;</script>
<img src="data:," onerror="window.handled = true" alt="">
<iframe srcdoc="<script>parent.framed = true</script>"></iframe>

[{other}]({other}.md), [record](decisions/0001-a.md), [by hand](decisions/notes.md).

```roi
list: in-force
```
"""
_ALL_RAN = "() => window.ownRan === 1 && window.handled && window.framed"
_PLANTED = """<script>window.ran = "script"</script><img src="nothing" onerror="window.ran = 'handler'">
<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>
<iframe src="javascript:parent.ran = 'address'"></iframe>
"""


@pytest.fixture(scope="module")
def site(build, once):
    return once("policy-border", functools.partial(_make, build)) / "site"


@pytest.fixture(scope="module")
def host(site, serve):
    return serve(site)


def _make(build, folder):
    (folder / "docs" / "decisions").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    pages = {
        "index.md": "# Home\n",
        "one.md": _OWN.format(title="One", other="two"),
        "two.md": _OWN.format(title="Two", other="one"),
        "decisions/0001-a.md": record(title="A") + "\n[one](../one.md), [by hand](notes.md), [b](0002-b.md)\n",
        "decisions/0002-b.md": record(title="B", depends_on='["0001"]'),
        "decisions/notes.md": "# Notes\n\n[record](0001-a.md), [one](../one.md)\n",
    }
    for name, text in pages.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")


def _follow(page, address):
    # On a busy machine a page is put in place a moment after its address, and its scripts run a moment after that.
    page.wait_for_load_state("load")
    page.wait_for_function("address => [...document.links].some(link => link.href === address)", arg=address)
    page.evaluate("address => [...document.links].find(link => link.href === address).click()", address)
    page.wait_for_url(address)


def test_what_people_put_on_pages_of_their_own_runs_however_a_reader_came_there(chromium, host, site):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, site, URL)
        arrive(page, f"{host}/decisions/0001-a/", at_once=True)
        _follow(page, f"{host}/one/")
        page.wait_for_function(_ALL_RAN)
        _follow(page, f"{host}/decisions/0001-a/")
        page.locator(".roi-banner").wait_for()
        page.go_back()
        page.wait_for_function(_ALL_RAN)
        assert not seen.errors


def test_what_is_planted_on_a_page_of_a_record_runs_not_however_a_reader_came_there(chromium, host, site):
    record_page = (site / "decisions/0001-a/index.html").read_text(encoding="utf-8")
    planted = record_page.replace("</article>", f"{_PLANTED}</article>")
    assert planted != record_page
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, site, URL)
        page.route("**/decisions/0001-a/", lambda route: route.fulfill(body=planted, content_type="text/html"))
        arrive(page, f"{host}/two/", at_once=True)
        for come in (
            page.goto,
            lambda address: (page.go_back(), _follow(page, address)),
            lambda _: (_follow(page, f"{host}/one/"), page.go_back()),
        ):
            seen.errors.clear()
            come(f"{host}/decisions/0001-a/")
            page.wait_for_load_state("networkidle")
            assert page.locator("article iframe").count() == 2
            assert page.evaluate("window.ran ?? null") is None
            assert len([error for error in seen.errors if "Content Security Policy" in error]) >= 4


def test_on_either_side_of_the_border_pages_are_put_in_place_without_loading_and_across_they_are_loaded(
    chromium, host, site
):
    with watched(chromium, host, searches=False) as seen:
        page = seen.page
        navigates_at_once(page, host, site, URL)
        arrive(page, f"{host}/decisions/0002-b/", at_once=True)
        for path, is_loaded in [
            ("decisions/0001-a/", False),
            ("decisions/notes/", False),
            ("decisions/0001-a/", False),
            ("one/", True),
            ("two/", False),
            ("decisions/notes/", True),
            ("decisions/register/", False),
        ]:
            mark(page)
            _follow(page, f"{host}/{path}")
            page.wait_for_load_state("networkidle")
            assert is_marked(page) is not is_loaded, path
        assert not seen.errors
