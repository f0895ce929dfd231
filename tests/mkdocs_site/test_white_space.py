"""White space of templates, narrowed."""

import pytest

from roi_plugin.mkdocs_site.white_space import narrowed


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>\n   a\n\n</p>", "<p>\na\n</p>"),
        ("<b>a</b>  <i>b</i>", "<b>a</b> <i>b</i>"),
        ("<b>a</b><i>b</i>", "<b>a</b><i>b</i>"),
        ("<pre>\n  a\n  b</pre>  \n <p>", "<pre>\n  a\n  b</pre>\n<p>"),
        ("<PRE class='x'>\n  a</PRE >  ", "<PRE class='x'>\n  a</PRE > "),
        ("<textarea>  a  </textarea>", "<textarea>  a  </textarea>"),
        ("<script>a   =   1</script>\n\n<style>p  {}</style>", "<script>a   =   1</script>\n<style>p  {}</style>"),
        ("<preface>  a  </preface>", "<preface> a </preface>"),
        ('<path d="M1  2\n 3"/>', '<path d="M1  2\n 3"/>'),
        ("<!--  a  b  -->  x", "<!--  a  b  --> x"),
        ("", ""),
    ],
)
def test_runs_become_one_character_outside_tags_and_preformatted_text(html, expected):
    assert narrowed(html) == expected
    assert narrowed(expected) == expected
