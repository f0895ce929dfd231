"""Value at risk: what is expected of decisions in force whose review is overdue, or that nothing guards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roi_plugin.economics.portfolio import Member, Total, totals
from roi_plugin.economics.portfolio_groups import ranked
from roi_plugin.economics.wording import money, percent
from roi_plugin.language import counted, text
from roi_plugin.pages.addresses import FLAGGED_NOW, PORTFOLIO, rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.figure_cells import Cell, spread
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_rows import AT_MOST
from roi_plugin.pages.templates import render

UNWATCHED = ("review-overdue", "risk-without-guardrail", "no-stop-rule")
"""The rules whose findings say that nobody looks: the only findings that this page reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reason:
    words: str
    href: str
    count: int
    sums: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decision:
    page: PageLink
    worth: str
    more: str
    owner: str
    reasons: tuple[str, ...]


def unwatched(book: Book) -> dict[str, tuple[str, ...]]:
    """The rules of `UNWATCHED` that flag a decision, by its path; those that none flags are left out."""
    found: dict[str, list[str]] = {}
    for rule in UNWATCHED:
        for judged in book.flagged_by.get(rule, ()):
            found.setdefault(judged.decision.path, []).append(rule)
    return {path: tuple(rules) for path, rules in found.items()}


def at_risk_section(
    members: Sequence[Member], whole: Sequence[Total], pages: Mapping[str, PageLink], book: Book
) -> Section | None:
    """The sums by reason, what they are of the whole, and the decisions; None where no decision has a known value.

    `members` are those that count, and `whole` their totals.
    """
    if not whole:
        return None
    flagged = unwatched(book)
    open_ = [one for one in members if one.decision.path in flagged]
    found = [one for one in totals(open_) if one.count]
    rows = [_decision(one, flagged, pages) for one in ranked(open_)]
    html = render(
        "portfolio_at_risk.html",
        said=_said(found, whole),
        reasons=[_reason(rule, open_, flagged, book) for rule in UNWATCHED] if found else [],
        rows=rows[:AT_MOST],
        left_out=len(rows[AT_MOST:]),
        unknown=sum(not one.counted and not one.decision.illustrative for one in open_),
    )
    return Section(anchor="roi-at-risk", title=text("Value at risk"), html=html)


def _said(found: Sequence[Total], whole: Sequence[Total]) -> list[str]:
    """A sentence for each currency."""
    if not found:
        return [text("No decision in force with a known value is overdue for its review or unguarded.")]
    all_ = {one.currency: one for one in whole}
    return [_sentence(one, all_[one.currency]) for one in found]


def _sentence(one: Total, whole: Total) -> str:
    part, all_ = one.npv.mean or 0.0, whole.npv.mean or 0.0
    if part <= 0 or all_ < part:
        return counted(
            "%(sum)s are expected of %(num)s decision that is overdue or unguarded.",
            "%(sum)s are expected of %(num)s decisions that are overdue or unguarded.",
            one.count,
            sum=money(part, one.currency),
        )
    return counted(
        "%(sum)s, %(share)s of the %(all)s expected of all, rest on %(num)s decision that is overdue or unguarded.",
        "%(sum)s, %(share)s of the %(all)s expected of all, rest on %(num)s decisions that are overdue or unguarded.",
        one.count,
        sum=money(part, one.currency),
        share=percent(round(part / all_, 2)),
        all=money(all_, one.currency),
    )


def _reason(rule: str, members: Sequence[Member], flagged: Mapping[str, Sequence[str]], book: Book) -> _Reason:
    found = [one for one in totals(each for each in members if rule in flagged[each.decision.path]) if one.count]
    return _Reason(
        words=_words(rule),
        href=book.addresses.href(PORTFOLIO, rule_page(rule), FLAGGED_NOW if found else ""),
        count=sum(one.count for one in found),
        sums=tuple((one.currency, spread(one.npv)) for one in found),
    )


def _words(rule: str) -> str:
    return {
        "review-overdue": text("The review is overdue"),
        "risk-without-guardrail": text("A risk is listed that no guardrail watches"),
        "no-stop-rule": text("The gain may fail to come, and nothing says when to stop"),
    }[rule]


def _decision(one: Member, flagged: Mapping[str, Sequence[str]], pages: Mapping[str, PageLink]) -> _Decision:
    known = one.counted
    cell = spread(known.value.npv) if known else Cell()
    path = one.decision.path
    return _Decision(
        page=pages[path],
        worth=f"{cell.text} {one.currency}",
        more=cell.more,
        owner=one.decision.owner or "",
        reasons=tuple(_short(rule) for rule in flagged[path]),
    )


def _short(rule: str) -> str:
    return {
        "review-overdue": text("review overdue"),
        "risk-without-guardrail": text("no guardrail"),
        "no-stop-rule": text("no stop rule"),
    }[rule]
