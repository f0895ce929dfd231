"""The author's Markdown for other site engines."""

import markdown
import pytest

from roi_plugin.pages.addresses import Addresses
from roi_plugin.pages.author_markdown import author_markdown

HERE = "team/0001-a.md"
PAGES = {HERE, "team/0002-b.md", "0003-c.md"}
KEPT = [
    "Plain words, *some* of them `code`; see [b](0002-b.md#why) and <https://example.org/>.",
    "## A heading\n\n- one\n- two\n\n| a | b |\n|---|--:|\n| 1 | 2 |",
    "## \u6c7a\u5b9a\n\n## Why {: #why .wide }\n\nA&nbsp;B & C < D &copy; <br> <kbd>Ctrl</kbd>",
    "<details markdown><summary>m</summary>\n\nMore *words*.\n\n</details>",
    "```yaml\na: <script>alert(1)</script>\n```\n\nand `<script>` too, and\n\n    <script>alert(2)</script>",
    '!!! note "So: it is"\n    Words.\n\n??? tip\n    More.\n\n=== "A"\n    One.\n\n=== "B"\n    Two.',
    "Term\n:   What it is.\n\n- [x] done\n- [ ] open\n\nA note[^1] of HTML.\n\n[^1]: It.\n\n*[HTML]: a language",
    "![a picture](images/a.png){ width=300 } at 12:30, mail <kim@example.org>.",
]
CHANGED = [
    "A <script>alert(1)</script>.",
    "[a](javascript:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "![a](https://example.org/pixel.gif)",
    "A paragraph.\n{: onclick=alert(1) }",
    "A <!-- remark --> here.",
    '<p id="__config">{}</p>',
    '--8<-- "0002-secret.md"',
    "`{{ config.secret }}`",
    "{% include '0002-secret.md' %}",
]


def _shown(text, *, directory_urls=True):
    return author_markdown(text, HERE, Addresses(directory_urls=directory_urls), PAGES)


@pytest.mark.parametrize("text", KEPT)
def test_what_our_own_site_shows_whole_stays_markdown(text):
    assert _shown(text) == text


@pytest.mark.parametrize("text", CHANGED)
def test_what_our_own_site_takes_something_out_of_or_an_engine_would_fill_is_one_block_of_html(text):
    html = _shown(text)
    assert html.startswith("<div>\n")
    assert html.endswith("\n</div>")
    assert not [line for line in html.splitlines() if not line.strip()]
    for part in ("alert(1)<", "javascript", "example.org", "onclick", "<!--", "__config", "8<", "{{", "{%"):
        assert part not in html


def test_an_engine_leaves_the_block_as_it_is_although_its_text_looks_like_markdown():
    code = "````md\n```js\n# a\n\n    [b]: javascript:alert(1)\n```\n\n\n~~~\n````"
    html = _shown(f"<script>x</script>\n\n{code}\n\n*[A]: b\n\n{{: .c }}")
    extensions = ["attr_list", "md_in_html", "tables", "abbr", "pymdownx.superfences"]
    assert markdown.markdown(f"Before.\n\n{html}\n\n*after*", extensions=extensions) == (
        f"<p>Before.</p>\n{html}\n\n<p><em>after</em></p>"
    )


@pytest.mark.parametrize(
    ("link", "directory_urls", "href"),
    [
        ("0002-b.md#why", True, "../0002-b/#why"),
        ("0002-b.md#why", False, "./0002-b.html#why"),
        ("../0003-c.yml", False, "../0003-c.html"),
        ("plan.png", False, "plan.png"),
        ("#why", False, "#why"),
        ("https://example.org/a.md", False, "https://example.org/a.md"),
    ],
)
def test_links_in_the_block_lead_where_the_page_stands(link, directory_urls, href):
    html = _shown(f"<script>x</script>\n\n[b]({link})", directory_urls=directory_urls)
    assert f'href="{href}"' in html


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("[b](0002-b.yml)", "[b](0002-b.md)"),
        ('## A\n\nSee [c](../0003-c.yaml#why "c") and [b](./0002-b.yml).', None),
        ("See [b].\n\n[b]: 0002-b.yml", "See [b].\n\n[b]: 0002-b.md"),
        ("[policy](policy.yml), [d](0004-d.yml), [x](https://example.org/0002-b.yml)", "as it is"),
        ("`0002-b.yml` and `b: 0002-b.yml`", "as it is"),
        ("`[b](0002-b.yml)`", "as it is"),
        ("```md\n[b](0002-b.yml)\n```", "as it is"),
    ],
)
def test_a_link_to_a_record_in_yaml_leads_to_its_page_and_no_other_link_does(text, led):
    expected = text if led == "as it is" else led or text.replace(".yaml", ".md").replace(".yml", ".md")
    assert _shown(text) == expected


@pytest.mark.parametrize("code", ["`[b](0002-b.yml)`", "A\n\n    [b](0002-b.yml)"])
def test_code_that_looks_like_such_a_link_stays_as_it_was_written_beside_one(code):
    html = _shown(f"[c](../0003-c.yml)\n\n{code}", directory_urls=False)
    assert 'href="../0003-c.html"' in html
    assert "[b](0002-b.yml)" in html.replace("&#91;", "[")


def test_a_link_that_is_written_as_html_leads_to_the_page_too():
    assert 'href="./0002-b.html"' in _shown('<a href="0002-b.yml">b</a>', directory_urls=False)
