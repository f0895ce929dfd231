import re

import nh3
import pytest

from roi_plugin.pages.short_html import shortened

SPARED = [
    ("<ul><li>a</li>\n<li>b</li></ul>", "<ul><li>a\n<li>b</ul>"),
    ("<ol><li><p>a</p><ul><li>b</li></ul></li></ol>", "<ol><li><p>a<ul><li>b</ul></ol>"),
    (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>\n<tbody><tr><th>c</th>\n<td>d</td></tr></tbody></table>",
        "<table><thead><tr><th>a<th>b\n<tbody><tr><th>c\n<td>d</table>",
    ),
    ("<dl><div><dt>a</dt><dd>b</dd></div><dt>c</dt><dd>d</dd></dl>", "<dl><div><dt>a<dd>b</div><dt>c<dd>d</dl>"),
    ("<p>a</p>\n<div><p>b</p>\n<table></table></div>", "<p>a\n<div><p>b\n<table></table></div>"),
]
KEPT = [
    "<ul><li>a</li>b</ul>",
    "<p>a</p>b",
    "<p>a</p>\n<span>b</span>",
    "<div><p>a</p></div>",
    "<div><dl><dt>a</dt></dl></div>",
]


def _read(html):
    return re.sub(r"\s", "", nh3.clean(html))


@pytest.mark.parametrize(("html", "spared"), SPARED)
def test_an_end_tag_goes_where_the_next_tag_tells_it(html, spared):
    assert shortened(html) == spared


@pytest.mark.parametrize("html", KEPT)
def test_an_end_tag_stays_where_what_follows_would_come_into_its_element(html):
    assert shortened(html) == html


@pytest.mark.parametrize("html", [*(html for html, _ in SPARED), *KEPT])
def test_who_reads_html_reads_the_same(html):
    assert _read(shortened(html)) == _read(html)


def test_marks_for_the_search_go_and_words_about_them_stay():
    html = '<p class="a" data-search-exclude>data-search-exclude, <code>p data-search-exclude&gt;</code></p>'
    assert shortened(html) == html.replace('a" data-search-exclude', 'a"', 1)
