"""The page of all records: its table, the data beside it, and the plain lists that reach every record."""

import json
import re

import pytest

from roi_plugin.pages import register_data, register_page
from roi_plugin.pages.site import pages
from tests.hostile import IN_FIELDS
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import CACHE, record

BROKEN = "---\ntitle: B\nstatus: acepted\ndate: 2026-01-01\n---\n"
FILES = {
    "0001-a.md": CACHE,
    "0002-b.md": record("Second", more="area: search\ntags: [ml, cost]\nsupersedes: '0003'\ndelivery: reverted\n"),
    "talk/0003-c.md": record("Third", more="area: ads\nillustrative: true\n").replace("2026-02-03", "2025-07-01"),
    "0004-d.md": BROKEN,
}


def _parts(site, path="register.md"):
    return {section.anchor: str(section.working) for section in site[path].sections}


def _data(site):
    found = re.search(r"<template>(.*?)</template>", _parts(site)["roi-all"])[1]
    data = json.loads(found)
    constant = {name: [value] * data["size"] for name, value in data["constant"].items()}
    return data | {"columns": data["columns"] | constant}


def _rows(site):
    return re.findall(r'<a href="([^"]+)">', _parts(site)["roi-all"])


def test_the_newest_stand_first_and_those_that_cannot_be_read_last(assessed):
    site = pages(assessed(FILES))
    assert _rows(site) == ["../0001-a/", "../0002-b/", "../talk/0003-c/", "../0004-d/"]
    assert "3 decisions on record" in words(str(site["register.md"].lead))
    assert '<a href="../register-broken/">1 record has errors' in str(site["register.md"].lead)


def test_the_data_of_the_script_say_of_each_record_what_the_table_says(appraised):
    data = _data(pages(appraised(FILES)))
    columns, texts = data["columns"], data["texts"]
    assert columns["title"][:3] == [
        "Cache product embeddings instead of recomputing them nightly",
        "Second",
        "Third",
    ]
    assert columns["number"] == [1, 2, 3, None]
    assert columns["date"] == [20260203, 20260203, 20250701, None]
    assert columns["review"] == [20270803, None, None, None]
    assert [texts["status"][at] for at in columns["status"]] == ["accepted", "reverted", "superseded", "broken"]
    assert [texts["tag"][at] for at in columns["tag"][1]] == ["ml", "cost"]
    assert texts["year"] == ["2026", "2025"]
    assert columns["illustrative"] == [0, 0, 1, 0]
    npv = columns["npv"][0]
    assert (npv, columns["npv"][1:]) == (float(f"{npv:.3g}"), [None] * 3)
    assert texts["flags"][columns["flags"][3][0]] == "error"


def test_a_figure_leads_to_how_it_was_computed_and_does_not_stop_the_keyboard(appraised):
    more = "options: [{id: a, chosen: true, gain: 50k, cost: 20k}]\n"
    html = str(_parts(pages(appraised({"0001-a.md": record("A", more=more)})))["roi-all"])
    assert '<a href="../0001-a/#roi-options" tabindex="-1">30k</a>' in html


def test_status_is_what_holds_now_and_flags_name_their_rules(assessed):
    data = _data(pages(assessed({"0001-a.md": record("A"), "0002-b.md": record("B", more="supersedes: '0001'\n")})))
    assert data["texts"]["status"] == ["accepted", "superseded"]
    assert "goal-missing" in data["texts"]["flags"]


@pytest.mark.parametrize(
    ("value", "expected"), [(None, None), (0, 0), (0.004, 0.4), (0.125, 12), (0.996, 99.6), (1, 100)]
)
def test_a_chance_is_in_percent_and_never_rounded_to_never_or_always(value, expected):
    assert register_data._chance(value) == pytest.approx(expected)


def test_a_choice_that_tells_nothing_apart_is_not_offered(assessed):
    html = _parts(pages(assessed({"0001-a.md": record("A"), "0002-b.md": record("B", more="area: x\n")})))["roi-all"]
    assert re.findall(r'<label>.*?<select name="(\w+)"', html) == ["area"]
    assert len(re.findall(r"<label hidden>.*?<select name=", html)) == len(register_data.FACETS) - 1


def test_every_record_is_reached_by_plain_links_whatever_their_number(assessed, monkeypatch):
    monkeypatch.setattr(register_page, "NEWEST", 2)
    monkeypatch.setattr(register_page, "LIST_PART", 2)
    files = {f"000{number}-a.md": record(f"Choice {number}") for number in range(1, 6)}
    site = pages(assessed(files | {"0009-d.md": BROKEN}))
    lists = [path for path in site if path.startswith("register-")]
    assert lists == ["register-accepted.md", "register-accepted-2.md", "register-accepted-3.md", "register-broken.md"]
    assert len(_rows(site)) == 2
    assert "the newest 2; 4 more stand in the lists" in words(_parts(site)["roi-all"])
    for path in lists:
        assert f'href="../{path.removesuffix(".md")}/"' in _parts(site)["roi-lists"]
    reached = "".join(_parts(site, path)["roi-records"] for path in lists)
    assert sorted(re.findall(r'href="\.\./(\d+)-', reached)) == ["0001", "0002", "0003", "0004", "0005", "0009"]


def test_of_several_currencies_the_commonest_stands_in_the_head_and_others_with_their_amounts(appraised):
    dollars = CACHE.replace("owner: ana", "owner: ana\neconomics: {currency: USD}")
    html = words(_parts(pages(appraised({"0001-a.md": CACHE, "0002-b.md": dollars, "0003-c.md": CACHE})))["roi-all"])
    assert "NPV, EUR" in html
    assert "k USD" in html
    assert "k EUR" not in html
    assert "in EUR where no other currency stands beside them" in html
    assert "Amounts in different currencies are not compared" in html
    one = words(_parts(pages(appraised({"0002-b.md": CACHE})))["roi-all"])
    assert "different currencies" not in one


def test_a_record_takes_little_of_the_page(assessed):
    def size(count):
        files = {f"{number:04}-some-name.md": record(f"A choice of words {number}") for number in range(count)}
        return len(re.search(r"<template>(.*?)</template>", _parts(pages(assessed(files)))["roi-all"])[1])

    assert size(40) - size(20) < 20 * 250


def test_nothing_that_a_record_says_is_taken_for_markup(assessed):
    files = {f"{number:04}-{name}.md": text.decode() for number, (name, text) in enumerate(IN_FIELDS.items(), 2)}
    one = record("'</script><script>roi_hostile()</script>'", more="area: '<img src=x>'\nowner: '<b>'\n")
    site = pages(assessed(files | {"0001-a.md": one}))
    html = "".join(part for path in site if path.startswith("register") for part in _parts(site, path).values())
    assert "&lt;/script&gt;" in html
    assert made_markup(html) == []
