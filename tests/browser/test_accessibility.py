"""Every kind of page, all that is folded opened, under axe-core: nothing wrong that the bare theme does not bring."""

import re

import pytest

from tests.browser import axe
from tests.browser.conftest import ROOT
from tests.browser.page_kinds import PAGES, SCREENS
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


@pytest.fixture(scope="module")
def script():
    return axe.script(ROOT / ".cache" / "axe")


@pytest.fixture(scope="module")
def hosts(build, serve, own_site, tmp_path_factory):
    """The hosts of the theme alone, by our settings without our plugin, and of our own site."""
    folder = tmp_path_factory.mktemp("bare")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "nav: [{Home: index.md}, {Part: [{Page: page.md}]}]\n"
    settings = re.sub(r"^nav:\n(?:.+\n)+", nav, settings, flags=re.MULTILINE)
    settings = settings.replace("  - roi:\n      audience: public\n", "")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "decisions").mkdir()
    for name in ("index.md", "page.md"):
        (folder / "decisions" / name).write_text(_BARE, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")
    return serve(folder / "site"), serve(own_site)


def _found(page, script, address):
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelectorAll('article details').forEach(part => { part.open = true; })")
    return axe.violations(page, script)


@pytest.mark.parametrize(("scheme", "screen"), [("light", "desk"), ("dark", "phone")])
def test_nothing_is_wrong_that_the_bare_theme_does_not_bring(chromium, script, hosts, scheme, screen):
    bare, ours = hosts
    # Without motion no colour is on its way to another one while its contrast is measured.
    look = {"color_scheme": scheme, "viewport": SCREENS[screen], "reduced_motion": "reduce"}
    with watched(chromium, ours, searches=False, **look) as seen:
        theirs = {fault for path in ("", "page/", "404.html") for fault in _found(seen.page, script, f"{bare}/{path}")}
        found = [
            f"/{path}: {fault}: {html}"
            for path in PAGES
            for fault, html in _found(seen.page, script, f"{ours}/{path}").items()
            if fault not in theirs
        ]
    assert not found, "\n".join(found)


def test_a_fault_of_ours_would_be_found(chromium, script):
    with watched(chromium, "about:", searches=False) as seen:
        seen.page.set_content("<main><h1>a</h1><p><button class=roi-a></button></p></main>")
        assert "button-name p > button.roi-a" in axe.violations(seen.page, script)
