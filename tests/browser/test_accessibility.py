"""Every kind of page, all that is folded opened, under axe-core: nothing wrong that the bare theme does not bring."""

import functools
import re

import pytest

from tests.browser import axe
from tests.browser.conftest import ROOT
from tests.browser.page_kinds import PAGES, SCHEMES, SCREENS
from tests.browser.watched import watched

_BARE = """# A page

A sentence with [a link](index.md) and with more words behind it.

- A sentence with [a link](index.md) and with more words behind it.

Term
:   A sentence with [a link](index.md) and with more words behind it.

| | b |
|---|---|
| a | [`code`](index.md) |

```yaml
a: 1
```

```yaml
b: 1
```
"""
"""Plain Markdown as anybody may write it: what is wrong on its page is wrong with the theme."""
_NAMES = {"light": "default", "dark": "slate"}  # of the colours in the theme
_SHARES = 2  # the pages in parts, so that the parts can run side by side


@pytest.fixture(scope="module")
def script():
    return axe.script(ROOT / ".cache" / "axe")


@pytest.fixture(scope="module")
def hosts(build, serve, own_site, once):
    """The hosts of the theme alone, by our settings without our plugin, and of our own site."""
    return serve(once("bare", functools.partial(_make, build)) / "site"), serve(own_site)


def _make(build, folder):
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "nav: [{Home: index.md}, {Part: [{Page: page.md}]}]\n"
    settings = re.sub(r"^nav:\n(?:.+\n)+", nav, settings, flags=re.MULTILINE)
    settings = settings.replace("  - roi:\n      audience: public\n", "")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "decisions").mkdir()
    for name in ("index.md", "page.md"):
        (folder / "decisions" / name).write_text(_BARE, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")


def _found(page, script, address):
    """What is wrong on the page at an address, by the colours it is seen in."""
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelectorAll('article details').forEach(part => { part.open = true; })")
    for scheme in SCHEMES:
        _wear(page, scheme)
        for fault, html in axe.violations(page, script).items():
            yield f"{scheme}: {fault}", html


def _wear(page, scheme):
    """Changes the colours as a reader does, which is quicker than to load the page anew."""
    body = page.locator("body")
    if body.get_attribute("data-md-color-scheme") != _NAMES[scheme]:
        page.locator("[data-md-component=palette] label:visible").click()
        assert body.get_attribute("data-md-color-scheme") == _NAMES[scheme]


@pytest.mark.parametrize("share", range(_SHARES))
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_wrong_that_the_bare_theme_does_not_bring(chromium, script, hosts, screen, share):
    bare, ours = hosts
    # Without motion no colour is on its way to another one while its contrast is measured.
    with watched(chromium, ours, searches=False, viewport=SCREENS[screen], reduced_motion="reduce") as seen:
        theirs = {
            fault for path in ("", "page/", "404.html") for fault, _ in _found(seen.page, script, f"{bare}/{path}")
        }
        found = [
            f"/{path}: {fault}: {html}"
            for path in PAGES[share::_SHARES]
            for fault, html in _found(seen.page, script, f"{ours}/{path}")
            if fault not in theirs
        ]
    assert not found, "\n".join(found)


def test_a_fault_of_ours_would_be_found(chromium, script):
    with watched(chromium, "about:", searches=False) as seen:
        seen.page.set_content("<main><h1>a</h1><p><button class=roi-a></button></p></main>")
        assert "button-name p > button.roi-a" in axe.violations(seen.page, script)
