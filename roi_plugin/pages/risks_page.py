"""The risk page: what somebody must do first, then which rules flag most, and where."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from roi_plugin.language import counted, text
from roi_plugin.model.finding import Finding, Severity
from roi_plugin.pages.addresses import REGISTER, RISKS, RULES
from roi_plugin.pages.book import Book
from roi_plugin.pages.counts import Count, counts_strip
from roi_plugin.pages.heat_map import heat_map
from roi_plugin.pages.open_errors import errors_section
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.rule_rows import rule_row
from roi_plugin.pages.severity_here import SeverityHere
from roi_plugin.pages.templates import render
from roi_plugin.pages.waived import SOON_DAYS, Waived, waived
from roi_plugin.rules.rule import Rule
from roi_plugin.rules.runner import PREFIX

_ERRORS, _WAIVERS, _FREQUENT = "roi-errors", "roi-waivers", "roi-frequent"
_MOST = 10


def risks_page(book: Book) -> Page:
    """What is held against all decisions, and what is waived."""
    frequent = sorted(_flagging(book), key=lambda rule: -len(book.flagged_by[rule.name]))
    waivers = waived(book.by_number, RISKS, book)
    sections = (
        errors_section(_ERRORS, book),
        _waivers(waivers),
        _frequent(frequent, book),
        heat_map(frequent, book, "area", lambda judged: judged.decision.area),
        heat_map(frequent, book, "owner", lambda judged: judged.decision.owner),
    )
    counts = counts_strip(list(_counts(waivers, book)), text("Findings and waivers"))
    return Page(
        path=RISKS,
        shelf=Shelf.LIST,
        title=text("Risks"),
        description=text("What is held against the decisions on record: errors first, then where concerns gather."),
        lead=render("list_lead.html", title=text("Risks"), text=_sentence(book), below=counts),
        sections=tuple(section for section in sections if section),
        wide=True,
    )


def flagged_records(book: Book) -> int:
    """How many records something is held against, be it a question only; those that cannot be read among them."""
    return sum(bool(judged.findings) for judged in book.assessment.judged) + len(book.assessment.broken)


def _sentence(book: Book) -> str:
    world = book.assessment
    if not world.records:
        return text("No record is here yet, as of %(day)s.", day=world.today)
    if not any(_held(book)):
        return counted(
            "Nothing is held against %(num)s record, as of %(day)s.",
            "Nothing is held against %(num)s records, as of %(day)s.",
            world.records,
            day=world.today,
        )
    said = text(
        "%(flagged)s of %(all)s records flagged, as of %(day)s.",
        flagged=flagged_records(book),
        all=world.records,
        day=world.today,
    )
    if any(finding.severity is Severity.ERROR for finding in world.findings):
        return said
    return f"{said} {text('No error is open.')}"


def _held(book: Book) -> Iterator[Finding]:
    """What this page leads to: errors, and whatever is said of a decision; of files beside them the check tells."""
    findings = book.assessment.findings
    return (one for one in findings if one.severity is Severity.ERROR or one.decision is not None)


def _counts(waivers: Sequence[Waived], book: Book) -> Iterator[Count]:
    found = Counter(finding.severity.value for finding in _held(book))
    states = Counter(one.state for one in waivers)
    elsewhere = f"#{_FREQUENT}" if book.flagged_by else book.addresses.href(RISKS, REGISTER)
    for number, word, plural, href in (
        (found["error"], text("error"), text("errors"), f"#{_ERRORS}"),
        (found["warning"], text("warning"), text("warnings"), elsewhere),
        (found["info"], text("info"), text("info"), elsewhere),
        (states["ended"], text("waiver ended"), text("waivers ended"), f"#{_WAIVERS}"),
        (states["ends soon"], text("waiver ends soon"), text("waivers end soon"), f"#{_WAIVERS}"),
    ):
        if number:
            yield Count(number=number, words=word if number == 1 else plural, href=href)


def _waivers(waivers: Sequence[Waived]) -> Section | None:
    """Those that hold for long ask nothing of anybody now and stand folded."""
    if not waivers:
        return None
    now = [one for one in waivers if one.state != "holds"]
    later = [one for one in waivers if one.state == "holds"]
    html = render("waivers.html", rows=now, later=later, decisions=True, days=SOON_DAYS)
    return Section(anchor=_WAIVERS, title=text("Waivers (%(count)s)", count=len(waivers)), html=html)


def _flagging(book: Book) -> Iterator[Rule]:
    return (rule for rule in book.assessment.rules if rule.name in book.flagged_by)


def _frequent(frequent: Sequence[Rule], book: Book) -> Section | None:
    if not frequent:
        return None
    gravest = _gravest(finding for judged in book.by_number for finding in judged.findings)
    rows = [
        rule_row(rule, SeverityHere(value=gravest[PREFIX + rule.name].value), RISKS, book) for rule in frequent[:_MOST]
    ]
    more = {"left_out": len(frequent) - len(rows), "all_rules": book.addresses.href(RISKS, RULES)}
    html = render("rule_list.html", rows=rows) + render("risk_more.html", **more)
    return Section(anchor=_FREQUENT, title=text("Most frequent rules"), html=html)


def _gravest(findings: Iterable[Finding]) -> dict[str, Severity]:
    """The gravest severity that each name was found with: the policy may change it from one record to the next."""
    found: dict[str, Severity] = {}
    for finding in findings:
        if finding.name not in found or finding.severity.rank < found[finding.name].rank:
            found[finding.name] = finding.severity
    return found
