"""The page of a date tells how the register stood on every day, and at the end of each quarter without a script."""

import datetime as dt
import json
import re
from html import unescape
from pathlib import Path

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_past
from roi_plugin.pages.assembled import headed
from roi_plugin.pages.page import Page
from roi_plugin.pages.site import pages
from tests.repositories import Repository, record

MONEY = {"problem": "Slow", "options": "[{id: stay}, {id: b, chosen: true, gain: 30k, cost: 10k}]"}
HOSTILE = "'</template><b>&x'"


def page(repository: Repository, today: str = "2026-11-23") -> Page:
    root = repository.records
    judged = assess_folder(root, today=dt.date.fromisoformat(today), shown_from=repository.top)
    found = pages(with_past(judged, root))["as-of.md"]
    assert isinstance(found, Page)
    return found


def parts(found: Page) -> dict[str, str]:
    return {section.anchor: headed(section, None) for section in found.sections}


def data(found: Page) -> dict:
    return json.loads(re.search(r"<template>(.*?)</template>", parts(found)["roi-any-day"], re.DOTALL)[1])


def rows(found: Page) -> list[list[str]]:
    body = parts(found)["roi-quarters"].partition("<tbody>")[2]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in body.split("<tr>")[1:]]
    return [[" ".join(unescape(re.sub("<[^>]+>", " ", cell)).split()) for cell in row] for row in cells]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Accepted, replaced and removed, over three quarters."""
    made = Repository(tmp_path)
    made.change({"0001-a.md": record(title="A", **MONEY), "0002-b.md": record(title="B")}, day="2026-01-10")
    made.change({"0003-c.md": record(title=HOSTILE, status="proposed", supersedes='["0001"]')}, day="2026-05-10")
    made.change({"0003-c.md": record(title=HOSTILE, supersedes='["0001"]'), "0002-b.md": None}, day="2026-08-10")
    return made


def test_each_day_tells_the_sum_and_what_began_to_stand_how(repository: Repository) -> None:
    found = data(page(repository))
    assert [day[::2] for day in found["days"]] == [
        ["2026-01-10", [[0, 0], [2, 0]]],
        ["2026-05-10", [[1, 1]]],
        ["2026-08-10", [[0, 3], [1, 0], [2, -1]]],
    ]
    assert [re.sub(r"[\d.]+k EUR", "n EUR", day[1]) for day in found["days"]] == [
        "n EUR (1 decision, 1 without a figure)",
        "n EUR (1 decision, 1 without a figure)",
        "no figure",
    ]
    assert found["records"] == [
        ["1", "A", "../0001-a/"],
        ["3", HOSTILE.strip("'"), "../0003-c/"],
        ["2", "B", ""],
    ]


def test_three_currencies_are_listed_and_a_single_day_is_no_span(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    priced = {code: MONEY | {"economics": f"{{currency: {code}}}"} for code in ("EUR", "JPY", "USD")}
    files = {f"000{at}-a.md": record(title="A", **fields) for at, fields in enumerate(priced.values(), 1)}
    made.change(files, day="2026-11-20")
    found = page(made)
    assert "all that git knows of changed on 2026-11-20." in str(found.lead)
    assert re.search(r"[^ ]+ EUR, [^ ]+ JPY and [^ ]+ USD \(3 decisions\)", rows(found)[0][2])


def test_quarters_are_told_without_a_script_newest_first(repository: Repository) -> None:
    found = [row[:4] + row[5:] for row in rows(page(repository))]
    assert found == [
        ["2026-11-23", "1", "0", "1", "In force then 3 </template><b>&x"],
        ["2026-09-30", "1", "0", "1", "In force then 3 </template><b>&x"],
        ["2026-06-30", "2", "1", "0", "In force then 1 A 2 B (removed since)"],
        ["2026-03-31", "2", "0", "0", "In force then 1 A 2 B (removed since)"],
    ]


def test_nothing_of_a_record_becomes_markup(repository: Repository) -> None:
    found = page(repository)
    html = str(found.lead) + "".join(parts(found).values())
    assert html.count("</template>") == 1
    assert "<b>" not in html


def test_what_comes_after_today_is_not_told(repository: Repository) -> None:
    found = page(repository, today="2026-06-01")
    assert [day[0] for day in data(found)["days"]] == ["2026-01-10", "2026-05-10"]


def test_a_shallow_clone_says_that_not_all_is_known(repository: Repository, tmp_path: Path) -> None:
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.top}", str(tmp_path / "clone"))
    found = page(Repository(tmp_path / "clone"))
    assert "shallow clone" in found.lead
    assert found.lead.count("the day on which its author made it") == 1
    assert "from 2026-08-10 on, where this clone begins: what stood then was there on or before" in found.lead
    assert [day[0] for day in data(found)["days"]] == ["2026-08-10"]


def test_without_git_the_page_says_why_it_is_empty(assessed) -> None:
    found = pages(assessed({"0001-a.md": record()}))["as-of.md"]
    assert isinstance(found, Page)
    assert "is not known" in found.lead
    assert "no git repository" in found.lead
    assert found.sections == ()
