"""A folder is read into records and findings: nothing is skipped silently, nothing stops the others."""

import os
from pathlib import Path

import pytest

from roi_plugin.model.finding import Finding, Problem, Severity
from roi_plugin.sources.record_files import Folder, read_folder

GOOD = "---\ntitle: Cache\nstatus: accepted\ndate: 2026-02-03\n---\n\nBecause.\n"
GOOD_YAML = "title: Cache\nstatus: accepted\ndate: 2026-02-03\nreasoning: |\n  Because.\n"


def folder(root: Path, files: dict[str, str]) -> Folder:
    for name, text in files.items():
        file = root / "decisions" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (root / "decisions").mkdir(exist_ok=True)
    return read_folder(root / "decisions", shown_from=root)


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.path}:{one.place.line}:{one.place.column} {one.name}" for one in findings]


def test_records_of_both_forms_are_read_in_any_subfolder_in_the_order_of_their_paths(tmp_path: Path) -> None:
    read = folder(
        tmp_path, {"0002-b.yml": GOOD_YAML, "team/deep/0003-c.md": GOOD, "0001-a.md": GOOD, "4-d.yaml": GOOD_YAML}
    )
    assert [record.path for record in read.records] == ["0001-a.md", "0002-b.yml", "4-d.yaml", "team/deep/0003-c.md"]
    assert [record.shown for record in read.records][3] == "decisions/team/deep/0003-c.md"
    assert [record.decision.reasoning.strip() for record in read.records if record.decision] == ["Because."] * 4
    assert [record.decision.number for record in read.records if record.decision] == ["1", "2", "4", "3"]
    assert read.findings == ()


def test_planted_faults_are_all_found_in_one_run_with_their_place(tmp_path: Path) -> None:
    read = folder(
        tmp_path,
        {
            "0001-a.md": GOOD.replace("accepted", "acepted").replace("Because.", "See [b](0002-c.md)."),
            "0002-b.yml": GOOD_YAML.replace("2026-02-03", "2023-14-05").replace("title", "titel"),
            "0003-c.md": "---\ntitle: a: b\n---\n",
            "0004-d.md": GOOD,
        },
    )
    assert told(tuple(one for record in read.records for one in record.findings)) == [
        "decisions/0001-a.md:3:9 schema/unknown-value",
        "decisions/0001-a.md:7:9 link/dead-file",
        "decisions/0002-b.yml:1:1 schema/missing-key",
        "decisions/0002-b.yml:1:1 schema/unknown-key",
        "decisions/0002-b.yml:3:7 schema/wrong-date",
        "decisions/0003-c.md:2:9 file/yaml",
    ]
    assert [one.help for one in read.records[0].findings] == ["did you mean `accepted`?", "did you mean `0003-c.md`?"]
    assert [record.decision is None for record in read.records] == [True, True, True, False]
    assert [record.data is None for record in read.records] == [True, True, True, False]


def test_a_dead_link_does_not_break_a_record(tmp_path: Path) -> None:
    (record,) = folder(tmp_path, {"0001-a.md": GOOD.replace("Because.", "[a](no.md)")}).records
    assert record.decision is not None
    assert [(one.name, one.decision, one.field) for one in record.findings] == [
        ("link/dead-file", "0001-a", "reasoning")
    ]


def test_a_body_that_cannot_be_rendered_breaks_a_record(tmp_path: Path) -> None:
    for name, text in {
        "0001-a.md": GOOD.replace("Because.", "[" * 5_000),
        "0001-a.yml": GOOD_YAML + "  " + "[" * 5_000,
    }.items():
        (record,) = folder(tmp_path / name, {name: text}).records
        assert record.decision is None
        assert "file/too-deep" in {one.name for one in record.findings}


