"""What a record is allowed to break for a while: which rule, why, by whom, until when."""

from dataclasses import dataclass

from roi_plugin.model.decision import Decision
from roi_plugin.pages.addresses import record_page, rule_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Section
from roi_plugin.pages.risks_page import waiver_state
from roi_plugin.pages.templates import render
from roi_plugin.rules.runner import PREFIX


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waived:
    rule: str
    href: str | None
    reason: str
    by: str
    until: str
    state: str


def waivers_section(decision: Decision, book: Book) -> Section | None:
    """The record's waivers, the next to end first; nothing when it has none."""
    if not decision.waivers:
        return None
    known = {rule.name for rule in book.assessment.rules}
    here = record_page(decision.path)
    rows = [
        _Waived(
            rule=rule,
            href=book.addresses.href(here, rule_page(rule)) if rule in known else None,
            reason=waiver.reason,
            by=waiver.by,
            until=waiver.until.isoformat(),
            state=waiver_state(waiver.until, book.assessment.today) if rule in known else "no effect",
        )
        for waiver in sorted(decision.waivers, key=lambda each: (each.until, each.rule))
        for rule in (waiver.rule.removeprefix(PREFIX),)
    ]
    return Section(anchor="roi-waivers", title="Waived", html=render("record_waivers.html", rows=rows))
