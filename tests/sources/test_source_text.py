"""Problems and faults become findings with the place and the line that a person looks for."""

import pytest

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.source_text import EXCERPT_LENGTH, SourceText
from roi_plugin.sources.yaml_text import read_yaml

YAML = """\
title: Cache
goal:
  problem: 'slow: very'
  decision-makers: [kim]
options:
  - id: a
    gain: 30k..60k per yaer
    from: 3
  - id: b
empty:
reasoning: |
  First line

  See [x](y.md) there
x-last: "two words"
x-long: {by: [a], value: 5 + b}
"""


def source(text: str = YAML, before: str = "", body: str | None = None) -> SourceText:
    read = read_yaml(text)
    assert read.faults == ()
    whole = before + text + (body or "")
    body_start = None if body is None else len(before + text)
    return SourceText(
        shown="d/1-a.yml", text=whole, data=read.data, spans=read.spans, yaml_start=len(before), body_start=body_start
    )


@pytest.mark.parametrize(
    ("field", "name", "offset", "place"),
    [
        (("title",), "risk/x", None, (1, 8, 13)),
        (("goal",), "risk/x", None, (2, 1, 5)),
        (("goal", "problem"), "risk/x", None, (3, 12, 24)),
        (("goal", "problem"), "risk/x", 6, (3, 19, 20)),
        (("goal", "deciders"), "risk/x", None, (4, 3, 18)),
        (("goal", "metric"), "schema/missing-key", None, (2, 1, 5)),
        (("options", 0, "gain"), "schema/quantity", 9, (7, 20, 21)),
        (("options", 0, "gain", "value"), "schema/quantity", None, (7, 11, 28)),
        (("options", 0, "from_"), "risk/x", None, (8, 11, 12)),
        (("options", 1), "risk/x", None, (9, 5, None)),
        (("options", 1, "cost"), "schema/missing-key", None, (9, 5, None)),
        (("options", 7), "risk/x", None, (5, 1, 8)),
        (("goal", 0, "problem"), "risk/x", None, (3, 12, 24)),
        (("goal", 0), "risk/x", None, (2, 1, 5)),
        (("goal", 1, "problem"), "risk/x", None, (2, 1, 5)),
        (("title", 0), "risk/x", None, (1, 8, 13)),
        (("title",), "schema/unknown-key", None, (1, 1, 6)),
        (("empty",), "schema/wrong-type", None, (10, 1, 6)),
        (("reasoning",), "risk/x", 12, (14, 3, 4)),
        (("reasoning",), "risk/x", 24, (14, 15, 16)),
        (("x-last",), "risk/x", 4, (15, 14, 15)),
        (("x-last",), "risk/x", 400, (15, 19, 20)),
        (("x-long",), "risk/x", 4, (16, 30, 31)),
        (("x-long",), "risk/x", None, (16, 1, 7)),
    ],
)
@pytest.mark.parametrize("lines_before", [0, 1])
def test_a_problem_stands_at_its_field(
    field: FieldPath, name: str, offset: int | None, place: tuple[int, int, int | None], lines_before: int
) -> None:
    finding = source(before="---\n" * lines_before).finding(Problem(field=field, name=name, message="m", offset=offset))
    line, column, end = place
    assert (finding.place.line - lines_before, finding.place.column, finding.place.end_column) == (line, column, end)


def test_a_field_missing_at_the_top_stands_at_the_beginning_of_the_file() -> None:
    finding = source(before="---\n").finding(Problem(field=("review_due",), name="risk/no-review-date", message="m"))
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (1, 1, None)
    assert (finding.field, finding.excerpt) == ("review_due", "---")


def test_the_reasoning_of_a_markdown_record_is_its_body() -> None:
    text = source("title: a\n", before="---\n", body="---\n\nNew and shiny.\n")
    text = SourceText(shown="x", text=text.text, data=text.data, spans=text.spans, yaml_start=4, body_start=17)
    whole = text.finding(Problem(field=("reasoning",), name="risk/x", message="m"))
    part = text.finding(Problem(field=("reasoning",), name="risk/x", message="m", offset=5))
    assert (whole.place.line, whole.place.column) == (5, 1)
    assert (part.place.line, part.place.column) == (5, 5)
    assert part.excerpt == "New and shiny."


def test_an_excerpt_is_cut_behind_the_fault_and_steers_no_screen() -> None:
    text = SourceText(shown="x", text="a\x1b[31m\u202eb" + "c" * 3_000)
    early, late, far = (
        text.fault_finding(Fault(start=start, end=start + 1, name="file/x", message="m")).excerpt
        for start in (1, 1_000, 2_500)
    )
    assert early is not None
    assert early.startswith("a\ufffd[31m\ufffdb")
    assert len(early) == EXCERPT_LENGTH
    assert late is not None
    assert len(late) == 1_000 + EXCERPT_LENGTH // 2
    assert far is None


def test_a_fault_behind_the_end_stands_at_the_end() -> None:
    place = SourceText(shown="x", text="a\nbc").fault_finding(Fault(start=99, end=100, name="x", message="m")).place
    assert (place.line, place.column, place.end_column) == (2, 3, None)
