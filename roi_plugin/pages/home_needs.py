"""On the first page, what needs somebody: late reviews, errors, proposals that wait, waivers that ended."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import counted, text
from roi_plugin.model.decision import Status
from roi_plugin.model.finding import Severity
from roi_plugin.next_review import OVERDUE, is_overdue
from roi_plugin.pages.addresses import FLAGS, INDEX, RISKS, record_page, rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.broken_page import broken_title
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.register_address import register_href
from roi_plugin.pages.templates import render
from roi_plugin.pages.waived import waived

NEEDS = "roi-needs"
"""The anchor, on the first page, of what needs somebody."""
_MOST = 5


class _Row(Struct, frozen=True, kw_only=True):
    """A decision, or a file by its `name` that cannot be read; `who` is empty where nobody is named."""

    says: str
    who: str
    page: PageLink | None = None
    name: str = ""
    href: str = ""


class Need(Struct, frozen=True, kw_only=True):
    """What a kind of work asks for, its first few cases, and where all of them stand.

    `about` are the addresses of all decisions and files that it is about.
    """

    title: str
    number: int
    about: frozenset[str]
    rows: tuple[_Row, ...]
    href: str


def needs(book: Book) -> list[Need]:
    """The kinds of work that wait for somebody, the most pressing first; those without a case are left out."""
    href = book.addresses.href
    kinds: tuple[tuple[str, Sequence[_Row], str], ...] = (
        (text("Errors to mend"), list(_errors(book)), href(INDEX, RISKS)),
        (text("Reviews overdue"), list(_reviews(book)), href(INDEX, rule_page(OVERDUE.partition("/")[2]))),
        (text("Waivers that ended"), list(_waivers(book)), href(INDEX, RISKS)),
        (
            text("Proposals waiting for an answer"),
            list(_proposals(book)),
            register_href(INDEX, book, {"status": Status.PROPOSED.value}),
        ),
    )
    return [
        Need(
            title=title,
            number=len(rows),
            about=frozenset(row.page.href if row.page else row.name for row in rows),
            rows=tuple(rows[:_MOST]),
            href=there,
        )
        for title, rows, there in kinds
        if rows
    ]


def number_waiting(found: Sequence[Need]) -> int:
    """How many decisions and files need somebody: one that several kinds of work wait for counts once."""
    return len(frozenset().union(*(need.about for need in found)))


def needs_section(found: Sequence[Need]) -> Section:
    """Each kind of work with its first few cases."""
    html = render("home_needs.html", needs=found)
    return Section(anchor=NEEDS, title=text("Needs somebody"), html=html)


def _errors(book: Book) -> Iterator[_Row]:
    world = book.assessment
    records = {file.shown for file in (*world.broken, *(judged.file for judged in world.judged))}
    others = Counter(
        each.path for each in world.findings if each.severity is Severity.ERROR and each.path not in records
    )
    for path, number in sorted(others.items()):
        href = book.addresses.href(INDEX, RISKS)
        yield _Row(says=counted("%(num)s error", "%(num)s errors", number), who="", name=one_line(path), href=href)
    for file in world.broken:
        href = book.addresses.href(INDEX, record_page(file.path))
        yield _Row(says=text("cannot be read"), who="", name=one_line(broken_title(file)), href=href)
    for judged in book.by_number:
        number = sum(finding.severity is Severity.ERROR for finding in judged.findings)
        if number:
            yield _row(judged, counted("%(num)s error", "%(num)s errors", number), book, anchor=FLAGS)


def _reviews(book: Book) -> Iterator[_Row]:
    late = [one for one in book.by_number if is_overdue(one)]
    return _oldest_first(late, lambda one: (one.decision.review_due or one.decision.date).isoformat(), book)


def _proposals(book: Book) -> Iterator[_Row]:
    waiting = [one for one in book.by_number if one.decision.status is Status.PROPOSED]
    return _oldest_first(waiting, lambda one: one.decision.date.isoformat(), book)


def _oldest_first(found: Iterable[Judged], day: Callable[[Judged], str], book: Book) -> Iterator[_Row]:
    for judged in sorted(found, key=day):
        since = day(judged)
        is_past = since <= book.assessment.today.isoformat()
        yield _row(judged, text("since %(day)s", day=since) if is_past else text("dated %(day)s", day=since), book)


def _waivers(book: Book) -> Iterator[_Row]:
    for each in waived(book.by_number, INDEX, book):
        if each.state == "ended":
            says = text("%(rule)s, ended on %(day)s", rule=each.rule, day=each.until)
            yield _Row(says=says, who=each.by, page=each.page)


def _row(judged: Judged, says: str, book: Book, *, anchor: str = "") -> _Row:
    page = book.page_link(INDEX, judged)
    href = book.addresses.href(INDEX, record_page(judged.decision.path), anchor) if anchor else ""
    return _Row(says=says, who=one_line(judged.decision.owner or ""), page=page, href=href)
