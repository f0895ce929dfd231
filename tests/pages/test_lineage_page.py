"""The page that tells how all decisions hang together."""

import json
import re

from roi_plugin.pages.site import pages
from tests.hostile import IN_FIELDS
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import record

FILES = {
    "0001-a.md": record("First", more="area: search\n"),
    "0002-b.md": record("Second", more="area: search\nsupersedes: '0001'\n"),
    "0003-c.md": record("Third", "proposed", more="area: data\nsupersedes: '0002#cost'\ndepends_on: ['0001']\n"),
    "0004-d.md": record("Fourth", more="delivery: reverted\nrelated: ['0003']\n"),
    "0005-e.md": record("Alone", more="area: search\n"),
}


def _parts(site):
    return {section.anchor: str(section.working) for section in site["lineage.md"].sections}


def _data(site):
    return json.loads(re.search(r"<template>(.*?)</template>", _parts(site)["roi-picture"])[1])


def test_the_outline_tells_each_tie_from_both_sides_by_area_those_without_one_last(assessed):
    site = pages(assessed(FILES))
    assert words(_parts(site)["roi-outline"]) == (
        "data 1 3 Third proposed Replaces 2 Second (part cost, not in effect) Depends on 1 First Related 4 Fourth "
        "search 2 of 3 "
        "1 First superseded Replaced by 2 Second Needed by 3 Third "
        "2 Second accepted Replaces 1 First Replaced by 3 Third (part cost, not in effect) "
        "No area 1 4 Fourth reverted Related 3 Third"
    )


def test_what_binds_no_more_is_marked_and_where_it_is_told_the_page_is_linked(assessed):
    html = _parts(pages(assessed(FILES)))["roi-outline"]
    assert re.findall(r'data-id="(\d+)-.*?" data-standing="([\w-]+)"( data-over)?', html) == [
        ("0003", "proposed", ""),
        ("0001", "superseded", " data-over"),
        ("0002", "accepted", ""),
        ("0004", "reverted", " data-over"),
    ]
    assert html.count('href="../0001-a/"') == 3


def test_the_picture_knows_each_place_and_each_tie_by_its_place_in_the_outline(assessed):
    data = _data(pages(assessed(FILES)))
    third, first, second, fourth = range(4)
    assert {at: column for at, family, column in data["places"]} == {first: 0, second: 1, third: 2, fourth: 3}
    assert sorted(data["ties"]) == [
        [0, first, second, 1],
        [0, second, third, 0],
        [1, first, third, 1],
        [2, third, fourth, 1],
    ]


def test_the_lead_counts_who_is_tied_and_who_is_not(assessed):
    lead = words(str(pages(assessed(FILES))["lineage.md"].lead))
    assert "4 decisions are tied to another. 1 is not and stands among all decisions ." in lead


def test_where_nothing_is_tied_the_page_says_how_to_tie_it(assessed):
    page = pages(assessed({"0001-a.md": record("A")}))["lineage.md"]
    assert page.sections == ()
    assert "depends_on" in str(page.lead)
    assert "They stand among all decisions" in words(str(page.lead))


def test_without_a_record_the_page_leads_to_none(assessed):
    assert "They stand among" not in str(pages(assessed({"policy.yml": "schema: 1\n"}))["lineage.md"].lead)


def test_of_two_records_with_one_id_each_is_told_at_its_own_place(assessed):
    twice = {"a/0001-a.md": record("A"), "b/0001-a.md": record("B", more="depends_on: ['0002']\n")}
    html = words(_parts(pages(assessed(twice | {"0002-c.md": record("C")})))["roi-outline"])
    assert "1 B accepted Depends on 2 C" in html


def test_nothing_that_a_record_says_is_taken_for_markup(assessed):
    files = {f"{number:04}-{name}.md": text.decode() for number, (name, text) in enumerate(IN_FIELDS.items(), 2)}
    every = ", ".join(f"'{name[:4]}'" for name in files)
    one = record("'</script><script>roi_hostile()</script>'", more=f"area: '<img src=x>'\nrelated: [{every}]\n")
    html = "".join(_parts(pages(assessed(files | {"0001-a.md": one}))).values())
    assert "&lt;/script&gt;" in html
    assert [bad for bad in made_markup(html) if bad != "<template>"] == []


def test_a_title_written_from_right_to_left_moves_no_number_beside_it(assessed):
    files = {
        "0001-a.md": record("A"),
        "0002-b.md": record("نهج", more="depends_on: [1]\n"),
        "0003-c.md": record("C", more="depends_on: [1]\n"),
    }
    outline = "".join(str(section.html + section.working) for section in pages(assessed(files))["lineage.md"].sections)
    assert outline.count('<span class="roi-number">2</span> <bdi>نهج</bdi></a>') == 2, "as itself and as a tie of 1"
