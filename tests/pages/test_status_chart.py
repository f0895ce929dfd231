"""Statuses over time, as a picture and as a table."""

import datetime as dt
import re

import pytest

from roi_plugin.model.status_counts import StatusCounts
from roi_plugin.pages.status_chart import status_chart
from tests.pages.words import words


def _chart(*counts, start=dt.date(2026, 1, 31)):
    days = [start + dt.timedelta(days=30 * at) for at in range(len(counts))]
    return str(status_chart([StatusCounts(date=day, by_status=one) for day, one in zip(days, counts, strict=True)]))


def test_it_says_in_words_where_it_begins_and_ends_and_holds_no_link_or_script():
    text = _chart({"draft": 1}, {"accepted": 3, "draft": 1})
    assert '<svg role="img" aria-labelledby="roi-status-title roi-status-desc"' in text
    assert "On 2026-01-31: 1 draft. On 2026-03-02: 3 accepted, 1 draft.</desc>" in text
    assert not set(re.findall(r"<(\w+)", text)) & {"a", "script", "image", "foreignObject", "style"}


def test_the_counts_of_a_day_lead_to_its_decisions_and_none_leads_nowhere():
    counts = [StatusCounts(date=dt.date(2026, 1, 31), by_status={"accepted": 3, "draft": 1})]
    counts.append(StatusCounts(date=dt.date(2026, 2, 28), by_status={"accepted": 4}))
    text = str(status_chart(counts, as_of=lambda day: f"?as-of={day}"))
    links = [('<time datetime="2026-02-28">2026-02-28</time>', "2026-02-28"), ("4", "2026-02-28")]
    links += [('<time datetime="2026-01-31">2026-01-31</time>', "2026-01-31"), ("3", "2026-01-31"), ("1", "2026-01-31")]
    found = re.findall(r'<a href="\?as-of=([\d-]+)"[^>]*>(.*?)</a>', text)
    assert [(said, day) for day, said in found] == links


def test_columns_stand_on_each_other_and_no_status_is_told_by_colour_alone():
    text = _chart({"accepted": 2, "rejected": 2})
    bars = re.findall(
        r'roi-status--(\w+)" x="([\d.]+)%" y="([\d.]+)" width="[\d.]+%" height="([\d.]+)"( fill="url)?', text
    )
    assert [(name, y, height, bool(fill)) for name, _, y, height, fill in bars] == [
        ("accepted", "100.0", "100.0", False),
        ("rejected", "0.0", "100.0", True),
    ]
    assert set(re.findall(r"url\(#([\w-]+)\)", text)) <= set(re.findall(r'<pattern id="([\w-]+)"', text))


@pytest.mark.parametrize(
    ("most", "ticks"),
    [(1, "0 1"), (3, "0 1 2 3"), (7, "0 2 4 6 8"), (21, "0 10 20 30"), (61, "0 20 40 60 80"), (900, "0 500 1000")],
)
def test_the_lines_are_whole_decisions(most, ticks):
    found = re.findall(r'__tick" [^>]*text-anchor="end">(\d+)</text>', _chart({"accepted": most}))
    assert " ".join(found) == ticks


def test_a_few_columns_are_named_and_the_last_always():
    labels = re.findall(r'text-anchor="(\w+)">(\d{4}-\d\d)</text>', _chart(*[{"accepted": 1}] * 12))
    assert labels == [("middle", "2026-04"), ("middle", "2026-06"), ("middle", "2026-09"), ("end", "2026-12")]


def test_the_table_holds_the_same_numbers_the_newest_first():
    text = words(_chart({"draft": 1}, {"accepted": 3}).partition("<details")[2])
    assert text.endswith("Day accepted draft 2026-03-02 3 0 2026-01-31 0 1")


@pytest.mark.parametrize("counts", [(), ({},)])
def test_where_nothing_is_counted_nothing_is_drawn(counts):
    assert _chart(*counts) == ""