def test_a_finding_in_a_block_of_yaml_stands_at_its_line(tmp_path: Path) -> None:
    (record,) = folder(tmp_path, {"0001-a.yml": GOOD_YAML + "\n  A [b](no.md) c\n"}).records
    assert told(record.findings) == ["decisions/0001-a.yml:7:9 link/dead-file"]
    assert record.findings[0].excerpt == "  A [b](no.md) c"


def test_links_between_the_two_forms_and_to_published_pages_hold(tmp_path: Path) -> None:
    files = {
        "0001-a.md": GOOD.replace("Because.", "[b](t/0002-b.md) [r](rules/no-baseline.md)"),
        "t/0002-b.yml": GOOD_YAML,
    }
    folder(tmp_path, files)
    read = read_folder(tmp_path / "decisions", shown_from=tmp_path, also_published={"rules/no-baseline.md"})
    assert [record.findings for record in read.records] == [(), ()]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("notes.md", "rename it like `0042-short-title.md`, or move it out of the folder"),
        ("0001_a.md", "rename it like `0042-short-title.md`, or move it out of the folder"),
        ("0001-a.MD", "rename it, with the ending in small letters"),
        ("0001-a.markdown", "rename it to end in `.md`"),
        ("policy.yaml", "rename it to `policy.yml`"),
        ("team/extra.yml", "rename it like `0042-short-title.md`, or move it out of the folder"),
    ],
)
def test_a_file_that_is_not_read_is_reported(tmp_path: Path, name: str, mend: str) -> None:
    read = folder(tmp_path, {"0001-ok.md": GOOD, name: GOOD})
    (finding,) = read.findings
    assert (finding.path, finding.name, finding.severity) == (f"decisions/{name}", "file/skipped", Severity.ERROR)
    assert finding.help == mend


@pytest.mark.parametrize(
    ("text", "alike", "other"),
    [
        ("title: Cache\n---\n", Severity.ERROR, Severity.INFO),
        ("title: Cache\nstatus: new\n---\n", Severity.ERROR, Severity.INFO),
        ("title: Cache\nstatus: deprecated\n---\n", Severity.ERROR, Severity.INFO),
        ("title: Cache\nstatus: deprecated\ndate: 2026-02-03\n---\n", Severity.ERROR, Severity.ERROR),
        ("title: Cache\ndate: 2026-02-03\n---\n", Severity.ERROR, Severity.INFO),
        ("status: accepted\nx: 1\n---\n", Severity.ERROR, Severity.ERROR),
        ("status : draft\nx: 1\n---\n", Severity.ERROR, Severity.ERROR),
        ("tags: [a]\n---\ntitle: Cache\n", Severity.WARNING, Severity.INFO),
        ("subtitle: Cache\n---\n", Severity.WARNING, Severity.INFO),
        ("confidentiality: internal\n---\n", Severity.WARNING, Severity.WARNING),
        ("# Notes\n\nstatus: open\n", Severity.WARNING, Severity.INFO),
    ],
)
def test_of_files_with_a_name_of_no_record_those_with_its_fields_are_errors(
    tmp_path: Path, text: str, alike: Severity, other: Severity
) -> None:
    read = folder(tmp_path, {"0001-ok.md": GOOD, "0002_notes.md": f"---\n{text}", "notes.md": f"---\n{text}"})
    found = {finding.path: (finding.name, finding.severity) for finding in read.findings}
    at = "decisions" if other is Severity.INFO else "decisions/notes.md"
    assert found == {"decisions/0002_notes.md": ("file/skipped", alike), at: ("file/skipped", other)}


def test_of_ordinary_pages_one_line_tells(tmp_path: Path) -> None:
    pages = {f"guide/{name}.md": f"---\ntitle: About {name}\n---\n" for name in "abcdefg"}
    (finding,) = folder(tmp_path, {"0001-ok.md": GOOD, "index.md": "# Home\n", "empty.md": "", **pages}).findings
    assert (finding.path, finding.severity) == ("decisions", Severity.INFO)
    assert finding.message == (
        "8 pages are not read as a record, for neither name nor front matter says so: "
        "`empty.md`, `guide/a.md`, `guide/b.md`, `guide/c.md`, `guide/d.md` and 3 more"
    )


