"""What a stranger writes stands on the pages as text: in the messages of rules, in heads of columns, in waivers."""

from html import escape

import pytest

from roi_plugin.pages.page import Page
from roi_plugin.pages.site import pages
from tests.hostile import ASSUMPTIONS, IN_LISTS, IN_MESSAGES
from tests.pages.made_markup import made_markup

SCRIPT, PICTURE = "<script>roi_hostile()</script>", "<img src=x onerror=roi_hostile()>"


def _html(page: Page) -> str:
    return str(page.lead) + "".join(str(section.html) for section in page.sections)


@pytest.fixture
def site(assessed):
    records = {**{f"quoted-{name}": record for name, record in IN_MESSAGES.items()}, **IN_LISTS}
    files = {f"{number:04}-{name}.md": text.decode() for number, (name, text) in enumerate(records.items(), 1)}
    return pages(assessed({**files, "assumptions.yml": ASSUMPTIONS}))


@pytest.mark.parametrize("rule", IN_MESSAGES)
def test_a_rule_that_quotes_a_record_quotes_text(site, rule):
    html = _html(next(page for path, page in site.items() if path.endswith(f"-quoted-{rule}.md")))
    flag = next(part for part in html.split('<li class="roi-flag">') if f"risk/{rule}</code>" in part)
    message = flag.partition("</p>")[0]
    assert escape(SCRIPT) in message or escape(PICTURE) in message


@pytest.mark.parametrize("anchor", ["roi-errors", "roi-waivers", "roi-by-area", "roi-by-owner"])
def test_every_part_of_the_risk_page_shows_it_as_text(site, anchor):
    html = next(str(section.html) for section in site["risks.md"].sections if section.anchor == anchor)
    assert escape(SCRIPT) in html or escape(PICTURE) in html


def test_no_page_makes_markup_of_it(site):
    for path, page in site.items():
        if isinstance(page, Page):
            assert made_markup(_html(page)) == [], path
