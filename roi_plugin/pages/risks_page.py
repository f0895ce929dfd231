"""The risk page: errors first, then where the concerns gather, which rules raise most, and which waivers end."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from roi_plugin.assess import Judged
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.pages.addresses import RISKS, RULES, finding_page, rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import Page, Section, Shelf, one_line
from roi_plugin.pages.templates import render
from roi_plugin.rules.rule import Rule
from roi_plugin.rules.runner import PREFIX

SOON_DAYS = 90
"""A waiver that ends within this time is said to end soon."""

_MOST_RULES, _MOST_COLUMNS, _SHADES = 20, 10, 4
_OTHERS = "Others"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Error:
    page: PageLink
    href: str
    name: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heat:
    count: int
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    href: str
    name: str
    title: str
    severity: str
    count: int
    cells: tuple[_Heat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waived:
    page: PageLink
    href: str | None
    rule: str
    reason: str
    by: str
    until: str
    state: str


def risks_page(book: Book) -> Page:
    """What the rules hold against all decisions, and what is waived."""
    flagged = [(judged, finding) for judged in book.by_number for finding in judged.findings]
    concerns = [(judged, finding) for judged, finding in flagged if finding.name.startswith(PREFIX)]
    sections = (
        _errors(flagged, book),
        _most(concerns, book),
        _heat(concerns, book, "area", lambda judged: judged.decision.area),
        _heat(concerns, book, "owner", lambda judged: judged.decision.owner),
        _waivers(book),
    )
    return Page(
        path=RISKS,
        shelf=Shelf.LIST,
        title="Risks",
        description="What the rules hold against the decisions on record: errors first, then where concerns gather.",
        lead=render("list_lead.html", title="Risks", text=_sentence(flagged, book)),
        sections=tuple(section for section in sections if section),
    )


def _sentence(flagged: Sequence[tuple[Judged, Finding]], book: Book) -> str:
    everything = len(book.by_number)
    if not flagged:
        return f"No concern about any of the {everything} decisions on record."
    counts = Counter(finding.severity for _, finding in flagged)
    words = ", ".join(
        f"{counts[severity]} {word if counts[severity] == 1 else plural}"
        for severity, word, plural in (
            (Severity.ERROR, "error", "errors"),
            (Severity.WARNING, "warning", "warnings"),
            (Severity.INFO, "hint", "hints"),
        )
        if counts[severity]
    )
    records = len({judged.decision.path for judged, _ in flagged})
    return f"{words} about {records} of {everything} decisions, as of {book.assessment.today.isoformat()}."


def _errors(flagged: Sequence[tuple[Judged, Finding]], book: Book) -> Section:
    rows = [
        _Error(
            page=book.page_link(RISKS, judged),
            href=book.addresses.href(RISKS, *finding_page(finding.name)),
            name=finding.name,
            message=finding.message,
        )
        for judged, finding in flagged
        if finding.severity is Severity.ERROR
    ]
    return Section(anchor="roi-errors", title="Open errors", html=render("risk_errors.html", rows=rows))


def _most(concerns: Sequence[tuple[Judged, Finding]], book: Book) -> Section | None:
    rows = [_row(rule, count, book) for rule, count in _frequent(concerns, book)]
    if not rows:
        return None
    html = render("risk_rules.html", rows=rows, all_rules=book.addresses.href(RISKS, RULES))
    return Section(anchor="roi-frequent", title="Most frequent rules", html=html)


def _heat(
    concerns: Sequence[tuple[Judged, Finding]], book: Book, what: str, column_of: Callable[[Judged], str | None]
) -> Section | None:
    """How many decisions of each column each rule flags; nothing where all stand in one column."""
    pairs = {(finding.name, judged.decision.path): judged for judged, finding in concerns}
    named = {path: one_line(column_of(judged) or "") or f"Without {what}" for (_, path), judged in pairs.items()}
    columns = [name for name, _ in Counter(named[path] for _, path in pairs).most_common()]
    if len(columns) < 2:  # noqa: PLR2004 - one column would repeat the counts above
        return None
    shown = sorted(columns[:_MOST_COLUMNS], key=str.casefold)
    counts = Counter((name, _column(named[path], shown)) for name, path in pairs)
    heads = [*shown, _OTHERS] if len(columns) > _MOST_COLUMNS else shown
    rows = [
        _row(rule, count, book, _shaded([counts[PREFIX + rule.name, head] for head in heads], counts))
        for rule, count in _frequent(concerns, book)[:_MOST_RULES]
    ]
    html = render(
        "risk_heat.html", heads=heads, rows=rows, what=what, left_out=len(_frequent(concerns, book)) - len(rows)
    )
    return Section(anchor=f"roi-by-{what}", title=f"By {what}", html=html)


def _column(name: str, shown: Sequence[str]) -> str:
    return name if name in shown else _OTHERS


def _shaded(counts: Sequence[int], everything: Mapping[tuple[str, str], int]) -> tuple[_Heat, ...]:
    most = max(_SHADES, *everything.values())
    return tuple(_Heat(count=count, shade=-(-count * _SHADES // most)) for count in counts)


def _frequent(concerns: Sequence[tuple[Judged, Finding]], book: Book) -> list[tuple[Rule, int]]:
    """The rules that flag something with the number of decisions, the most frequent first."""
    counts = Counter(name for name, _ in {(finding.name, judged.decision.path) for judged, finding in concerns})
    found = [(rule, counts[PREFIX + rule.name]) for rule in book.assessment.rules if counts[PREFIX + rule.name]]
    return sorted(found, key=lambda pair: -pair[1])


def _row(rule: Rule, count: int, book: Book, cells: tuple[_Heat, ...] = ()) -> _Row:
    return _Row(
        href=book.addresses.href(RISKS, rule_page(rule.name)),
        name=rule.name,
        title=rule.title,
        severity=rule.severity.value,
        count=count,
        cells=cells,
    )


def _waivers(book: Book) -> Section:
    rows = sorted(_waived(book), key=lambda row: (row.until, row.page.number, row.rule))
    html = render("risk_waivers.html", rows=rows, days=SOON_DAYS)
    return Section(anchor="roi-waivers", title="Waivers", html=html)


def _waived(book: Book) -> Iterator[_Waived]:
    known = {rule.name for rule in book.assessment.rules}
    for judged in book.by_number:
        for waiver in judged.decision.waivers:
            rule = waiver.rule.removeprefix(PREFIX)
            yield _Waived(
                page=book.page_link(RISKS, judged),
                href=book.addresses.href(RISKS, rule_page(rule)) if rule in known else None,
                rule=rule,
                reason=waiver.reason,
                by=waiver.by,
                until=waiver.until.isoformat(),
                state=waiver_state(waiver.until, book.assessment.today),
            )


def waiver_state(until: dt.date, today: dt.date) -> str:
    """`ended`, `ends soon` or `holds`; a waiver's last day counts."""
    if until < today:
        return "ended"
    return "ends soon" if (until - today).days <= SOON_DAYS else "holds"
