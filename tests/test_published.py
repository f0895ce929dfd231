"""A site for the public says nothing of what is withheld, in no file and in no form."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from roi_plugin.build import assess_folder
from roi_plugin.deepen import with_past
from roi_plugin.model.audience import Audience, is_withheld
from tests.repositories import Repository, record

TODAY = dt.date(2026, 11, 23)
WHISPER = "zqxwhisper"
"""Stands in every field of what is withheld, and nowhere else."""


def secret(status: str = "accepted", **fields: str) -> str:
    return (
        record(
            status=status,
            title=f"A {WHISPER} title",
            owner=WHISPER,
            area=WHISPER,
            tags=f"[{WHISPER}]",
            problem=WHISPER,
            id=f"{WHISPER}-id",
            options=f"[{{id: {WHISPER}, chosen: true, gain: 40k per year, cost: 10k..20k}}, {{id: do-nothing}}]",
            **fields,
        )
        + f"\n{WHISPER}\n"
    )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Records for all and withheld ones, linked both ways, now and in the past."""
    made = Repository(tmp_path)
    formerly = {
        "0004-opened.md": record(title=f"Once {WHISPER}", confidentiality="restricted"),
        "0006-removed.md": secret(confidentiality="confidential"),
        "0007-settled.md": record(status="draft", title=f"A draft {WHISPER}"),
    }
    made.change(formerly, day="2026-01-05")
    made.change(
        {
            "0001-open.md": record(title="An open decision", depends_on='["2"]', related='["0003"]'),
            "0002-draft.md": secret("draft"),
            "0003-closed.md": secret(confidentiality="internal", supersedes='["0005"]', depends_on='["0001"]'),
            "0004-opened.md": record(title="Open since March"),
            "0005-replaced.md": record(title="What a closed decision replaced"),
            "0006-removed.md": None,
            "0007-settled.md": record(title="Settled since March"),
            "0008-broken.md": secret(confidentiality="confidental"),
            "index.md": "# Home\n\nWritten.\n",
        },
        day="2026-03-05",
    )
    return made


def test_nothing_withheld_is_in_any_file_of_a_public_site(repository):
    site = _site(repository, "public")
    told = [path for path in site.rglob("*") if path.is_file() and WHISPER.encode() in path.read_bytes()]
    assert [str(path.relative_to(site)) for path in told] == []
    named = [path for path in site.rglob("*") if WHISPER in path.name or path.name.startswith(("0002", "0003", "0008"))]
    assert named == []
    assert (site / "0001-open/index.html").is_file()


def test_an_internal_site_shows_them_all(repository):
    site = _site(repository, "internal")
    assert WHISPER in (site / "0002-draft/index.html").read_text(encoding="utf-8")
    assert WHISPER in (site / "0003-closed/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["docs/decisions", "decisions"])
def test_a_picture_that_only_withheld_records_show_is_on_an_internal_site_alone(tmp_path, folder):
    made = Repository(tmp_path, records=folder)
    pictures = ("both.png", "secret.png")
    made.write("0001-open.md", record() + "\n![a](both.png)\n")
    made.write("0002-draft.md", record(status="draft") + "\n![a](both.png) ![b](secret.png)\n")
    (tmp_path / "docs").mkdir(exist_ok=True)
    for name in pictures:
        (made.records / name).write_bytes(b"picture")
    for audience, expected in (("internal", pictures), ("public", pictures[:1])):
        site = _site(made, audience, docs="docs", folder=folder)
        assert sorted(path.name for path in site.glob("decisions/*.png")) == list(expected)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plan.md", secret(confidentiality="internal")),
        ("20_plan.md", secret("draft")),
        ("0020-plan.markdown", secret(confidentiality="confidential")),
        ("plan.md", f"---\ntitle: [\nconfidentiality: {WHISPER}\n---\n\n{WHISPER}\n"),
        (f"{WHISPER}.md", f"# What only a draft leads to: {WHISPER}\n"),
    ],
)
def test_a_withheld_text_under_a_name_of_no_record_is_kept_from_the_public_too(tmp_path, name, text):
    made = Repository(tmp_path, records="docs/decisions")
    made.write("0001-open.md", record())
    made.write("0002-draft.md", record(status="draft") + f"\n[more]({WHISPER}.md) and [the list](index.md)\n")
    made.write("index.md", "# Written\n")
    made.write(name, text)
    site = _site(made, "public", docs="docs", folder="docs/decisions")
    told = [path for path in site.rglob("*") if path.is_file() and WHISPER.encode() in path.read_bytes()]
    assert [str(path.relative_to(site)) for path in told] == []
    stem = name.rpartition(".")[0]
    assert sorted(path.name for path in (site / "decisions").glob("*plan*")) == []
    assert stem not in (site / "decisions/findings/index.html").read_text(encoding="utf-8")
    assert "Written" in (site / "decisions/index.html").read_text(encoding="utf-8")


def test_a_shared_assumption_that_only_withheld_records_name_is_kept_from_the_public_too(tmp_path):
    made = Repository(tmp_path)
    rests = "[{{id: do, chosen: true, gain: {{assumption: {}}}, cost: 2k}}, {{id: do-nothing}}]"
    stated = "  - {{id: {}, statement: {}, value: 20k..40k per year}}\n"
    shared = [(f"{WHISPER}-price", WHISPER), ("price", "An hour is dear"), ("rate", "Nobody rests on it")]
    made.write("assumptions.yml", "assumptions:\n" + "".join(stated.format(*one) for one in shared))
    made.write("0001-open.md", record(options=rests.format("price")))
    made.write("0002-draft.md", record(status="draft", options=rests.format(f"{WHISPER}-price")))
    made.write("0003-broken.md", record(status="draft", options=rests.format(f"{WHISPER}-price"), delivery="nowhere"))
    assert sorted(_public(made).assumptions) == ["price", "rate"]
    site = _site(made, "public")
    told = [path for path in site.rglob("*") if path.is_file() and WHISPER.encode() in path.read_bytes()]
    assert [str(path.relative_to(site)) for path in told] == []


