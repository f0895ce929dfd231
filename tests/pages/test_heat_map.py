"""Where concerns gather: how many decisions of each area or owner a rule flags."""

import re

from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import CACHE, record


def _sections(assessment):
    return {section.anchor: str(section.html) for section in pages(assessment)["risks.md"].sections}


def _heads(html):
    return [words(head) for head in re.findall('<span class="roi-heat__head">(.*?)</span>', html)]


def _areas(*areas):
    return {
        f"{number:04}-a.md": record("A", more=f"problem: Slow\n{f'area: {area}' if area else ''}\n")
        for number, area in enumerate(areas, 1)
    }


def test_decisions_are_counted_by_area_and_by_owner(assessed):
    files = {
        "0001-a.md": record("A", more="area: search\nowner: kim\nproblem: Slow\n"),
        "0002-b.md": record("B", more="area: search\nowner: lee\nproblem: Slow\n"),
        "0003-c.md": record("C", more="owner: lee\nproblem: Slow\n"),
    }
    found = _sections(assessed(files))
    assert "search of 2 Without an area of 1" in words(found["roi-by-area"])
    assert re.search(r"no-review-date 2 1\b", words(found["roi-by-area"]))
    assert "kim of 1 lee of 2" in words(found["roi-by-owner"])
    assert re.search(r"no-review-date 1 2\b", words(found["roi-by-owner"]))


def test_one_area_for_all_needs_no_map(assessed):
    assert "roi-by-area" not in _sections(assessed({"0001-a.md": CACHE}))


def test_a_head_counts_the_decisions_that_are_not_flagged_as_well(assessed):
    rejected = record("B", "rejected", more="area: search\nproblem: Slow\n")
    found = _sections(assessed(_areas("search", "shop") | {"0009-b.md": rejected}))
    assert "search of 2 shop of 1" in words(found["roi-by-area"])


def test_an_area_where_nothing_is_flagged_has_no_column(assessed):
    rejected = record("B", "rejected", more="area: calm\nproblem: Slow\n")
    assert _heads(_sections(assessed(_areas("search", "shop") | {"0009-b.md": rejected}))["roi-by-area"]) == [
        "search",
        "shop",
    ]


def test_a_number_names_its_decisions_and_leads_to_the_list_of_them(assessed):
    html = _sections(assessed(_areas("search", "shop", "search")))["roi-by-area"]
    assert 'href="../rules/no-review-date/#roi-flagged-now" tabindex="-1" title="1, 3">2</a>' in html


def test_the_names_of_more_than_twelve_decisions_are_cut_short(assessed):
    html = _sections(assessed(_areas(*["search"] * 14, "shop")))["roi-by-area"]
    assert 'title="1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 2 more">14</a>' in html


def test_beyond_ten_columns_those_with_fewest_flags_share_the_last(assessed):
    names = [f"area-{letter}" for letter in "abcdefghijkl"]
    html = _sections(assessed(_areas(*names, *names[2:], "", "")))["roi-by-area"]
    assert _heads(html) == [*names[2:11], "Without an area", "Others"]
    assert words(html).count("of 4") == 1  # area-l twice, area-a and area-b once


def test_an_area_of_the_name_others_is_not_the_rest(assessed):
    html = _sections(assessed(_areas("Others", "Others", *"abcdefghijkl")))["roi-by-area"]
    assert _heads(html).count("Others") == 2


def test_a_long_name_is_cut_short(assessed):
    html = _sections(assessed(_areas("w" * 61, "v" * 60)))["roi-by-area"]
    assert _heads(html) == ["v" * 60, "w" * 59 + "…"]
