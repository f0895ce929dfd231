"""The reviews that are due as a calendar (iCalendar, RFC 5545), which rings on the day."""

import datetime as dt
from collections.abc import Callable, Iterator

from roi_plugin.assess import Assessment, Judged
from roi_plugin.next_review import NextReview, next_review
from roi_plugin.report.feed_entries import name_of, stable_id
from roi_plugin.report.terminal import safe

_FOLDED_AT = 75
"""Octets a line may hold."""


def review_calendar(assessment: Assessment, link: Callable[[str], str] | None = None) -> str:
    """One event of a whole day for each decision whose review was not held yet, in the order of the days.

    `link` gives the address of the page of a record.
    """
    due = [(found, one) for one in assessment.judged if (found := next_review(one, assessment.today)) is not None]
    due.sort(key=lambda pair: (pair[0].day, pair[1].decision.path))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mkdocs-roi//reviews//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", "X-WR-CALNAME:Decision reviews"]
    lines += [line for review, one in due for line in _event(review, one, assessment.today, link)]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(review: NextReview, judged: Judged, today: dt.date, link: Callable[[str], str] | None) -> Iterator[str]:
    decision, day = judged.decision, review.day
    late = f" (overdue since {day.isoformat()})" if review.is_overdue else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{stable_id('review', decision.id, day.isoformat()).removeprefix('urn:uuid:')}@mkdocs-roi"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_next(day):%Y%m%d}"
    yield f"SUMMARY:{_text(f'Review decision {name_of(judged)}{late}')}"
    said = [f"Owner: {decision.owner}" if decision.owner else "", f"Record: {judged.file.shown}"]
    yield f"DESCRIPTION:{_text(chr(10).join(part for part in said if part))}"
    if link is not None:
        yield f"URL:{link(decision.path)}"
    yield "TRANSP:TRANSPARENT"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Review a decision", "TRIGGER:PT9H", "END:VALARM")
    yield "END:VEVENT"


def _next(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(days=1)


def _text(text: str) -> str:
    r"""A value of type TEXT: separators and line breaks as RFC 5545 3.3.11 escapes them, the rest as `\x1b`."""
    lines = (safe(line) for line in text.split("\n"))
    escaped = (line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)
    return "\\n".join(escaped)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no character cut in two (RFC 5545 3.1)."""
    if len(line) <= _FOLDED_AT and line.isascii():
        return line
    pieces = [""]
    size = 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > _FOLDED_AT:
            pieces.append("")
            # The space that joins the pieces counts too.
            size = 1
        pieces[-1] += char
        size += width
    return "\r\n ".join(pieces)
