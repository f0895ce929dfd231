"""What records are allowed to break for a while: which rule, why, by whom, until when, and whether that still holds."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.language import noted
from roi_plugin.model.governance import Waiver
from roi_plugin.pages.addresses import rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import one_line

SOON_DAYS = 90
"""A waiver that ends within this time is said to end soon."""
NO_EFFECT = noted("no effect")


class Waived(Struct, frozen=True, kw_only=True):
    """One waiver; `page` is its decision, and `href` the page of its rule, nothing where nobody knows the rule.

    `state` is `ended`, `ends soon`, `holds`, or `no effect` for a rule that nobody knows, and where it does not say why
    or by whom.
    """

    page: PageLink
    rule: str
    href: str | None
    reason: str
    by: str
    until: str
    state: str


def waived(decisions: Iterable[Judged], here: str, book: Book) -> list[Waived]:
    """The waivers of these decisions as the page `here` shows them, the first to end first."""
    known = {rule.name for rule in book.assessment.rules}
    found = [
        Waived(
            page=book.page_link(here, judged),
            rule=waiver.rule,
            href=book.addresses.href(here, rule_page(waiver.rule)) if waiver.rule in known else None,
            reason=one_line(waiver.reason),
            by=one_line(waiver.by),
            until=waiver.until.isoformat(),
            state=_state(waiver, book.assessment.today) if waiver.rule in known else NO_EFFECT,
        )
        for judged in decisions
        for waiver in judged.decision.waivers
    ]
    # A stable order: of those that end on one day, as the decisions stand.
    return sorted(found, key=lambda one: one.until)


def _state(waiver: Waiver, today: dt.date) -> str:
    """A waiver's last day counts."""
    if not waiver.is_answered_for:
        return NO_EFFECT
    if waiver.until < today:
        return noted("ended")
    return noted("ends soon") if (waiver.until - today).days <= SOON_DAYS else noted("holds")