SEVERAL = """\
---
title: Cache
status: acepted
date: 2026-02-03
superseded_by: 0099-nope
x-a: 1
optoins: []
options:
  - id: a
    chosen: maybe
    gain: 1..2
  - id: b
    gains: [{id: no, valeu: 3}, {id: c, value: 60k..30k per year}]
economics: {discount_rate: 1e400, horizon: 2 parsecs}
---

See [the plan](plan-of-old.md).
"""


def test_a_fault_hides_no_other_fault_of_its_record(tmp_path: Path) -> None:
    (record,) = folder(tmp_path, {"0001-a.md": SEVERAL}).records
    assert (record.decision, record.data) == (None, None)
    assert told(record.findings) == [
        "decisions/0001-a.md:3:9 schema/unknown-value",
        "decisions/0001-a.md:7:1 schema/unknown-key",
        "decisions/0001-a.md:10:13 schema/unknown-value",
        "decisions/0001-a.md:13:22 schema/unknown-key",
        "decisions/0001-a.md:13:48 schema/quantity",
        "decisions/0001-a.md:14:28 file/number-too-large",
        "decisions/0001-a.md:14:44 schema/quantity",
        "decisions/0001-a.md:17:16 link/dead-file",
    ]


def test_of_a_broken_record_only_what_is_well_formed_is_readable(tmp_path: Path) -> None:
    (record,) = folder(tmp_path, {"0001-a.md": SEVERAL}).records
    assert record.readable is not None
    assert [one.target for one in record.readable.superseded_by] == ["0099-nope"]
    assert [option.id for option in record.readable.options] == ["a", "b"]


def test_a_sound_record_and_an_unreadable_one_have_nothing_readable_apart(tmp_path: Path) -> None:
    read = folder(tmp_path, {"0001-a.md": GOOD, "0002-b.md": "---\na: b: c\n---\n"})
    assert [record.readable for record in read.records] == [None, None]


def test_a_body_too_deep_hides_no_quantity(tmp_path: Path) -> None:
    text = GOOD.replace("date:", "expected_life: soon\ndate:").replace("Because.", "[" * 500)
    (record,) = folder(tmp_path, {"0001-a.md": text}).records
    assert [one.name for one in record.findings] == ["schema/quantity", "file/too-deep"]


def test_raw_html_that_the_page_drops_is_a_warning_at_its_place(tmp_path: Path) -> None:
    (record,) = folder(tmp_path, {"0001-a.md": GOOD.replace("Because.", "Name it <title>.")}).records
    (finding,) = record.findings
    assert (finding.place.line, finding.place.column, finding.severity) == (7, 9, Severity.WARNING)
    assert finding.help == "put it in backticks, or write `&lt;title>`"
    assert record.decision is not None


def test_pages_and_settings_and_hidden_folders_are_no_records(tmp_path: Path) -> None:
    others = [
        "index.md",
        "README.md",
        "policy.yml",
        "assumptions.yml",
        "team/index.md",
        ".git/0009-x.md",
        ".0009-x.md",
        "a.png",
    ]
    written = {"0001-ok.md": GOOD} | dict.fromkeys(others, "x") | {"assumptions.yml": "assumptions: []"}
    read = folder(tmp_path, written)
    assert (len(read.records), read.findings) == (1, ())


def test_no_records_is_an_error(tmp_path: Path) -> None:
    read = folder(tmp_path, {"index.md": "x"})
    assert told(read.findings) == ["decisions:1:1 file/no-records"]
    assert read.findings[0].severity is Severity.ERROR


