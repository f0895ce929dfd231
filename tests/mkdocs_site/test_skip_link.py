"""Who skips the navigation comes to the top of the content, not past it."""

import pytest

from roi_plugin.mkdocs_site.skip_link import skips_to_top
from tests.mkdocs_site.building import CONFIG, built, records, write_site

LINK, CONTENT = '<a href="#x" class="md-skip">', '<article class="md-content__inner md-typeset">'


def test_the_link_leads_to_the_top_of_the_content():
    html = skips_to_top(f'{LINK}Skip</a><a href="#x">x</a>{CONTENT}<h1>T</h1>')
    assert html.startswith('<a href="#roi-top" class="md-skip">Skip</a><a href="#x">x</a><article id="roi-top" class=')


@pytest.mark.parametrize("html", [LINK, CONTENT, '<a href="#x" class="skip">', ""])
def test_a_page_of_another_theme_stays_as_it_is(html):
    assert skips_to_top(html) == html


def test_on_every_page_of_ours_it_is_so_from_the_first_to_the_last(tmp_path):
    write_site(tmp_path, records(4), config=CONFIG)
    site = built(tmp_path)
    pages = [text.decode() for path, text in site.items() if path.endswith("/index.html") and b"roi-lead" in text]
    pages = [text for text in pages if 'class="md-skip"' in text]  # Material has none where there is no heading
    assert len(pages) > 10
    assert {(text.count('href="#roi-top"'), text.count('id="roi-top"')) for text in pages} == {(1, 1)}
