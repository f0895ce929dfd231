"""Rules as a list shows them: what each asks, how grave it is, and how many decisions it flags."""

from msgspec import Struct

from roi_plugin.pages.addresses import FLAGGED_NOW, rule_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.severity_here import SeverityHere
from roi_plugin.rules.rule import Rule


class RuleRow(Struct, frozen=True, kw_only=True):
    """One rule; `flags` counts decisions, and `flagged` leads to the list of them."""

    href: str
    flagged: str
    title: str
    name: str
    asks: str
    severity: SeverityHere
    flags: int


def rule_row(rule: Rule, severity: SeverityHere, here: str, book: Book) -> RuleRow:
    """The rule as the page `here` lists it."""
    return RuleRow(
        href=book.addresses.href(here, rule_page(rule.name)),
        flagged=book.addresses.href(here, rule_page(rule.name), FLAGGED_NOW),
        title=rule.title,
        name=rule.name,
        asks=rule.asks,
        severity=severity,
        flags=len(book.flagged_by.get(rule.name, ())),
    )
