"""Links of a part that another page shows again."""

import pytest
from markupsafe import Markup

from roi_plugin.pages.moved_links import moved_links


@pytest.mark.parametrize(
    ("base", "href", "moved"),
    [
        ("../../adr/portfolio/", "../0001-a/", "../../adr/0001-a/"),
        ("../portfolio/", "../0001-a/#roi-worth", "../0001-a/#roi-worth"),
        ("./portfolio/", "../0001-a/", "./0001-a/"),
        ("../../portfolio/", "../../x/", "../../../x/"),
        ("./adr/portfolio.html", "./0001-a.html", "./adr/0001-a.html"),
        ("../adr/portfolio/", "#roi-ranked", "../adr/portfolio/#roi-ranked"),
        ("../adr/portfolio/", "https://example.org/", "https://example.org/"),
    ],
)
def test_a_link_leads_where_it_led(base, href, moved):
    html = moved_links(Markup('<p><a class="x" href="{}">a</a></p>').format(href), base)
    assert html == f'<p><a class="x" href="{moved}">a</a></p>'
