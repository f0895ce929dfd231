"""The register over time, from real repositories and without one."""

import datetime as dt
import re

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.pages.site import pages
from tests.hostile import IN_FIELDS
from tests.pages.words import words
from tests.pages.written_records import record
from tests.repositories import Repository

TODAY = dt.date(2026, 11, 23)
PAGE = "over-time.md"
LINES = """options:
  - id: do-nothing
  - id: cache
    chosen: true
    gains: [{id: saved, value: 30k..60k per year}]
    costs: [{id: licence, money: 10k..20k}, {id: move, money: 1k..2k}]
"""


def _page(folder, today=TODAY):
    return pages(assess_folder(folder, today=today, shown_from=folder))[PAGE]


def _sections(page):
    return {section.anchor: str(section.html) for section in page.sections}


def _written(date, more=""):
    return record("A choice", more=more).replace("2026-02-03", date)


@pytest.fixture
def repository(tmp_path):
    return Repository(tmp_path)


@pytest.fixture
def told(repository):
    """The page of a repository with a proposal, a chain, and a decision that ran and was taken back."""
    old, new = record("Old <b>one</b>", more=LINES), record("New one", more=f"supersedes: '0001'\n{LINES}")
    ran = record("Ran once", more="delivery: delivered\n" + LINES)
    proposal = record("Wait for it", "proposed")
    repository.change({"0001-old.md": old, "0003-ran.md": ran}, day="2025-01-10")
    repository.change({"0004-wait.md": proposal}, day="2026-06-01")
    reviews = "reviews: [{date: 2026-05-02, actuals: {licence: 15k}}]\n"
    repository.change(
        {
            "0001-old.md": record("Old <b>one</b>", "superseded", LINES + reviews),
            "0002-new.md": new,
            "0003-ran.md": ran.replace("delivery: delivered", "delivery: reverted"),
        },
        day="2026-07-10",
    )
    return _page(repository.records)


def test_the_counts_by_month_are_those_of_git(told):
    table = words(_sections(told)["roi-statuses"].partition("<details")[2])
    assert "Day accepted proposed superseded reverted 2026-11-23 1 1 1 1 2026-10-31 1 1 1 1" in table
    assert "2026-07-31 1 1 1 1 2026-06-30 2 1 0 0 2026-05-31 2 0 0 0" in table
    assert table.endswith("2025-01-31 2 0 0 0")


def test_a_chain_goes_from_the_oldest_with_its_account_and_invents_nothing(told):
    text = words(_sections(told)["roi-chains"]).partition(" Each chain")[0]
    assert re.fullmatch(
        r"In EUR Decision Expected NPV Expected cost Spent Recovered "
        r"1 Old <b>one</b> superseded 2025-01-10 to 2026-02-03 25.8k 15.9k 15k 1 of 2 lines not known "
        r"2 New one accepted since 2026-02-03 25.8k 15.9k not known not known "
        r"Together they followed each other 31.\dk not known not known",
        text,
    )


def test_what_is_stuck_or_was_taken_back_is_listed_with_its_rule(told):
    text = words(_sections(told)["roi-stuck"])
    assert "Short-lived 1 Old <b>one</b> :" not in text
    assert "4 Wait for it : it has been proposed since 2026-06-01, 175 days ago" in text
    assert "Accepted and not delivered None. Open findings of the rule accepted-not-delivered" in text
    assert (
        "3 Ran once : delivered on 2025-01-10 and reverted on 2026-07-10, after 18 months, and no review says" in text
    )
    assert 'href="../rules/proposed-too-long/"' in _sections(told)["roi-stuck"]
    assert 'href="../0004-wait/"' in _sections(told)["roi-stuck"]


def test_half_of_them_are_over_after_a_time_that_the_living_lengthen(repository):
    files = {f"000{number}-a.md": _written(f"202{number}-11-23") for number in range(1, 6)}
    repository.change(files, day="2025-11-23")
    repository.change(
        {name: files[name].replace("accepted", "deprecated") for name in list(files)[3:]}, day="2026-11-23"
    )
    text = words(_sections(_page(repository.records))["roi-lives"])
    assert "All decisions 5 2 longer than any was watched" in text
    repository.change({"0003-a.md": files["0003-a.md"].replace("accepted", "deprecated")}, day="2026-11-23")
    html = _sections(_page(repository.records))["roi-lives"]
    assert "All decisions 5 3 36 months" in words(html)
    assert re.findall(r'<a class="roi-led" href="([^"]+)">(\d)</a>', html)[:2] == [
        ("../register/", "5"),
        ("../retired/", "3"),
    ]


def test_an_area_with_few_decisions_tells_nothing_yet_and_invented_ones_are_left_out(repository):
    files = {f"000{number}-a.md": record("A", more=f"area: {area}\n") for number, area in enumerate(["a", "a", "b"])}
    repository.change(files | {"0009-a.md": record("A", more="area: c\nillustrative: true\n")}, day="2026-02-03")
    text = words(_sections(_page(repository.records))["roi-lives"])
    assert "All decisions 3 0 too few to tell a 2 0 too few to tell b 1 0 too few to tell" in text
    assert "Left out: 1 with invented numbers." in text


def test_without_git_it_says_what_is_missing_and_tells_what_the_records_do(assessed):
    reviewed = "reviews: [{date: 2026-03-03, outcome: reverted}]\ndelivery: reverted\n"
    files = {"0001-a.md": record("A", more=reviewed), "0002-b.md": record("B", "proposed")}
    page = pages(assessed(files))[PAGE]
    lead, sections = words(str(page.lead)), _sections(page)
    assert "git" in lead
    assert "Until then there are no counts by month" in lead
    assert "roi-statuses" not in sections
    assert "1 A : reverted by the review of 2026-03-03" in words(sections["roi-stuck"])
    assert "2 B : it has been proposed since 2026-02-03, 293 days ago" in words(sections["roi-stuck"])


def test_a_shallow_clone_counts_from_where_it_begins(repository, tmp_path):
    repository.change({"0001-a.md": record("A")}, day="2026-03-03")
    repository.change({"0002-b.md": record("B")}, day="2026-10-03")
    repository.git("clone", "--quiet", "--depth=1", repository.top.as_uri(), str(tmp_path / "shallow"))
    page = _page(tmp_path / "shallow" / "decisions")
    assert "git fetch --unshallow" in str(page.lead)
    table = words(_sections(page)["roi-statuses"].partition("<details")[2])
    assert table.endswith("Day accepted 2026-11-23 2 2026-10-31 2")


def test_an_empty_register_has_a_page_without_lists(repository):
    page = _page(repository.records)
    assert page.sections == ()


def test_nothing_that_a_record_says_is_taken_for_html(repository):
    files = {f"{number:04}-{name}.md": text.decode() for number, (name, text) in enumerate(IN_FIELDS.items(), 2)}
    newer = record("'<script>roi_hostile()</script>'", more="area: '<img src=x>'\nsupersedes: '0002'\n")
    repository.change(
        {name: text for name, text in files.items() if "\x1b" not in text} | {"0001-new.md": newer}, day="2026-01-01"
    )
    page = _page(repository.records)
    html = str(page.lead) + "".join(_sections(page).values())
    assert "&lt;script&gt;roi_hostile()&lt;/script&gt;" in html
    assert not re.search('<script|<img|javascript:[^<]*"|<[^>]*\\son\\w+=', html)
