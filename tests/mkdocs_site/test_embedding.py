"""Parts of the register on pages that people wrote, in a site as MkDocs builds it."""

import logging
import re

import pytest

from tests.mkdocs_site.building import built, records

CONFIG = """site_name: Ours
site_url: https://example.org/sub/
use_directory_urls: {urls}
theme: {{name: material, font: false}}
plugins:
  - search
  - roi: {{decisions: adr}}
markdown_extensions: [admonition, pymdownx.superfences]
"""
FENCE = "```roi\nlist: in-force\nnewest: 1\n```\n"
DEEP = f"""---
title: Deep
---

# Deep

!!! note

    ```roi
    list: in-force
    ```

{FENCE}
````md
{FENCE}````

```roi
list: in-forse
area: <script>alert(1)</script>
```
"""


@pytest.fixture
def site(tmp_path):
    def build(pages, *, urls: str = "true", config: str = CONFIG):
        (tmp_path / "mkdocs.yml").write_text(config.format(urls=urls), encoding="utf-8")
        (tmp_path / "docs").mkdir()
        written = {f"adr/{name}": text for name, text in records(2).items()}
        for name, text in {**written, **{f"docs/{name}": text for name, text in pages.items()}}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return {
            path: content.decode() for path, content in built(tmp_path).items() if path.endswith((".html", ".json"))
        }

    return build


@pytest.mark.parametrize(
    ("urls", "page", "href"),
    [
        ("true", "guide/deep/page/index.html", "../../../adr/0002-c/"),
        ("false", "guide/deep/page.html", "../../adr/0002-c.html"),
    ],
)
def test_a_page_anywhere_shows_what_its_fences_ask_for(site, caplog, urls, page, href):
    with caplog.at_level(logging.WARNING):
        found = site({"index.md": "# Home\n", "guide/deep/page.md": DEEP}, urls=urls)
    html = found[page]
    assert f'href="{href}"' in html
    assert html.count('<div class="roi-embed"') == 2
    assert html.count("list: in-force") == 1
    assert "roi-embed:" not in html
    assert "<script>alert" not in html
    assert "Nothing can be shown here: <code>in-forse</code> is no list" in html
    warned = [record.getMessage() for record in caplog.records]
    assert any(re.search(r"page\.md:26: `in-forse` is no list: did you mean `in-force`\?", each) for each in warned)


def test_a_page_among_the_records_shows_it_too_and_a_record_does_not(site):
    config = CONFIG.replace("  - roi: {{decisions: adr}}", "  - roi: {{decisions: docs}}")
    body = f"---\ntitle: A\nstatus: accepted\ndate: 2026-01-01\nproblem: p\n---\n\n{FENCE}"
    found = site(
        {"index.md": f"# Home\n\n{FENCE}", "0001-a.md": body, "about/us.md": f"# Us\n\n{FENCE}"}, config=config
    )
    assert 'href="./0001-a/"' in found["index.html"].partition('<div class="roi-embed"')[2]
    assert 'href="../../0001-a/"' in found["about/us/index.html"]
    assert "list: in-force" in found["0001-a/index.html"]
    assert '<div class="roi-embed"' not in found["0001-a/index.html"]


READER = """
from mkdocs.plugins import event_priority

@event_priority(-75)
def on_page_content(html, *, page, **_):
    assert "roi-embed:" not in page.markdown + page.content, page.file.src_uri
    assert page.file.src_uri != "blog/posts/a.md" or '<div class="roi-embed"' in page.content
    return html
"""


def test_a_plugin_that_reads_the_page_itself_finds_no_mark_and_the_beginning_of_a_post_its_part(site, tmp_path):
    (tmp_path / "hook.py").write_text(READER, encoding="utf-8")
    config = CONFIG.replace("  - search\n", "  - search\n  - blog\n") + "hooks: [hook.py]\n"
    post = f"---\ndate: 2026-01-01\n---\n\n# Post\n\nWords.\n\n{FENCE}\n<!-- more -->\n\nMore.\n"
    found = site(
        {"index.md": f"# Home\n\n{FENCE}", "blog/index.md": "# Blog\n", "blog/posts/a.md": post}, config=config
    )
    assert '<div class="roi-embed"' in found["blog/index.html"]
    assert "roi-embed:" not in found["blog/index.html"]
