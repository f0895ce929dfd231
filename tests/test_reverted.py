"""A decision that was reverted binds nobody, and lists, sums, report and pages agree on it."""

import csv
import io
import json
import re

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.cli import main
from roi_plugin.deepen import with_appraisals, with_past
from roi_plugin.pages.site import pages
from roi_plugin.today import today
from tests.pages.words import words
from tests.repositories import Repository, record

MONEY = {"problem": "It is slow", "options": "[{id: stay}, {id: cache, chosen: true, gain: 30k per year, cost: 10k}]"}


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """Two decisions with the same figures, of which one was delivered in March and reverted in July."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")  # 2026-11-25
    made = Repository(tmp_path)
    kept, undone = ({**MONEY, "title": title} for title in ("Kept", "Undone"))
    made.change({"0001-a.md": record(**kept), "0002-b.md": record(delivery="delivered", **undone)}, day="2026-03-01")
    made.change({"0002-b.md": record(delivery="reverted", **undone)}, day="2026-07-01")
    return made


def _said(capsys, *arguments):
    assert main([*arguments]) == 0
    return capsys.readouterr().out


def test_the_list_leaves_it_out_and_counts_it_in_no_sum(repository, capsys):
    told = json.loads(_said(capsys, "list", "--format", "json"))["decisions"]
    assert [(one["in_force"], one["binds"]) for one in told] == [(True, True), (True, False)]
    for day, ids in (("2026-06-01", ["0001-a", "0002-b"]), ("2026-08-01", ["0001-a"])):
        rows = csv.DictReader(io.StringIO(_said(capsys, "list", "--in-force", "--as-of", day, "--format", "csv")))
        assert [row["id"] for row in rows] == ids
    rows = csv.DictReader(io.StringIO(_said(capsys, "list", "--format", "csv")))
    assert [(row["in_force"], row["binds"]) for row in rows] == [("yes", "yes"), ("yes", "no")]
    assert json.loads(_said(capsys, "list", "--in-force", "--total", "--format", "json"))["total"][0]["count"] == 1


def test_a_report_counts_it_among_the_retired_from_the_quarter_in_which_it_was_reverted(repository, capsys):
    second, third = (_said(capsys, "report", f"2026-Q{quarter}") for quarter in (2, 3))
    assert "- 2 in force, 0 proposed, 0 retired." in second
    assert "2 decisions in force" in second
    assert "- 1 in force, 0 proposed, 1 retired." in third
    assert "1 decision in force" in third


def test_on_the_site_it_stands_among_the_retired_and_out_of_the_sum_of_the_day(repository):
    assessment = assess_folder(repository.records, today=today(), shown_from=repository.top)
    assessment = with_past(with_appraisals(assessment, repository.records), repository.records)
    site = pages(assessment)
    text = {
        name: words("".join(str(part.html) + str(part.working) for part in site[name].sections))
        for name in ("retired.md", "index.md", "as-of.md", "portfolio.md")
    }
    binding = words(next(str(part.html) for part in site["index.md"].sections if part.anchor == "roi-binding"))
    assert ("Kept" in binding, "Undone" in binding) == (True, False)
    assert "Undone" in text["retired.md"]
    assert "1 in force" in text["index.md"]
    assert "1 retired" in text["index.md"]
    days = json.loads(re.search(r"<template>(.*?)</template>", str(site["as-of.md"].sections[0].working))[1])["days"]
    before, after = (float(re.sub(r"[^0-9.]", "", day[1].partition("(")[0])) for day in days)
    assert after == pytest.approx(before / 2, rel=0.01)
    assert "it binds nobody now" in str(site["0002-b.md"].lead)
