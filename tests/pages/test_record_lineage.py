"""The small picture of where a decision comes from and what came of it."""

import re

import pytest

from roi_plugin.pages.addresses import Addresses
from roi_plugin.pages.book import Book
from roi_plugin.pages.record_lineage import MOST, record_lineage
from tests.hostile import IN_FIELDS
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import record

LARGEST = 3 * 1024


@pytest.fixture
def picture(assessed):
    """The picture of the decision with this number among such records."""

    def draw(number, files):
        book = Book(assessment=assessed(files), addresses=Addresses())
        return record_lineage(next(one for one in book.by_number if one.decision.number == str(number)), book)

    return draw


def _rows(html):
    return [words(text) for text in re.findall("<text.*?</text>", str(html))]


CHAIN = {
    "0001-a.md": record("First", "superseded"),
    "0002-b.md": record("Second", "superseded", more="supersedes: '0001'\n"),
    "0003-c.md": record("Third", more="supersedes: '0002'\ndepends_on: ['0006']\n"),
    "0004-d.md": record("Fourth", "proposed", more="supersedes: '0003'\n"),
    "0005-e.md": record("Fifth", more="depends_on: ['0004']\nrelated: ['0003']\n"),
    "0006-f.md": record("Sixth", "rejected"),
    "0007-g.md": record("Seventh", more="related: ['0003']\n"),
    "0008-h.md": record("Eighth", more="depends_on: ['0006']\n"),
}


def test_what_came_before_stands_above_and_what_came_after_below_two_steps_each_way(picture):
    assert _rows(picture(3, CHAIN)) == [
        "1 First · superseded",
        "2 Second · superseded",
        "6 Sixth · rejected",
        "3 Third",
        "4 Fourth · proposed",
        "5 Fifth",
    ]


def test_it_is_told_in_words_and_links_stand_below_it_alone(picture):
    svg, _, below = str(picture(3, CHAIN)).partition("</svg>")
    assert "Replaces: 2. Replaced by: 4. Depends on: 6.</desc>" in svg
    assert "<title" in svg
    assert "<a " not in svg
    assert "Two steps away: 1 First (superseded); 5 Fifth · The whole lineage" in words(below)
    assert 'href="../lineage/?focus=0003-c"' in below


def test_retired_ones_are_hollow_and_what_waits_is_dashed(picture):
    svg = str(picture(3, CHAIN))
    hollow = [bool(found) for found in re.findall(r'<circle( class="roi-over")?', svg)]
    assert hollow == [True, True, True, False, False, False]
    assert svg.count("roi-tie--replaced roi-tie--waiting") == 1
    assert "Dashed: not in effect." in svg


def test_who_has_nothing_before_or_after_has_no_picture(picture):
    assert picture(7, CHAIN) is None


def test_a_circle_is_walked_once(picture):
    files = {f"000{one}-a.md": record(f"No {one}", more=f"depends_on: ['000{one % 3 + 1}']\n") for one in (1, 2, 3)}
    assert _rows(picture(1, files)) == ["3 No 3", "2 No 2", "1 No 1"]


def test_of_many_the_nearest_are_drawn_in_a_few_bytes_and_the_rest_counted(picture):
    title = "Weigh every decision of the register before the rules ask for it"
    slug = "weigh-every-decision-before-the-rules-ask"
    files = {
        f"{number:04}-{slug}.md": record(title, "proposed", more=f"depends_on: ['{max(1, number - 5):04}']\n")
        for number in range(2, 40)
    } | {f"0001-{slug}.md": record(title)}
    html = picture(1, files)
    assert len(_rows(html)) == MOST
    assert "1 Weigh" in _rows(html)[0]
    assert "1 more in the whole lineage" in words(str(html))
    assert len(html.encode()) <= LARGEST


def test_nothing_that_a_record_says_is_taken_for_markup(picture):
    hostile = {name: text for name, text in IN_FIELDS.items() if "id" not in name.split("-")}
    files = {f"{number:04}-{name}.md": text.decode() for number, (name, text) in enumerate(hostile.items(), 2)}
    one = record("'<script>roi_hostile()</script>'", more="depends_on: ['0002', '0003', '0004', '0005', '0006']\n")
    html = str(picture(1, files | {"0001-a.md": one}))
    assert "&lt;script&gt;" in html
    assert made_markup(html) == []
