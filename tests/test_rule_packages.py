"""Rules that other packages bring are asked like ours, and tell where they come from."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RULE = '''"""No ticket.

Asks:    Which ticket does the decision belong to?
Why:     Our own auditors ask for it.
Reads:   `x-ticket`.
Answer:  Write `x-ticket: ABC-1`.
"""

from roi_plugin.model.finding import Severity
from roi_plugin.rules.rule import OPEN, Concern, Rule


def check(decision, context):
    if "x-ticket" not in decision.local:
        yield Concern(field=("x-ticket",), message="no ticket is named")


RULE = Rule(
    name="no-ticket", severity=Severity.ERROR, level=0, asked_of=OPEN, mend="name one", check=check, page=__doc__
)
'''
RECORD = "---\ntitle: A\nstatus: proposed\ndate: 2026-01-01\n{more}---\n"


@pytest.fixture
def roi(tmp_path):
    """Runs `roi` with a package installed that offers the module `house_rules`."""

    def run(*arguments, rules=RULE, offered="house_rules:RULE", more=""):
        (tmp_path / "house_rules.py").write_text(rules, encoding="utf-8")
        info = tmp_path / "house_rules-1.0.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[roi.rules]\nhouse = {offered}\n", encoding="utf-8")
        records = tmp_path / "decisions"
        records.mkdir(exist_ok=True)
        (records / "0001-a.md").write_text(RECORD.format(more=more), encoding="utf-8")
        path = f"{tmp_path}:{Path(__file__).parents[1]}"
        return subprocess.run(
            [sys.executable, "-m", "roi_plugin", *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": path, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_its_concerns_stand_among_ours(roi):
    found = json.loads(roi("check", "--format", "json").stdout)["findings"]
    assert "risk/no-ticket" in [finding["name"] for finding in found]
    found = json.loads(roi("check", "--format", "json", more="x-ticket: ABC-1\n").stdout)["findings"]
    assert "risk/no-ticket" not in [finding["name"] for finding in found]


def test_it_is_listed_and_explained_with_its_package(roi):
    assert "No ticket (from house-rules)" in roi("explain").stdout
    assert "the package house-rules" in roi("explain", "no-ticket").stdout


def test_without_a_page_it_is_known_by_its_name_in_words(roi):
    rules = RULE.replace("page=__doc__", "page=None")
    assert "No ticket (from house-rules)" in roi("explain", rules=rules).stdout
    assert roi("explain", "no-ticket", rules=rules).stdout.startswith("risk/no-ticket: No ticket\n\nFrom:")


def test_it_can_be_waived_and_set_off_by_the_policy(roi, tmp_path):
    (tmp_path / "decisions").mkdir()
    (tmp_path / "decisions" / "policy.yml").write_text("rules: {no-ticket: off}\n", encoding="utf-8")
    done = roi("check", "--format", "json")
    assert [finding["name"] for finding in json.loads(done.stdout)["findings"] if "ticket" in finding["name"]] == []


@pytest.mark.parametrize(
    ("rules", "offered", "said"),
    [
        (RULE, "house_rules:MISSING", "the rules of house-rules (entry point `house = house_rules:MISSING`) cannot be"),
        (RULE, "house_rules:check", "expected `roi_plugin.rules.rule.Rule`"),
        (RULE.replace("no-ticket", "no-baseline"), "house_rules:RULE", "house-rules offers a rule `no-baseline`"),
        (
            RULE.replace("yield Concern", "yield 1 / 0; Concern"),
            "house_rules:RULE",
            "the rule `no-ticket` of the package",
        ),
        (
            RULE.replace("Severity.ERROR", "'error'"),
            "house_rules:RULE",
            "house-rules offers a rule 'no-ticket' that cannot be asked: its severity is 'error'",
        ),
        (
            RULE.replace('"no ticket is named"', "None"),
            "house_rules:RULE",
            "failed on 0001-a.md (the message of its concern is None: expected a sentence)",
        ),
        (
            RULE.replace("yield Concern", 'raise ValueError("a\\nb"); yield Concern'),
            "house_rules:RULE",
            "ValueError: a b",
        ),
    ],
)
def test_a_package_at_fault_ends_in_one_line(roi, rules, offered, said):
    done = roi("check", rules=rules, offered=offered)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
