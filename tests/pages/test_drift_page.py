"""How forecasts moved, on the page of a decision and on the page of all."""

import re

import pytest

from roi_plugin.deepen import with_drift
from roi_plugin.pages.site import pages
from tests.pages.made_markup import made_markup
from tests.pages.words import words
from tests.pages.written_records import record
from tests.repositories import Repository


@pytest.fixture
def site(assessed, tmp_path):
    def build():
        return pages(with_drift(assessed({}), tmp_path / "decisions"))

    return build


def _due(title, day, more=""):
    return record(title, more=f"review_due: {day}\n{more}")


def _section(page, anchor):
    return next((str(one.html) for one in page.sections if one.anchor == anchor), None)


def test_the_page_counts_the_records_and_shows_the_worst_first(site, tmp_path):
    repository = Repository(tmp_path)
    days = ("2027-03-11", "2027-03-05", "2027-02-01", "2027-04-10", "2027-03-01")
    names = [f"000{number}-a.md" for number in range(1, 6)]
    repository.change({name: _due(f"A{name[3]}", "2027-03-01") for name in names}, day="2026-02-01")
    after = {name: _due(f"A{name[3]}", day, "area: x\n") for name, day in zip(names, days, strict=True)}
    repository.change(after, day="2026-05-01")
    found = site()
    lead = words(str(found["drift.md"].lead))
    assert "Of 5 decisions with a planned date or a cost, 3 (60 %) have one that moved later or became dearer." in lead
    told = words(_section(found["drift.md"], "roi-glance"))
    assert "Planned dates 5 3 later (60 %) 10 days later by 40 days 4 A4 1 earlier" in told
    assert "no share is told" not in told
    worst = words(_section(found["drift.md"], "roi-worst"))
    assert worst.index("later by 40 days") < worst.index("later by 10 days") < worst.index("later by 4 days")
    assert "earlier" not in worst
    assert "earlier by 28 days" in words(_section(found["drift.md"], "roi-moves"))
    chart = _section(found["drift.md"], "roi-sizes")
    assert chart.count("<circle") == 4
    assert "Planned dates: -28, 4, 10, 40." in chart
    own = words(_section(found["0001-a.md"], "roi-drift"))
    assert own.startswith("Since it was accepted (2026-02-01).")
    assert "2027-03-01 when accepted 2026-02-01 2027-03-11 since 2026-05-01 later by 10 days 1" in own
    assert _section(found["0005-a.md"], "roi-drift") is None


def test_each_count_leads_to_the_first_row_of_what_it_counts(site, tmp_path):
    repository = Repository(tmp_path)
    costs = {"0001-a.md": "10k", "0002-b.md": "20k", "0003-c.md": "30k"}
    due = {name: f"review_due: 2027-03-0{place}\n" for place, name in enumerate(costs, 1)}
    option = "options: [{id: x, chosen: true, cost: %s}]\n"
    repository.change(
        {name: record(name, more=due[name] + option % cost) for name, cost in costs.items()}, day="2026-02-01"
    )
    moved = {"0001-a.md": (due["0001-a.md"], "9k"), "0003-c.md": ("review_due: 2027-04-01\n", "40k")}
    after = {name: record(name, more=day + option % cost) for name, (day, cost) in moved.items()}
    repository.change(after, day="2026-05-01")
    page = site()["drift.md"]
    glance, moves = _section(page, "roi-glance"), _section(page, "roi-moves")
    led = re.findall(r'href="#(roi-moves-[^"]+)">(?:<strong>)?([^<]+)', glance)
    assert led == [
        ("roi-moves-date-later", "1 later"),
        ("roi-moves-cost-dearer", "1 dearer"),
        ("roi-moves-cost-cheaper", "1 cheaper"),
    ]
    rows = dict(re.findall(r'<tr id="([^"]+)">(.+)', moves))
    assert list(rows) == [anchor for anchor, _ in led]
    assert ["0003-c.md" in row for row in rows.values()] == [True, True, False]


def test_few_records_tell_no_share(site, tmp_path):
    repository = Repository(tmp_path)
    repository.change({"0001-a.md": _due("A", "2027-03-01")}, day="2026-02-01")
    repository.change({"0001-a.md": _due("A", "2027-03-02")}, day="2026-05-01")
    page = site()["drift.md"]
    lead = words(str(page.lead))
    assert "Of 1 decision with a planned date or a cost, 1 has one that moved later or became dearer." in lead
    told = words(_section(page, "roi-glance"))
    assert "Planned dates 1 1 later 1 day later by 1 day 1 A none earlier" in told
    assert "Below 5 decisions no share is told." in told


def test_each_value_says_since_when_it_is_followed(site, tmp_path):
    repository = Repository(tmp_path)
    proposed = record("A", "proposed", more="review_due: 2027-03-01\n")
    repository.change({"0001-a.md": proposed, "0002-b.md": record("B")}, day="2026-02-01")
    later = proposed.replace("2027-03-01", "2027-02-01")
    repository.change({"0001-a.md": later, "0002-b.md": _due("B", "2027-03-01")}, day="2026-03-01")
    repository.change({"0002-b.md": _due("B", "2027-04-01")}, day="2026-05-01")
    page = site()["drift.md"]
    assert "Of 2 decisions with a planned date or a cost, 1 has one" in words(str(page.lead))
    moves = _section(page, "roi-moves")
    assert "2027-03-01 when proposed 2026-02-01 2027-02-01 since 2026-03-01 earlier by 28 days" in words(moves)
    assert "2027-03-01 first stated 2026-03-01 2027-04-01 since 2026-05-01 later by 31 days" in words(moves)
    assert moves.count("<strong>") == 1


def test_without_a_move_the_page_says_so(site, tmp_path):
    repository = Repository(tmp_path)
    repository.change({"0001-a.md": _due("A", "2027-03-01")}, day="2026-02-01")
    page = site()["drift.md"]
    assert "none has moved later or become dearer" in words(str(page.lead))
    assert _section(page, "roi-moves") is None


def test_without_git_the_page_says_what_is_missing(assessed):
    page = pages(assessed({"0001-a.md": record("A")}))["drift.md"]
    assert "git init" in words(str(page.lead))
    assert "No proposed" not in words(str(page.lead))
    assert page.sections == ()


def test_hostile_values_stand_as_text(site, tmp_path):
    repository = Repository(tmp_path)
    bad = "<script>roi_hostile()</script>"
    repository.change({"0001-a.md": _due("A", f"'{bad}'")}, day="2026-02-01")
    repository.change({"0001-a.md": _due(bad, "2027-03-02")}, day="2026-05-01")
    found = site()
    for page, anchor in ((found["drift.md"], "roi-moves"), (found["0001-a.md"], "roi-drift")):
        html = _section(page, anchor)
        assert "&lt;script&gt;roi_hostile()" in html
        assert made_markup(html) == []
