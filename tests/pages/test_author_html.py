"""What is left of an author's HTML."""

import pytest

from roi_plugin.pages.author_html import author_html, plain, safe_anchor

RUNS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<iframe src='https://example.org'></iframe>",
    "<object data='x.swf'></object><embed src='x.swf'>",
    "<form action='https://example.org'><button formaction='javascript:alert(1)'>x</button></form>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href='https://example.org'>",
    "<link rel=stylesheet href='https://example.org/x.css'>",
    "<style>@import 'https://example.org/x.css'</style>",
    "<p style=\"background:url('https://example.org/x')\">x</p>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<details open ontoggle=alert(1)>x</details>",
    "<input type=image src=x onerror=alert(1)>",
    "<video><source onerror=alert(1)></video>",
]


@pytest.mark.parametrize("html", RUNS)
def test_nothing_that_runs_or_loads_is_left(html: str):
    left = author_html(html).lower()
    for part in ("alert", "javascript", "example.org", "<script", "<iframe", "<svg", "<form", "onerror", "data:text"):
        assert part not in left


KEPT = [
    '<div class="admonition note"><p class="admonition-title">Note</p></div>',
    '<details class="tip" open=""><summary>More</summary><p>x</p></details>',
    (
        '<div class="tabbed-set tabbed-alternate" data-tabs="1:1"><input checked="checked" id="__tabbed_1_1"'
        ' name="__tabbed_1" type="radio"><div class="tabbed-labels"><label for="__tabbed_1_1">A</label></div></div>'
    ),
    (
        '<ul class="task-list"><li class="task-list-item"><label class="task-list-control"><input type="checkbox"'
        ' disabled="" checked=""><span class="task-list-indicator"></span></label> done</li></ul>'
    ),
    (
        '<div class="highlight"><pre><span></span><code><a id="__codelineno-0-1" name="x"></a><span class="nb">x</span>'
        "</code></pre></div>"
    ),
    '<table><thead><tr><th style="text-align: right;">a</th></tr></thead></table>',
    '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
    '<img alt="a picture" src="images/a.png">',
    '<a href="mailto:kim@example.org">kim</a>',
    '<h3 id="context">Context</h3>',
]


@pytest.mark.parametrize("html", KEPT)
def test_what_markdown_writes_is_kept(html: str):
    left = author_html(html)
    for part in ("class=", "data-tabs", "text-align", "checked", "for=", "href=", "src=", "id="):
        assert left.count(part) == html.count(part)


def test_a_picture_from_another_host_leaves_its_description():
    left = author_html('<img alt="a picture" src="https://example.org/x.png"><img src="//example.org/y.png">')
    assert "a picture" in left
    assert "example.org" not in left


@pytest.mark.parametrize("html", ['<p id="__config">{}</p>', '<p id="roi-options">x</p>', '<b id="_x">x</b>'])
def test_an_id_of_the_theme_or_of_ours_is_taken_away(html: str):
    assert "id=" not in author_html(html)


def test_classes_of_the_theme_and_of_ours_are_taken_away():
    left = author_html('<div class="md-overlay note roi-banner roi-banner--binds md-button">x</div>')
    assert 'class="note md-button"' in left


def test_headings_move_below_ours_and_keep_their_distance():
    assert author_html("<h1>a</h1><h3>b</h3><h6>c</h6>") == "<h3>a</h3><h5>b</h5><h6>c</h6>"
    assert author_html("<h2>a</h2>") == "<h3>a</h3>"
    assert author_html("<h4>a</h4>") == "<h4>a</h4>"


def test_an_unclosed_or_closing_tag_cannot_leave_the_authors_part():
    assert author_html("</div></article><b>x") == "<b>x</b>"


@pytest.mark.parametrize(
    ("anchor", "safe"),
    [
        ("context", True),
        ("fn:1", True),
        ("__codelineno-0-1", True),
        ("__search", False),
        ('x"onclick', False),
        ("", False),
    ],
)
def test_an_anchor_is_safe_when_it_is_plain_and_nobody_elses(anchor: str, safe: bool):  # noqa: FBT001
    assert safe_anchor(anchor) is safe


def test_plain_text_has_no_tags_and_stays_escaped():
    assert plain("a <b>b</b> &lt;script&gt;<img src=x onerror=alert(1)>") == "a b &lt;script&gt;"


def test_accents_are_not_stacked_without_end():
    assert author_html("Z" + "\u0301" * 9_000 + " e\u0301") == "Z" + "\u0301" * 8 + " e\u0301"


@pytest.mark.parametrize("tag", ["title", "script", "style", "iframe", "noscript", "template", "object", "plaintext"])
def test_a_tag_that_is_only_named_takes_no_text_away(tag):
    html = author_html(f"<p>We wrote the <{tag}> element.</p><p>After the tag.</p>")
    assert "After the tag." in html
    assert f"<{tag}" not in html


def test_a_diagram_as_text_is_drawn_only_by_a_script_of_the_site():
    diagram = '<pre class="mermaid"><code>graph LR</code></pre>'
    assert author_html(diagram) == "<pre><code>graph LR</code></pre>"
    assert author_html(diagram, draws=True) == diagram


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ('<a class="headerlink" href="#why" title="a &gt; b">', '<a class="headerlink" href="#why" title="a &gt; b">'),
        ('<a href="https://example.org/#why">', '<a href="https://example.org/#why" rel="noopener noreferrer">'),
        ('<a title="href=&quot;#a&quot;">', '<a title="href=&quot;#a&quot;" rel="noopener noreferrer">'),
    ],
)
def test_only_a_link_that_leaves_the_page_says_that_it_does(link, said):
    assert author_html(f"{link}x</a>") == f"{said}x</a>"
