"""A page for every risk rule, and the list of them."""

from collections.abc import Iterator

from roi_plugin.pages.addresses import RULES, rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import Page, Section, Shelf
from roi_plugin.pages.templates import render
from roi_plugin.rules.rule import Rule
from roi_plugin.sources.rule_examples import rule_example

_LEVELS = ("every decision", "decisions of middle or high stakes", "decisions of high stakes")


def rule_pages(book: Book) -> Iterator[Page]:
    """The list of rules by theme, and the rules' own pages."""
    flagged = _flagged(book)
    yield _list(book, flagged)
    for rule in book.assessment.rules:
        yield _page(rule, flagged.get(rule.name, ()), book)


def _list(book: Book, flagged: dict[str, tuple[str, ...]]) -> Page:
    themes: dict[str, list[tuple[Rule, str, int]]] = {}
    for rule in book.assessment.rules:
        row = (rule, book.addresses.href(RULES, rule_page(rule.name)), len(flagged.get(rule.name, ())))
        themes.setdefault(rule.theme, []).append(row)
    return Page(
        path=RULES,
        shelf=Shelf.LIST,
        title="Risk rules",
        description="The questions that are asked of every decision, and why.",
        lead=render(
            "list_lead.html",
            title="Risk rules",
            text="Each rule asks one question of a decision and is named after the fault it finds. "
            "Small decisions that are easy to undo are asked less than large ones.",
        ),
        sections=tuple(
            Section(anchor=f"roi-theme-{theme}", title=theme.capitalize(), html=render("rule_list.html", rows=rows))
            for theme, rows in themes.items()
        ),
    )


def _page(rule: Rule, ids: tuple[str, ...], book: Book) -> Page:
    here = rule_page(rule.name)
    parts = (("Why", rule.why), ("What it reads", rule.reads), ("How to answer", rule.answer))
    sections = [
        Section(anchor=f"roi-{title.split()[0].lower()}", title=title, html=render("rule_part.html", text=text))
        for title, text in parts
        if text
    ]
    sections += _examples(rule)
    links = [book.page_link(here, book.by_id[found]) for found in ids]
    sections.append(_flagged_now(links))
    return Page(
        path=here,
        shelf=Shelf.RULE,
        title=rule.title,
        description=rule.asks,
        lead=render(
            "rule_lead.html",
            name=rule.name,
            title=rule.title,
            asks=rule.asks,
            severity=rule.severity.value,
            level=_LEVELS[rule.level],
            origin=rule.origin,
        ),
        sections=tuple(sections),
    )


_EXAMPLES = (
    ("assumptions.yml", "Assumptions of the examples"),
    ("flagged.md", "Example that is flagged"),
    ("clean.md", "Example that passes"),
)


def _examples(rule: Rule) -> Iterator[Section]:
    for file, title in _EXAMPLES:
        example = rule_example(rule.name, file)
        if example is not None:
            lines = [(line, number in example.flagged) for number, line in enumerate(example.text.split("\n"), 1)]
            html = render("rule_example.html", lines=lines)
            yield Section(anchor=f"roi-{file.partition('.')[0]}", title=title, html=html)


def _flagged_now(links: list[PageLink]) -> Section:
    html = render("flagged_now.html", links=links)
    return Section(anchor="roi-flagged-now", title="Flagged now", html=html)


def _flagged(book: Book) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for judged in book.by_number:
        for finding in judged.findings:
            family, _, name = finding.name.partition("/")
            if family == "risk":
                found.setdefault(name, {})[judged.decision.id] = None
    return {name: tuple(ids) for name, ids in found.items()}
