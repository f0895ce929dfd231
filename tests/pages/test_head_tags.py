"""What a page tells programs of itself."""

from markupsafe import Markup

from roi_plugin.pages.head_tags import head_tags, with_head_tags
from roi_plugin.pages.page import Page, Shelf

PAGE = Page(
    path="a.md", shelf=Shelf.RECORD, title='1 · "><script>x()</script>', description="Worth\nit & more", lead=Markup()
)


def test_a_page_names_the_feed_and_nothing_of_a_site_whose_address_is_not_known():
    found = head_tags(PAGE, feed="../feeds/decisions.atom")
    assert found == '<link rel="alternate feed" type="application/atom+xml" href="../feeds/decisions.atom">'


def test_a_link_to_it_is_shown_with_title_description_and_picture_and_nothing_of_them_is_markup():
    found = head_tags(PAGE, feed="f", url="https://e.org/a/", image="https://e.org/i.png")
    assert '<meta property="og:title" content="1 · &#34;&gt;&lt;script&gt;x()&lt;/script&gt;">' in found
    assert '<meta property="og:description" content="Worth it &amp; more">' in found
    assert '<meta property="og:image" content="https://e.org/i.png">' in found
    assert "<script" not in found


def test_the_tags_stand_at_the_end_of_the_head():
    html = "<head><title>t</title></head><body></head></body>"
    assert with_head_tags(html, Markup("<meta>")) == "<head><title>t</title><meta></head><body></head></body>"
