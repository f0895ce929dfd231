"""The strip of facts on top of a record's page."""

import pytest

from roi_plugin.pages.site import pages
from tests.pages.words import words
from tests.pages.written_records import record


def _strip(assessed, more, status="accepted"):
    # Today is 2026-11-23.
    lead = str(pages(assessed({"0001-a.md": record("A", status, more=f"problem: Slow\n{more}")}))["0001-a.md"].lead)
    return words(lead.partition('<dl class="roi-strip">')[2])


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("review_due: 2027-01-01\n", "Review due 2027-01-01"),
        ("review_due: 2026-11-01\n", "Review due 2026-11-01 overdue"),
        ("review_due: 2026-11-01\nreviews: [{date: 2026-11-02, outcome: kept}]\n", "Reviewed 2026-11-02 kept"),
        ("review_due: 2026-11-20\n", "Review due 2026-11-20 not held yet"),
        ("review_due: 2026-11-01\nreviews: [{date: 2026-09-01, outcome: kept}]\n", "Reviewed 2026-09-01 kept"),
        ("reviews: [{date: 2027-11-02, outcome: kept}]\n", ""),
        ("deciders: [kim, lee]\nreversibility: one-way\n", "Decided by kim, lee Reversibility one-way"),
        ("expected_life: 24\n", "Expected life 24 months"),
        ("expected_life: 2 years\n", "Expected life 24 months"),
        ("", ""),
    ],
)
def test_only_what_the_record_says_is_shown(assessed, more, expected):
    assert _strip(assessed, more) == expected


def test_nobody_looks_again_at_what_is_over(assessed):
    assert _strip(assessed, "review_due: 2026-11-01\n", "deprecated") == ""


def test_a_review_leads_to_what_came_of_it(assessed):
    page = pages(assessed({"0001-a.md": record("A", more="reviews: [{date: 2026-11-02}]\n")}))["0001-a.md"]
    assert '<a href="#roi-reviews">2026-11-02</a>' in page.lead
