"""What a piece of HTML is made of."""

import pytest

from roi_plugin.pages.html_marks import html_marks

ALIKE = [
    ("<br />", "<br>"),
    ('<a class="x" href="y">z</a>', "<a href='y' class='x' rel='noopener'>z"),
    ("<p>a  b</p>\n", "<p>a\nb"),
    ("<p>&quot;&#97;&nbsp;b&quot;</p>", '<p>"a b"</p>'),
    ('<input checked="" />', "<input checked>"),
    ('<h2 id="_12">x</h2>', "<h2>x</h2>"),
]
APART = [
    ("<p>a</p>", "<p>b</p>"),
    ("<p>a</p>", "<div>a</div>"),
    ("<p onclick=a>x</p>", "<p>x</p>"),
    ("<p id=_x>x</p>", "<p>x</p>"),
    ("<p title=_1>x</p>", "<p>x</p>"),
    ("<p>a<!-- b --></p>", "<p>a</p>"),
    ("<p>a<!b></p>", "<p>a</p>"),
    ("<p>a<?b?></p>", "<p>a</p>"),
    ("<p>a<![CDATA[b]]></p>", "<p>a</p>"),
    ("<script>a</script>", "a"),
    ("<p>a<img/src=x/onerror=b></p>", "<p>a<img src=x></p>"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_pieces_that_are_only_written_otherwise_are_alike(one, other):
    assert html_marks(one) == html_marks(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_pieces_with_another_tag_attribute_word_or_comment_are_not(one, other):
    assert html_marks(one) != html_marks(other)
