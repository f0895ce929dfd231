"""The open errors of all files, file by file: what must be mended, where, and by whom."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from roi_plugin.language import text
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.pages.addresses import REGISTER, RISKS, finding_page, record_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.broken_page import broken_title
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.templates import render

_SHOWN, _FOLDED = 15, 200
"""So many files are shown at once, so many more stand folded below; the list of all decisions counts the rest."""


class _Error(Struct, frozen=True, kw_only=True):
    href: str
    name: str
    message: str


class _File(Struct, frozen=True, kw_only=True):
    """A file with errors: the decision that it holds, or its name with the address of its page, if it has one."""

    errors: tuple[_Error, ...]
    decision: PageLink | None = None
    owner: str = ""
    name: str = ""
    href: str = ""


def errors_section(anchor: str, book: Book) -> Section | None:
    """All errors: of what is no record (the policy), of records that cannot be read, of decisions by number."""
    files = [file for file in _files(book) if file.errors]
    if not files:
        return None
    html = render(
        "risk_errors.html",
        files=files[:_SHOWN],
        folded=files[_SHOWN : _SHOWN + _FOLDED],
        left_out=max(0, len(files) - _SHOWN - _FOLDED),
        all_decisions=book.addresses.href(RISKS, REGISTER),
    )
    return Section(
        anchor=anchor, title=text("Open errors (%(count)s)", count=sum(len(file.errors) for file in files)), html=html
    )


def _files(book: Book) -> Iterator[_File]:
    world = book.assessment
    records = {file.shown for file in (*world.broken, *(judged.file for judged in world.judged))}
    others = [finding for finding in world.findings if finding.path not in records]
    for path in dict.fromkeys(finding.path for finding in others):
        yield _File(errors=_errors((finding for finding in others if finding.path == path), book), name=path)
    for file in world.broken:
        href = book.addresses.href(RISKS, record_page(file.path))
        yield _File(errors=_errors(file.findings, book), name=broken_title(file), href=href)
    for judged in book.by_number:
        yield _File(
            errors=_errors(judged.findings, book),
            decision=book.page_link(RISKS, judged),
            owner=one_line(judged.decision.owner or ""),
        )


def _errors(findings: Iterable[Finding], book: Book) -> tuple[_Error, ...]:
    return tuple(
        _Error(href=book.addresses.href(RISKS, *finding_page(finding.name)), name=finding.name, message=finding.message)
        for finding in findings
        if finding.severity is Severity.ERROR
    )
