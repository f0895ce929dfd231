"""The small picture of where a decision comes from and what came of it."""

import re
from pathlib import Path

import pytest

from roi_plugin.pages.addresses import Addresses
from roi_plugin.pages.book import Book
from roi_plugin.pages.record_lineage import MOST, record_lineage
from tests.hostile import IN_FIELDS
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import record

STYLES = Path(__file__).parents[2] / "roi_plugin" / "pages" / "assets" / "roi.css"
LARGEST = 6 * 1024


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


def test_a_succession_of_eight_is_drawn_whole_from_either_end_and_from_within(picture):
    files = {
        f"{number:04}-a.md": record(f"No {number}", more=f"supersedes: '{number - 1:04}'\n" if number > 1 else "")
        for number in range(1, 9)
    }
    every = [f"{number} No {number}" for number in range(1, 9)]
    for number in (1, 4, 8):
        assert [row.partition(" ·")[0] for row in _rows(picture(number, files))] == every


def test_of_what_is_only_needed_the_picture_goes_two_steps(picture):
    files = {
        f"{number:04}-a.md": record(f"No {number}", more=f"depends_on: ['{number - 1:04}']\n" if number > 1 else "")
        for number in range(1, 9)
    }
    assert _rows(picture(4, files)) == [f"{number} No {number}" for number in (2, 3, 4, 5, 6)]


def test_many_that_are_further_away_are_named_on_demand(picture):
    files = {"0001-a.md": record("Base"), "0002-b.md": record("Next", more="depends_on: ['0001']\n")}
    files |= {f"{n:04}-c.md": record(f"No {n}", more="depends_on: ['0002']\n") for n in range(3, 12)}
    _, _, below = str(picture(1, files)).partition("</svg>")
    in_sight, _, folded = below.partition("<details")
    assert "No 3" not in in_sight
    assert folded.count("<a ") == 9
    assert "Further away: 9" in words(folded)


def test_it_is_told_in_words_and_links_stand_below_it_alone(picture):
    svg, _, below = str(picture(3, CHAIN)).partition("</svg>")
    assert "Replaces: 2. Replaced by: 4. Depends on: 6.</desc>" in svg
    assert "<title" in svg
    assert "<a " not in svg
    assert "Further away: 1 First (superseded); 5 Fifth · The whole lineage" in words(below)
    assert 'href="../lineage/?focus=0003-c"' in below


def test_retired_ones_are_hollow_and_what_waits_is_dashed(picture):
    svg = str(picture(3, CHAIN))
    hollow = [bool(found) for found in re.findall(r'<circle( class="roi-over")?', svg)]
    assert hollow == [True, True, True, False, False, False]
    assert svg.count("roi-tie--replaced roi-tie--waiting") == 1
    assert "Dashed: not in effect." in svg


def test_the_decision_itself_stands_out_by_a_rule_of_the_style_sheet(picture):
    here = re.findall(r'<text class="([^"]+)"[^>]*>3 Third', str(picture(3, CHAIN)))
    assert here == ["roi-chart__chosen"]
    assert f".{here[0]} {{" in STYLES.read_text(encoding="utf-8")


def test_who_has_nothing_before_or_after_has_no_picture(picture):
    assert picture(7, CHAIN) is None


def test_a_circle_is_walked_once(picture):
    files = {f"000{one}-a.md": record(f"No {one}", more=f"depends_on: ['000{one % 3 + 1}']\n") for one in (1, 2, 3)}
    assert _rows(picture(1, files)) == ["3 No 3", "2 No 2", "1 No 1"]


def test_of_many_the_nearest_are_drawn_in_a_few_bytes_and_the_rest_counted(picture):
    title = "Weigh every decision of the register before the rules ask for it"
    slug = "weigh-every-decision-before-the-rules-ask"
    files = {
        f"{number:04}-{slug}.md": record(title, "proposed", more=f"depends_on: ['{max(1, number - 10):04}']\n")
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
