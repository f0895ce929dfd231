"""How forecasts moved, on the page of a decision and on the page of all."""

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
    assert "Of 5 decisions with planned dates, 3 moved one later (60 %), by 10 days in the middle; 1 earlier." in lead
    worst = words(_section(found["drift.md"], "roi-worst"))
    assert worst.index("later by 40 days") < worst.index("later by 10 days") < worst.index("later by 4 days")
    assert "earlier" not in worst
    assert "earlier by 28 days" in words(_section(found["drift.md"], "roi-moves"))
    chart = _section(found["drift.md"], "roi-sizes")
    assert chart.count("<circle") == 4
    assert "Planned dates: -28, 4, 10, 40." in chart
    own = words(_section(found["0001-a.md"], "roi-drift"))
    assert own.startswith("Since it was accepted (2026-02-01).")
    assert "later by 10 days" in own
    assert _section(found["0005-a.md"], "roi-drift") is None


def test_few_records_tell_no_share(site, tmp_path):
    repository = Repository(tmp_path)
    repository.change({"0001-a.md": _due("A", "2027-03-01")}, day="2026-02-01")
    repository.change({"0001-a.md": _due("A", "2027-03-02")}, day="2026-05-01")
    lead = words(str(site()["drift.md"].lead))
    assert "Of 1 decision with planned dates, 1 moved one later, by 1 day in the middle; none earlier." in lead
    assert "Too few to tell a share." in lead


def test_without_git_the_page_says_what_is_missing(assessed):
    page = pages(assessed({"0001-a.md": record("A")}))["drift.md"]
    assert "git init" in words(str(page.lead))
    assert "No decision was" not in words(str(page.lead))
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