def test_a_symbolic_link_is_refused_and_not_followed(tmp_path: Path) -> None:
    folder(tmp_path, {"0001-ok.md": GOOD})
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "0002-b.md").write_text(GOOD)
    (tmp_path / "decisions" / "0003-c.md").symlink_to("/etc/hostname")
    (tmp_path / "decisions" / "linked").symlink_to(tmp_path / "secret")
    (tmp_path / "decisions" / "0004-loop.md").symlink_to("0004-loop.md")
    read = read_folder(tmp_path / "decisions", shown_from=tmp_path)
    assert [record.path for record in read.records] == ["0001-ok.md"]
    assert told(read.findings) == [
        "decisions/0003-c.md:1:1 file/symlink",
        "decisions/0004-loop.md:1:1 file/symlink",
        "decisions/linked:1:1 file/symlink",
    ]


def test_what_is_no_regular_file_cannot_hang_the_reading(tmp_path: Path) -> None:
    folder(tmp_path, {"0001-ok.md": GOOD})
    os.mkfifo(tmp_path / "decisions" / "0002-pipe.md")
    read = read_folder(tmp_path / "decisions", shown_from=tmp_path)
    assert told(read.findings) == ["decisions/0002-pipe.md:1:1 file/unreadable"]


@pytest.mark.parametrize(
    "name", ["0002-a\nb.md", "0002-\x1b[31m.md", "0002-<b>.md", "0002-\u202ea.md", "0002-a`b.md", b"0002-\xff.md"]
)
def test_a_name_that_cannot_be_published_is_refused(tmp_path: Path, name: str | bytes) -> None:
    folder(tmp_path, {"0001-ok.md": GOOD})
    (tmp_path / "decisions" / os.fsdecode(name)).write_text(GOOD)
    read = read_folder(tmp_path / "decisions", shown_from=tmp_path)
    (finding,) = read.findings
    assert finding.name == "file/bad-name"
    assert finding.path.isprintable()
    assert len(read.records) == 1


