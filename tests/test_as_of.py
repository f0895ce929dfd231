"""The commands tell of the register as it stood on a day, judged as of that day."""

import datetime as dt
import json
from pathlib import Path

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.cli import main
from roi_plugin.deepen import with_past
from roi_plugin.model.replay import Standing
from tests.repositories import Repository, record

OPTIONS = "[{id: stay}, {id: cache, chosen: true, gain: 30k per year, cost: 10k}]"
DEARER = OPTIONS.replace("10k", "20k")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Proposed in January, accepted in February, made dearer in March and superseded in April under other terms."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    made = Repository(tmp_path)
    first = {"problem": "It is slow", "options": OPTIONS}
    made.change({"0001-a.md": record(status="proposed", **first), "policy.yml": "currency: USD\n"}, day="2026-01-10")
    made.change({"0001-a.md": record(**first)}, day="2026-02-10")
    made.change({"0001-a.md": record(**first | {"options": DEARER})}, day="2026-03-10")
    successor = record(title="Move on", problem="It is slow", supersedes='["0001"]')
    made.change({"0002-b.md": successor, "policy.yml": "currency: CHF\n"}, day="2026-04-10")
    return made


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert main([*arguments, "--format", "json"]) in {0, 1}
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("day", "register"),
    [
        ("2026-02-09", [("0001-a", "proposed", False, "USD")]),
        ("2026-02-10", [("0001-a", "accepted", True, "USD")]),
        ("2026-04-10", [("0001-a", "accepted", False, "CHF"), ("0002-b", "accepted", True, "CHF")]),
    ],
)
def test_a_list_is_that_of_then(repository: Repository, capsys, day: str, register: list) -> None:
    found = said(capsys, "list", "--as-of", day)
    assert found["as_of"] == day
    told = [(one["id"], one["status"], one["in_force"], one["currency"]) for one in found["decisions"]]
    assert told == register


def test_a_decision_is_shown_with_the_figures_of_then(repository: Repository, capsys) -> None:
    cheap, dear = (said(capsys, "show", "1", "--as-of", day) for day in ("2026-03-09", "2026-03-10"))
    costs = [next(option for option in one["options"] if option["id"] == "cache")["cost"] for one in (cheap, dear)]
    assert [cost["mean"] if isinstance(cost, dict) else cost for cost in costs] == [10_000, 20_000]


def test_a_check_is_as_of_then_unless_another_day_is_named(repository: Repository, capsys) -> None:
    repository.change({"0003-c.md": record(title="C", review_due="2026-05-20")}, day="2026-05-10")
    names = [
        {one["name"] for one in said(capsys, "check", "--as-of", "2026-05-10", *more)["findings"]}
        for more in ((), ("--today", "2026-09-01"))
    ]
    assert names[1] - names[0] == {"risk/review-overdue"}


def test_today_is_the_present_with_what_is_not_committed(repository: Repository, capsys, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")
    repository.write("0003-c.md", record(title="Not committed"))
    assert [one["id"] for one in said(capsys, "list", "--as-of", "2026-11-25")["decisions"]][-1] == "0003-c"


def test_of_a_day_to_come_nothing_is_known(repository: Repository, capsys) -> None:
    assert main(["list", "--as-of", "9999-12-31"]) == 2
    assert "9999-12-31 has not come on" in capsys.readouterr().err


def test_a_decision_that_was_not_there_yet_is_said_to_be_asked_of_that_day(repository: Repository, capsys) -> None:
    assert main(["show", "99", "--as-of", "2026-02-02"]) == 2
    assert capsys.readouterr().err.endswith("with --as-of, as they stood on 2026-02-02\n")


@pytest.mark.parametrize("command", [("show", "1"), ("list",), ("check",)])
@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2026-01-09", "roi: no record stood here on 2026-01-09: the first is of 2026-01-10\n"),
        ("soon", "roi: 'soon' is not a day: write --as-of as YYYY-MM-DD\n"),
    ],
)
def test_what_cannot_be_told_is_said_in_one_line(
    repository: Repository, capsys, command: tuple[str, ...], day: str, line: str
) -> None:
    assert main([*command, "--as-of", day]) == 2
    assert capsys.readouterr().err == line


def test_a_policy_is_previewed_on_the_present_alone(repository: Repository, capsys) -> None:
    assert main(["check", "--as-of", "2026-02-10", "--preview-policy", "decisions/policy.yml"]) == 2
    assert "leave --as-of out" in capsys.readouterr().err


def test_an_early_day_does_not_push_the_present_out_of_what_is_kept(repository: Repository, capsys) -> None:
    for number in range(10, 20):
        repository.write(f"00{number}-x.md", record(title=f"X{number}", area=f"A{number}"))
    main(["list"])
    cache = repository.top / ".cache" / "roi" / "weighed.json"
    kept = set(json.loads(cache.read_text()))
    main(["list", "--as-of", "2026-02-10"])
    capsys.readouterr()
    assert len(kept - set(json.loads(cache.read_text()))) <= 1


def test_the_site_and_the_commands_tell_the_same_of_each_day(repository: Repository) -> None:
    repository.git("mv", "decisions/0001-a.md", "decisions/0010-a.md")
    repository.change({"0002-b.md": None}, day="2026-05-10")
    repository.change({"0002-b.md": record(title="Back", supersedes='["0010"]', misspelt="yes")}, day="2026-06-10")
    repository.change({"0002-b.md": record(title="Back", supersedes='["0010"]')}, day="2026-07-10")
    root, top = repository.records, repository.top
    past = with_past(assess_folder(root, today=dt.date(2026, 11, 1), shown_from=top), root).past
    assert past is not None
    assert len(past.days) == 7
    for day in past.days:
        then = assess_folder(root, today=day.date, shown_from=top, as_of=day.date)
        in_force = sum(one.links.in_force for one in then.judged)
        assert day.counts.get(Standing.IN_FORCE, 0) == in_force
        assert sum(day.counts.values()) == then.records
        assert day.counts.get(Standing.UNREAD, 0) == len(then.broken)
