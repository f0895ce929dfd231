"""What was forecast when a decision was accepted is told beside now: on its page, in `roi show`, in JSON."""

import datetime as dt
import json
from pathlib import Path

import pytest

from roi_plugin.assess import Judged
from roi_plugin.build import assess_folder
from roi_plugin.cli import main
from roi_plugin.deepen import with_acceptance, with_appraisals
from roi_plugin.model.policy import Policy
from roi_plugin.pages.explained import explained
from roi_plugin.pages.page import Section
from roi_plugin.pages.record_acceptance import acceptance_section
from tests.repositories import Repository, record

TODAY = dt.date(2026, 9, 10)
OPTIONS = "[{{id: stay}}, {{id: cache, chosen: true, gain: 30k..60k per year, cost: {cost}}}]"
HOSTILE = "'<img src=x onerror=alert(1)> [x](javascript:1)'"


def text(cost: str, **more: str) -> str:
    return record(problem="It is slow", options=OPTIONS.format(cost=cost), **more)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    made.change({"0001-a.md": text("12k..25k")}, day="2026-02-01")
    return made


def judged(repository: Repository) -> Judged:
    found = assess_folder(repository.records, today=TODAY, shown_from=repository.top)
    (one,) = with_acceptance(with_appraisals(found, repository.records), repository.records).judged
    return one


def section_of(one: Judged) -> Section | None:
    return acceptance_section(one, TODAY, explained(one, Policy()))


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["show", "1", "--today", TODAY.isoformat(), *arguments]) == 0
    return capsys.readouterr().out


def test_a_record_whose_forecast_stands_says_nothing(repository: Repository, capsys) -> None:
    repository.change({"0001-a.md": text("12000..25000", delivery="delivered")}, day="2026-05-01")
    one = judged(repository)
    assert one.accepted_as is None
    assert section_of(one) is None
    assert json.loads(shown(capsys, "--format", "json"))["at_acceptance"] is None
    assert "Forecast when accepted" not in shown(capsys)


def test_the_figures_of_then_stand_beside_those_of_now(repository: Repository, capsys) -> None:
    before = json.loads(shown(capsys, "--format", "json"))["options"][1]
    amendment = "[{date: 2026-05-01, field: options, why: The second region was forgotten}]"
    repository.change({"0001-a.md": text("20k..40k", amendments=amendment)}, day="2026-05-01")
    found = json.loads(shown(capsys, "--format", "json"))
    then = found["at_acceptance"]
    assert then["date"] == "2026-02-01"
    assert then["npv_mean"] == before["npv"]["mean"] > found["options"][1]["npv"]["mean"]
    assert then["changes"] == [
        {
            "key": "options[cache].cost",
            "then": "12k..25k",
            "now": "20k..40k",
            "amendment": {"date": "2026-05-01", "why": "The second region was forgotten"},
        }
    ]
    lines = shown(capsys).splitlines()
    at = lines.index("Forecast when accepted, on 2026-02-01, and now")
    assert lines[at + 1].strip().startswith("NPV ")
    section = section_of(judged(repository))
    assert section is not None
    assert 'id="roi-changed-since"' in section.html
    assert section.html.count('<a href="#roi-changed-since">') == 5
    assert lines[at + 2].split() == [
        *("options[cache].cost", "12k..25k", "->", "20k..40k"),
        *["2026-05-01:", "The", "second", "region", "was", "forgotten"],
    ]


def test_a_record_that_is_yaml_alone_has_its_figures_too(repository: Repository, capsys) -> None:
    plain = text("12k..25k").removeprefix("---\n").partition("\n---\n")[0]
    yaml = f"{plain}\nreasoning: |\n  Because it is slow.\n"
    repository.change({"0001-a.md": None, "0002-b.yml": yaml}, day="2026-04-01")
    repository.change({"0002-b.yml": yaml.replace("12k..25k", "20k..40k")}, day="2026-05-01")
    assert main(["show", "2", "--today", TODAY.isoformat(), "--format", "json"]) == 0
    then = json.loads(capsys.readouterr().out)["at_acceptance"]
    assert then["npv_mean"] > 0


def test_the_page_shows_both_and_what_no_amendment_tells(repository: Repository) -> None:
    repository.change({"0001-a.md": text("20k..40k")}, day="2026-05-01")
    section = section_of(judged(repository))
    assert section is not None
    for words in (
        "1 value of its forecast has changed since.",
        "Net present value",
        "12k..25k",
        "20k..40k",
        "<strong>no amendment</strong>",
    ):
        assert words in section.html


