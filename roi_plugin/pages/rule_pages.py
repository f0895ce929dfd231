"""A page for every risk rule, and the list of them."""

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.language import noted, sentence, text
from roi_plugin.model.policy import OFF, Judging
from roi_plugin.pages.addresses import FLAGGED_NOW, RULES, rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.late import Draft, Parts
from roi_plugin.pages.page import BEHIND_DECISIONS, Page, Section, Shelf, one_line
from roi_plugin.pages.rule_rows import RuleRow, rule_row
from roi_plugin.pages.severity_here import SeverityHere, severity_here
from roi_plugin.pages.templates import render
from roi_plugin.rules.rule import Rule
from roi_plugin.sources.rule_examples import BEFORE, rule_example

_STAKES = (
    noted("asked of %(whom)s, whatever is at stake"),
    noted("asked of %(whom)s of middle or high stakes"),
    noted("asked of %(whom)s of high stakes"),
)


class _Flagged(Struct, frozen=True, kw_only=True):
    page: PageLink
    area: str
    owner: str


def rules_page(book: Book) -> Page:
    """The list of rules by theme."""
    judging = book.assessment.policy.judging
    themes: dict[str, list[RuleRow]] = {}
    for rule in book.assessment.rules:
        themes.setdefault(rule.theme, []).append(rule_row(rule, severity_here(rule, judging), RULES, book))
    count, flagging = len(book.assessment.rules), len(book.flagged_by)
    return Page(
        path=RULES,
        shelf=Shelf.LIST,
        search_boost=BEHIND_DECISIONS,
        title=text("Risk rules"),
        description=text("The questions that are asked of every decision, and why."),
        lead=render(
            "list_lead.html",
            title=text("Risk rules"),
            text=text(
                "%(count)s rules; %(flagging)s of them flag something now. "
                "Each asks one question of a decision and is named after the fault it finds. "
                "Small decisions that are easy to undo are asked less than large ones.",
                count=count,
                flagging=flagging,
            ),
        ),
        sections=tuple(
            Section(
                anchor=f"roi-theme-{theme}",
                title=f"{sentence(theme.capitalize())} ({len(rows)})",
                html=render("rule_list.html", rows=rows),
            )
            for theme, rows in themes.items()
        ),
    )


def rule_pages(book: Book) -> Iterator[Draft]:
    """The rules' own pages."""
    for rule in book.assessment.rules:
        flagged = tuple(_flagged(rule, book))
        head = Page(
            path=rule_page(rule.name),
            shelf=Shelf.RULE,
            search_boost=BEHIND_DECISIONS,
            title=rule.title,
            description=rule.asks,
            lead=Markup(),
        )
        yield Draft(head=head, causes=flagged, parts=partial(_parts, rule, flagged, book.assessment.policy.judging))


def _flagged(rule: Rule, book: Book) -> Iterator[_Flagged]:
    here = rule_page(rule.name)
    for judged in book.flagged_by.get(rule.name, ()):
        yield _Flagged(
            page=book.page_link(here, judged),
            area=one_line(judged.decision.area or ""),
            owner=one_line(judged.decision.owner or ""),
        )


def _parts(rule: Rule, flagged: Sequence[_Flagged], judging: Judging) -> Parts:
    severity = severity_here(rule, judging)
    prose = (
        ("why", text("Why"), rule.why),
        ("what", text("What it reads"), rule.reads),
        ("how", text("How to answer"), rule.answer),
    )
    sections = [
        Section(anchor=f"roi-{name}", title=title, html=render("rule_part.html", text=said))
        for name, title, said in prose
        if said
    ]
    lead = render(
        "rule_lead.html",
        name=rule.name,
        title=rule.title,
        asks=rule.asks,
        severity=severity.value,
        notes=[*severity.changes, *filter(None, [severity.older]), sentence(_STAKES[rule.level]) % {"whom": rule.whom}],
        origin=rule.origin,
        flags=len(flagged),
        there=f"#{FLAGGED_NOW}",
    )
    return Parts(lead=lead, sections=(*sections, *_examples(rule), _flagged_now(flagged, severity)))


_EXAMPLES = (
    ("assumptions.yml", "roi-assumptions", noted("Assumptions of the examples")),
    ("before/0031-needed.md", "roi-needed-before", noted("What the examples depend on, as it was")),
    ("0031-needed.md", "roi-needed", noted("What the examples depend on now")),
    (BEFORE, "roi-before", noted("As it was accepted")),
    ("flagged.md", "roi-flagged", noted("Example that is flagged")),
    ("clean.md", "roi-clean", noted("Example that passes")),
)
"""The files of an example, each with the anchor and the title of its section."""


def _examples(rule: Rule) -> Iterator[Section]:
    found = {file: rule_example(rule.name, file) for file, _, _ in _EXAMPLES}
    flagged = found["flagged.md"]
    for file, anchor, title in _EXAMPLES:
        example = found[file]
        if example is None or (file == BEFORE and flagged is not None and example.text == flagged.text):
            continue
        lines = [(line, number in example.flagged) for number, line in enumerate(example.text.split("\n"), 1)]
        html = render("rule_example.html", lines=lines, title=sentence(title))
        yield Section(anchor=anchor, title=sentence(title), html=Markup(), working=html)


def _flagged_now(flagged: Sequence[_Flagged], severity: SeverityHere) -> Section:
    html = render("flagged_now.html", rows=flagged, off=severity.value == OFF)
    title = text("Flagged now (%(count)s)", count=len(flagged))
    return Section(anchor=FLAGGED_NOW, title=title, html=Markup(), working=html)
