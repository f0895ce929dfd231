"""The register's rows: of each record what its table shows and what it can be chosen by."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.headline import Headline, headline
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.language import noted
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.next_review import next_review
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.broken_page import broken_title
from roi_plugin.pages.page import one_line
from roi_plugin.pages.standing import standing
from roi_plugin.rules.runner import PREFIX
from roi_plugin.sources.record_files import RecordFile

BROKEN = noted("broken")
"""The status of a record that could not be read as a decision."""
NOTHING = noted("none")
"""Stands among the flags of a record that has none, and is chosen, in an address, for a field without a value."""

_NO_FIGURES = Headline(npv=SingleFigure(), roi=SingleFigure(), loss=SingleFigure())


class RegisterRow(Struct, frozen=True, kw_only=True):
    """One record, in plain texts; dates are ISO, a text that the record does not have is empty.

    `flags` are the severities of its findings, `error` and `warning`, then the names of the rules behind them.
    """

    path: str
    number: str
    id: str = ""
    title: str
    status: str
    delivery: str = ""
    owner: str = ""
    area: str = ""
    tags: tuple[str, ...] = ()
    type: str = ""
    objectives: tuple[str, ...] = ()
    flags: tuple[str, ...]
    errors: int
    warnings: int
    date: str = ""
    review_due: str = ""
    currency: str = ""
    figures: Headline = _NO_FIGURES
    illustrative: bool = False


def register_rows(book: Book) -> tuple[RegisterRow, ...]:
    """All records, the newest decision first; those that could not be read come last, by path."""
    judged = sorted(book.by_number, key=lambda one: one.decision.date, reverse=True)
    return (*(_row(one, book.assessment.today) for one in judged), *map(_broken, book.assessment.broken))


def _row(judged: Judged, today: dt.date) -> RegisterRow:
    decision = judged.decision
    status = standing(judged)
    review = next_review(judged, today)
    delivery = decision.delivery.value if decision.delivery else ""
    return RegisterRow(
        path=record_page(decision.path),
        number=decision.number or "",
        id=one_line(decision.id),
        title=one_line(decision.title),
        status=status,
        delivery=delivery,
        owner=one_line(decision.owner or ""),
        area=one_line(decision.area or ""),
        tags=_texts(decision.tags),
        type=one_line(decision.type or ""),
        objectives=_texts([okr.objective for okr in decision.okr]),
        flags=_flags(judged.findings),
        errors=_count(judged.findings, Severity.ERROR),
        warnings=_count(judged.findings, Severity.WARNING),
        date=decision.date.isoformat(),
        review_due=review.day.isoformat() if review else "",
        currency=judged.returns.currency,
        figures=headline(decision, judged.returns, judged.figures),
        illustrative=decision.illustrative,
    )


def _broken(file: RecordFile) -> RegisterRow:
    return RegisterRow(
        path=record_page(file.path),
        number="",
        title=broken_title(file),
        status=BROKEN,
        flags=_flags(file.findings),
        errors=_count(file.findings, Severity.ERROR),
        warnings=_count(file.findings, Severity.WARNING),
    )


def _texts(written: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in map(one_line, written) if text))


def _flags(findings: Sequence[Finding]) -> tuple[str, ...]:
    grave = [finding for finding in findings if finding.severity is not Severity.INFO]
    severities = [one.value for one in (Severity.ERROR, Severity.WARNING) if _count(grave, one)]
    names = sorted({finding.name.removeprefix(PREFIX) for finding in grave})
    return (*severities, *names) or (NOTHING,)


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