def test_folders_are_walked_to_a_bounded_depth(tmp_path: Path) -> None:
    read = folder(tmp_path, {"0001-ok.md": GOOD, "d/" * 40 + "0002-b.md": GOOD})
    assert [finding.name for finding in read.findings] == ["file/too-deep"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_the_right_to_read_is_a_finding(tmp_path: Path) -> None:
    folder(tmp_path, {"0001-ok.md": GOOD})
    (tmp_path / "decisions" / "0001-ok.md").chmod(0)
    (record,) = read_folder(tmp_path / "decisions", shown_from=tmp_path).records
    assert told(record.findings) == ["decisions/0001-ok.md:1:1 file/unreadable"]


def test_a_problem_of_a_later_stage_gets_its_place_and_the_decision(tmp_path: Path) -> None:
    (record,) = folder(tmp_path, {"0001-a.md": GOOD}).records
    finding = record.finding(Problem(field=("status",), name="link/no-successor", message="m"))
    assert (finding.path, finding.place.line, finding.place.column) == ("decisions/0001-a.md", 3, 9)
    assert (finding.decision, finding.field, finding.excerpt) == ("0001-a", "status", "status: accepted")


def test_paths_are_shown_from_where_the_tool_runs(tmp_path: Path) -> None:
    folder(tmp_path, {"0001-a.md": GOOD})
    inside = read_folder(tmp_path / "decisions", shown_from=tmp_path / "decisions")
    beside = read_folder(tmp_path / "decisions", shown_from=tmp_path / "elsewhere")
    assert [inside.records[0].shown, beside.records[0].shown] == ["0001-a.md", "../decisions/0001-a.md"]


SHARED = "assumptions:\n- {id: power, statement: Power costs what it cost, value: 20..30}\n"


def resting(fields: str) -> str:
    return GOOD.replace("date:", f"{fields}\ndate:")


def test_a_record_holds_the_values_of_the_assumptions_that_it_names(tmp_path: Path) -> None:
    cost = "{assumption: power, range: 10..20}"
    text = resting(f"options: [{{id: a, cost: {cost}}}]")
    read = folder(tmp_path, {"0001-a.md": text, "assumptions.yml": SHARED})
    (record,) = read.records
    assert (record.findings, read.findings, list(read.assumptions)) == ((), (), ["power"])
    assert record.decision is not None
    estimate = record.decision.options[0].cost
    assert estimate is not None
    assert (estimate.text, estimate.stated, estimate.assumption) == ("20..30", "10..20", "power")
    assert [(use.id, use.stated) for use in record.decision.assumptions] == [("power", "10..20")]
    assert record.data is not None
    assert record.data["options"] == [
        {"id": "a", "cost": {"assumption": "power", "value": "20..30", "shared": True, "stated": "10..20"}}
    ]


@pytest.mark.parametrize(
    ("fields", "found", "broken"),
    [
        ("assumptions: [power, powr]", "0001-a.md:4:22 link/unknown-assumption", False),
        ("goal: {ceiling: {value: 5, assumption: powr}}", "0001-a.md:4:40 link/unknown-assumption", False),
        ("goal: {ceiling: {assumption: powr}}", "0001-a.md:4:30 link/unknown-assumption", True),
        ('goal: {ceiling: {"\\x61ssumption": powr}}', "0001-a.md:4:35 link/unknown-assumption", True),
        ("goal: {ceiling: {assumption: power, value: a b}}", "0001-a.md:4:46 schema/quantity", True),
        ("goal: {ceiling: {assumption: power, value: 1, range: 1..2}}", "0001-a.md:4:44 schema/quantity", True),
        ("options: [{id: a, gains: [{id: g, p: {assumption: power}}]}]", "0001-a.md:4:35 schema/quantity", True),
        ("goal: {ceiling: {assumption: Power is dear}}", "0001-a.md:4:30 schema/wrong-form", True),
    ],
)
def test_what_is_wrong_with_an_assumption_is_found_at_its_place(
    tmp_path: Path, fields: str, found: str, *, broken: bool
) -> None:
    (record,) = folder(tmp_path, {"0001-a.md": resting(fields), "assumptions.yml": SHARED}).records
    assert told(record.findings) == [f"decisions/{found}"]
    assert (record.decision is None) == broken


def test_a_value_that_does_not_fit_its_field_is_told_with_its_assumption(tmp_path: Path) -> None:
    text = resting("options: [{id: a, gains: [{id: g, p: {assumption: power}}]}]")
    (record,) = folder(tmp_path, {"0001-a.md": text, "assumptions.yml": SHARED}).records
    assert [one.message for one in record.findings] == ["`20..30` (assumption `power`) is above 1: expected 1 or less"]


def test_a_broken_record_is_told_of_its_assumptions_at_their_places_too(tmp_path: Path) -> None:
    text = resting("status: draft\noptions: [{id: 5}, {id: a, cost: {assumption: powr}}]").replace(
        "status: accepted\n", ""
    )
    (record,) = folder(tmp_path, {"0001-a.md": text, "assumptions.yml": SHARED}).records
    assert told(record.findings) == [
        "decisions/0001-a.md:4:16 schema/wrong-type",
        "decisions/0001-a.md:4:47 link/unknown-assumption",
    ]


def test_a_broken_file_of_assumptions_is_a_finding_of_the_folder_and_breaks_only_who_needs_its_numbers(
    tmp_path: Path,
) -> None:
    written = {
        "0001-a.md": resting("assumptions: power"),
        "0002-b.md": resting("goal: {ceiling: {assumption: power, value: 5}}"),
        "0003-c.md": resting("goal: {ceiling: {assumption: power}}"),
        "assumptions.yml": "assumptions: [",
    }
    read = folder(tmp_path, written)
    assert told(read.findings) == ["decisions/assumptions.yml:1:15 file/yaml"]
    assert [told(record.findings) for record in read.records] == [[], [], ["decisions/0003-c.md:4:30 link/no-value"]]