def test_of_an_amendment_that_does_not_count_it_is_said_why(repository: Repository, capsys) -> None:
    amendment = "[{date: 2026-05-01, field: 'options[cache].cost', to: '<b>9k', why: The second region}]"
    repository.change({"0001-a.md": text("20k..40k", amendments=amendment)}, day="2026-05-01")
    assert "`amendments[0]` does not count: it says `to: <b>9k`, and the record says `20k..40k`" in shown(capsys)
    section = section_of(judged(repository))
    assert section is not None
    assert "<strong>amendments[0] does not count: it says to: &lt;b&gt;9k, and the record" in section.html


def test_figures_that_are_the_same_are_not_told_twice(repository: Repository) -> None:
    changed = text("12k..25k").replace("It is slow", "Nobody can find it in the evening")
    repository.change({"0001-a.md": changed}, day="2026-05-01")
    section = section_of(judged(repository))
    assert section is not None
    assert "changed since, and no figure by it." in section.html
    assert "Net present value" not in section.html


def test_hostile_texts_are_shown_as_they_are(repository: Repository) -> None:
    repository.change({"0001-a.md": text("12k..25k").replace("It is slow", HOSTILE)}, day="2026-05-01")
    section = section_of(judged(repository))
    assert section is not None
    assert "<img" not in section.html
    assert "&lt;img src=x" in section.html


def test_an_accepted_text_that_is_no_record_by_now_leaves_the_values_alone(repository: Repository) -> None:
    repository.change({"0001-a.md": text("20k..40k", assumptions="[gone]")}, day="2026-05-01")
    one = judged(repository)
    assert one.past.moved
    assert section_of(one) is not None


def test_a_forecast_changed_on_a_way_back_through_a_proposal_is_found(repository: Repository) -> None:
    repository.change({"0001-a.md": text("12k..25k", status="proposed")}, day="2026-03-01")
    repository.change({"0001-a.md": text("2k..5k", status="proposed")}, day="2026-03-02")
    repository.change({"0001-a.md": text("2k..5k")}, day="2026-03-03")
    one = judged(repository)
    assert one.past.accepted == dt.date(2026, 2, 1)
    assert [(each.before, each.after) for each in one.past.moved] == [("12k..25k", "2k..5k")]
    assert "risk/forecast-edited-after-acceptance" in {finding.name for finding in one.findings}


def test_a_forecast_changed_while_the_status_is_set_back_is_found_at_once(repository: Repository) -> None:
    repository.change({"0001-a.md": text("2k..5k", status="proposed")}, day="2026-03-01")
    assert "risk/forecast-edited-after-acceptance" in {finding.name for finding in judged(repository).findings}


def assumption(value: str) -> str:
    return f"assumptions:\n  - {{id: price, statement: Power costs this much., value: {value}}}\n"


@pytest.fixture
def resting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    made.change({"0001-a.md": text("{assumption: price}"), "assumptions.yml": assumption("12k..25k")}, day="2026-03-01")
    return made


def test_a_shared_assumption_that_moved_the_forecast_is_told(resting: Repository, capsys) -> None:
    resting.change({"assumptions.yml": assumption("12000..25000")}, day="2026-04-01")
    assert judged(resting).past.assumed == ()
    resting.change({"assumptions.yml": assumption("40k..60k")}, day="2026-05-01")
    one = judged(resting)
    assert "risk/assumption-stale" in {finding.name for finding in one.findings}
    section = section_of(one)
    assert section is not None
    assert "a shared assumption, which changed on 2026-05-01" in section.html
    assert "12k..25k -> 40k..60k" in shown(capsys)
    told = json.loads(shown(capsys, "--format", "json"))["at_acceptance"]["assumptions"]
    assert told == [{"id": "price", "then": "12k..25k", "now": "40k..60k", "changed": "2026-05-01"}]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("12000..25000", []), ("1k..2k", [("the assumption price", "1k..2k")])],
    ids=["its value", "another value"],
)
def test_a_number_in_place_of_an_assumption_is_one_change_or_none(resting: Repository, number, expected) -> None:
    resting.change({"0001-a.md": text(number)}, day="2026-05-01")
    assert [(each.before, each.after) for each in judged(resting).past.moved] == expected


@pytest.mark.parametrize(("value", "expected"), [("12k..25k", []), ("1k", [("12k..25k", "the assumption price")])])
def test_an_assumption_in_place_of_a_number_is_one_change_or_none(repository: Repository, value, expected) -> None:
    repository.change(
        {"0001-a.md": text("{assumption: price}"), "assumptions.yml": assumption(value)}, day="2026-05-01"
    )
    assert [(each.before, each.after) for each in judged(repository).past.moved] == expected