def test_a_page_among_the_records_with_a_status_of_the_themes_is_for_all(tmp_path):
    made = Repository(tmp_path, records="docs/decisions")
    made.write("0001-open.md", record())
    made.write("process.md", "---\ntitle: Process\nstatus: new\n---\n\nHow.\n")
    assert (_site(made, "public", docs="docs", folder="docs/decisions") / "decisions/process/index.html").is_file()


def test_advice_on_a_dead_link_does_not_name_what_is_withheld(tmp_path):
    made = Repository(tmp_path)
    made.write("0001-open.md", record() + "\n[a](0002-drift.md) [b](0003-opn.md)\n")
    made.write("0002-draft.md", record(status="draft"))
    made.write("0003-open.md", record(title="Another"))
    advice = [one.help for one in _public(made).findings if one.name == "link/dead-file"]
    assert [("0002" in one, "0003" in one) for one in advice] == [(False, False), (False, True)]


def test_links_to_what_is_withheld_are_neither_faults_nor_shown(repository):
    assessment = _public(repository)
    assert [finding for finding in assessment.findings if finding.name.startswith("link/")] == []
    links = next(one.links for one in assessment.judged if one.decision.path == "0001-open.md")
    assert (links.depends_on, links.related, links.dependents) == ((), (), ())


def test_a_decision_replaced_by_a_withheld_one_is_not_in_force(repository):
    replaced = next(one for one in _public(repository).judged if one.decision.path == "0005-replaced.md")
    assert not replaced.links.in_force
    assert replaced.links.successor_withheld
    assert replaced.links.superseded_by == ()


def test_a_record_begins_where_it_was_published(repository):
    assessment = _public(repository)
    history = assessment.history.of("0004-opened.md")
    assert history is not None
    assert [version.date.isoformat() for version in history.versions] == ["2026-03-05"]
    assert assessment.history.gone == ()


@pytest.mark.parametrize(
    "now",
    [
        {"0009-once.md": secret(confidentiality="confidential")},
        {"0009-once.md": secret("draft")},
        {"0009-once.md": "---\ntitle: [\nstatus: accepted\nconfidentiality: confidential\n---\n"},
        {"0009-once.md": None, "0010-moved.md": secret(confidentiality="confidential", aliases="[D-0009]")},
        {"0009-once.md": None, "0010-moved.md": record(title=f"Once {WHISPER} for all", status="draft")},
    ],
)
def test_of_what_is_withheld_now_nothing_is_told_that_was_public_once(tmp_path, now):
    made = Repository(tmp_path)
    once = {"0009-once.md": record(title=f"Once {WHISPER} for all", id=f"{WHISPER}-id"), "0001-open.md": record()}
    made.change(once, day="2026-01-05")
    for name, text in now.items():
        (made.records / name).unlink() if text is None else made.write(name, text)
    assessment = _public(made)
    history = assessment.history
    assert [*history.by_path] == ["0001-open.md"]
    assert history.gone == ()


def test_an_earlier_day_shows_neither_what_is_withheld_now_nor_what_was_withheld_later(tmp_path):
    made = Repository(tmp_path)
    names = ("0001-open.md", "0002-closed.md", "0003-there-and-back.md")
    made.change({name: record(title=name) for name in names}, day="2026-01-05")
    made.change({name: record(confidentiality="internal") for name in names[1:]}, day="2026-02-05")
    made.change({names[2]: record(title="Back again")}, day="2026-03-05")
    then = assess_folder(
        made.records,
        today=TODAY,
        shown_from=tmp_path,
        audience=Audience.PUBLIC,
        as_of=dt.date(2026, 1, 10),
    )
    assert [one.decision.path for one in then.judged] == ["0001-open.md"]


def test_days_of_the_past_count_no_withheld_record(repository):
    past = with_past(_public(repository), repository.records).past
    assert past is not None
    assert [day.date.isoformat() for day in past.days] == ["2026-03-05"]
    assert len(past.paths) == 4


@pytest.mark.parametrize(
    ("status", "confidentiality", "expected"),
    [
        ("accepted", None, False),
        ("accepted", "public", False),
        ("accepted", "internal", True),
        ("accepted", "confidential", True),
        ("accepted", "restricted", True),
        ("accepted", "confidental", True),
        ("proposed", None, False),
        ("draft", None, True),
        ("draft", "public", True),
        (None, None, True),
    ],
)
def test_drafts_and_all_that_is_not_for_everybody_are_withheld(status, confidentiality, expected):
    assert is_withheld(status, confidentiality) is expected


def _public(repository: Repository):
    return assess_folder(repository.records, today=TODAY, shown_from=repository.top, audience=Audience.PUBLIC)


def _site(repository: Repository, audience: str, *, docs: str = "decisions", folder: str = "decisions") -> Path:
    settings = (
        f"site_name: S\nsite_url: https://example.org/\ndocs_dir: {docs}\ntheme: {{name: material, font: false}}\n"
    )
    settings += f"plugins: [search, roi: {{audience: {audience}, decisions: {folder}}}]\n"
    (repository.top / "mkdocs.yml").write_text(settings, encoding="utf-8")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    done = subprocess.run(command, cwd=repository.top, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return repository.top / "site"
