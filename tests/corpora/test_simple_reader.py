"""What the simple reader sees in foreign records, and what it does not claim to see."""

import pytest

from tests.corpora.simple_reader import is_numbered, simple_state

NYGARD = "# 4. Cache it\n\nDate: 2026-01-05\n\n## Status\n\n{}\n\n## Context\n\nStatus: rejected was one idea.\n"
MADR = "# Cache it\n\n{}\n* Date: 2026-01-05\n\n## Context\n\n* Status: rejected is only a word here\n"
FRONT = "---\nslug: 4\nstatus: {}\ntags:\n- #cache\n---\n\n# Cache it\n\n## Context\n\nWords.\n"
HEADER = "# 4. Cache it\n\n{}\n\n## Context\n\n**Status**: Accepted is a state of an edition.\n"


@pytest.mark.parametrize(
    ("form", "written", "status"),
    [
        (NYGARD, "Accepted", "accepted"),
        (NYGARD, "Pending", "proposed"),
        (NYGARD, "_Proposed_", "proposed"),
        (NYGARD, "<!-- Accepted or rejected -->\nDraft", "draft"),
        (NYGARD, "![Superseded](https://example.org/badge/adr-superseded)", "superseded"),
        (NYGARD, " ![Accepted](https://example.org/badge)\n\nSupersedes [3. Queue](0003-queue.md)", "accepted"),
        (NYGARD, "Superceded by [16. Other](0016-other.md)", "superseded"),
        (NYGARD, "Superseded (as never built) by [ADR 32](/adr/32)", "superseded"),
        (NYGARD, "Partly superseded", "superseded"),
        (NYGARD, "Not accepted yet", None),
        (NYGARD, ":hammer:", None),
        (NYGARD.replace("## Status", "## Status\r"), "Accepted\r", "accepted"),
        (MADR, "* Status: accepted", "accepted"),
        (MADR, "- Status: [approved](https://example.org)", "accepted"),
        (MADR, "* Status: [proposed | accepted | rejected]", None),
        (MADR, "* Status: deprecated, no-longer-relevant", "deprecated"),
        (MADR, "* Deciders: kim", None),
        (FRONT, "Proposed", "proposed"),
        (FRONT, '"accepted"', "accepted"),
        (FRONT, "on hold", None),
        (HEADER, "**Status:** Accepted | **Date:** 2026-01-05", "accepted"),
        (HEADER, "| | |\n|---|---|\n| Status         | Approved   |", "accepted"),
        (HEADER, "Date: 2026-01-05", "accepted"),
        (HEADER, "Date: 2026-01-05\nSuperseded: 2026-03-01 by [ADR 9](0009-x.md)", "superseded"),
        (HEADER, "Date: 2026-XX-XX", None),
        (HEADER, "Deciders: kim", None),
    ],
)
def test_the_status_is_found_where_people_write_it(form: str, written: str, status: str | None) -> None:
    assert simple_state("0004-cache.md", form.format(written)).status == status


def test_a_section_says_more_than_the_front_matter() -> None:
    text = FRONT.format("Draft").replace("## Context", "## Status\n\nAccepted\n\n## Context")
    assert simple_state("0004-cache.md", text).status == "accepted"


def test_an_empty_section_takes_nothing_from_the_next_one() -> None:
    assert simple_state("0004-cache.md", "# Cache it\n\n## Status\n\n## Accepted risks\n\nNone.\n").status is None


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# 4. Cache it", "Cache it"),
        ("# 12: Cache it", "Cache it"),
        ("# ADR 001: Cache it", "Cache it"),
        ("# ADR-4 Cache it #", "Cache it"),
        ('---\ntitle: "Cache it"\n---\n', "Cache it"),
        ("Cache it", None),
    ],
)
def test_the_title_is_without_its_number(heading: str, title: str | None) -> None:
    assert simple_state("0004-cache.md", f"{heading}\n\nWords.\n").title == title


@pytest.mark.parametrize(
    "name",
    [
        "0004-cache.md",
        "00XX-cache.md",
        "000x-cache.md",
        "adr014-cache.md",
        "ODH-ADR-Operator-0001-cache.md",
        "2026-01-05_004-cache.md",
        "0002-use-pull-request-templates.md",
    ],
)
def test_a_record_has_a_number_in_its_name(name: str) -> None:
    assert is_numbered(name)


@pytest.mark.parametrize("name", ["0000-template.md", "0004-cache.png", "README.md", "top-10-reasons.md"])
def test_other_files_are_no_records(name: str) -> None:
    assert not is_numbered(name)
