import csv as csv_format
import datetime as dt

import pytest
from msgspec.structs import replace

from roi_plugin.model.finding import Severity
from roi_plugin.report.register_table import csv, table
from tests.report.appraised_records import appraised_folder, of

EXPECTED = """\
id           status    delivery   binds  date        owner        NPV      ROI  P(loss)  review due  flags  title
0042-ranker  accepted  delivered  yes    2026-03-02  kim    -102k EUR  -43.8 %        -  2026-09-01  1      Use 漢字
0051-keep    draft     -          no     2026-03-02  -              -        -        -  -           -      Keep it

2 of 2 decisions, as of 2026-10-01.
Not listed, for they have errors (`roi check` tells which): decisions/0007-bad.md.
"""


def test_the_table_has_one_line_a_decision_and_says_what_it_leaves_out(judged, finding, assessment):
    ranker = judged(
        owner="kim",
        title="Use 漢字",
        delivery="delivered",
        review_due=dt.date(2026, 9, 1),
        findings=(finding(name="risk/no-stop-rule", severity=Severity.WARNING), finding()),
    )
    keep = judged(id="0051-keep", path="0051-keep.md", title="Keep it", status="draft", in_force=False, options=())
    whole = assessment(ranker, keep, broken=("decisions/0007-bad.md",))
    assert table([ranker, keep], whole) == EXPECTED


def _not_listed(one, assessment, finding):
    shown = table([one], replace(assessment(one), findings=(finding,)))
    return shown.partition("`roi check` tells which): ")[2]


@pytest.mark.parametrize(("path", "name"), [("decisions/ADR-8-x.md", "file/skipped"), ("a/b.md", "file/symlink")])
def test_what_was_meant_as_a_record_and_is_none_is_told(judged, finding, assessment, path, name):
    fault = finding(path=path, name=name, severity=Severity.ERROR)
    assert _not_listed(judged(), assessment, fault) == f"{path}.\n"


@pytest.mark.parametrize(
    "fault",
    [
        {"path": "decisions/plan.md", "name": "file/skipped", "severity": Severity.WARNING},
        {"path": "decisions/policy.yml", "name": "file/yaml", "severity": Severity.ERROR},
        {"path": "decisions", "name": "file/no-records", "severity": Severity.ERROR},
        {"path": "decisions/0042-ranker.md", "name": "file/html-dropped", "severity": Severity.ERROR},
    ],
)
def test_what_is_listed_or_no_record_is_not_told_as_missing(judged, finding, assessment, fault):
    assert not _not_listed(judged(), assessment, finding(**fault))


def test_an_empty_table_says_so(judged, assessment):
    assert table([], assessment(judged())) == "0 of 1 decision, as of 2026-10-01.\n"


def test_the_csv_has_one_row_a_decision_with_plain_numbers(judged, assessment):
    one = judged(owner="kim", tags=("ml", "ranking"), review_due=dt.date(2026, 9, 1))
    assert csv([one], assessment(one)) == (
        '"id","number","title","status","delivery","in_force","binds","date","owner","area","tags","path",'
        '"supersedes","superseded_by","currency","npv_mean","roi_mean","loss_probability","review_due","flags"\n'
        '"0042-ranker","42","Adopt the new ranking model","accepted","","yes","yes","2026-03-02","kim","","ml ranking",'
        '"decisions/0042-ranker.md","","","EUR",-102124.02,-0.437694,"","2026-09-01",""\n'
    )


def test_the_chance_of_loss_stands_beside_the_return():
    # Source: roi-model G5, in closed form.
    found = appraised_folder()
    one = [of(found, "0007-cache-embeddings")]
    assert "24k EUR  +135 %   0.26 %  2026-08-03" in table(one, found)
    row = next(iter(csv_format.DictReader(csv(one, found).splitlines())))
    assert float(row["loss_probability"]) == pytest.approx(0.0026, abs=5e-5)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])  # noqa: RUF001 - on purpose
def test_text_that_a_spreadsheet_would_compute_is_marked_as_text(judged, assessment, start):
    one = judged(title=f"{start}cmd|'/c calc'!A1", owner=f"{start}1+1")
    rows = list(csv_format.DictReader(csv([one], assessment(one)).splitlines()))
    assert rows[0]["title"].startswith("'")
    assert rows[0]["owner"].startswith("'")


def test_nothing_in_a_record_breaks_a_row_or_steers_a_terminal(hostile_judged, assessment):
    whole = assessment(hostile_judged, broken=("bad\n::error::x\x1b[0m",))
    for shown in (csv([hostile_judged], whole), table([hostile_judged], whole)):
        assert all(char.isprintable() or char == "\n" for char in shown)
        assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert len(csv([hostile_judged], whole).splitlines()) == 2
    assert len(table([hostile_judged], whole).splitlines()) == 5
