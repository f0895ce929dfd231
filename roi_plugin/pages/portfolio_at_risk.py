"""Value at risk: what is expected of decisions in force whose review is overdue, or that nothing guards."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from roi_plugin.economics.costs_only import CostTotal, cost_totals
from roi_plugin.economics.portfolio import Member, Total, totals
from roi_plugin.economics.portfolio_groups import ranked
from roi_plugin.economics.wording import money, percent
from roi_plugin.language import counted, text
from roi_plugin.pages.addresses import FLAGGED_NOW, OPTIONS, PORTFOLIO, rule_page
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.figure_cells import Cell, spread
from roi_plugin.pages.page import Section
from roi_plugin.pages.portfolio_findings import UNWATCHED
from roi_plugin.pages.portfolio_rows import AT_MOST
from roi_plugin.pages.templates import render


class _Reason(Struct, frozen=True, kw_only=True):
    words: str
    href: str
    count: int
    sums: tuple[tuple[str, Cell], ...]
    losses: tuple[tuple[str, Cell], ...]


class _Decision(Struct, frozen=True, kw_only=True):
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

    `members` are those that count, and `whole` their totals. What is expected to lose is never taken off the gains.
    """
    flagged = unwatched(book)
    open_ = [one for one in members if one.decision.path in flagged]
    costs = cost_totals(one.costs for one in open_ if one.costs)
    if not whole and not costs:
        return None
    known = [one for one in open_ if one.counted]
    rows = [_decision(one, flagged, pages) for one in ranked(open_)]
    reasons = [_reason(rule, known, flagged, book) for rule in UNWATCHED] if known else []
    html = render(
        "portfolio_at_risk.html",
        said=_said(known, costs, whole),
        reasons=reasons,
        options=OPTIONS,
        loses=any(one.losses for one in reasons),
        rows=rows[:AT_MOST],
        left_out=len(rows[AT_MOST:]),
        unknown=sum(not one.counted and not one.costs and not one.decision.illustrative for one in open_),
        invented=sum(one.decision.illustrative for one in open_),
    )
    return Section(anchor="roi-at-risk", title=text("Value at risk"), html=html)


def _gains(known: Iterable[Member]) -> list[Total]:
    return list(totals(one for one in known if one.counted and one.counted.means[2] >= 0))


def _losses(known: Iterable[Member]) -> list[Total]:
    return list(totals(one for one in known if one.counted and one.counted.means[2] < 0))


def _said(known: Sequence[Member], costs: Sequence[CostTotal], whole: Sequence[Total]) -> list[str]:
    """A sentence for each currency on what is to be gained, to be lost, and to be paid."""
    if not known and not costs:
        return [text("No decision in force with a known value is overdue for its review or unguarded.")]
    all_ = {one.currency: one for one in whole}
    said = [_sentence(one, all_[one.currency]) for one in _gains(known)]
    said += [_loss(one) for one in _losses(known)]
    return [*said, *map(_cost, costs)]


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


def _loss(one: Total) -> str:
    return counted(
        "%(num)s decision that is overdue or unguarded is expected to lose %(sum)s.",
        "%(num)s decisions that are overdue or unguarded are expected to lose %(sum)s.",
        one.count,
        sum=money(-(one.npv.mean or 0.0), one.currency),
    )


def _cost(one: CostTotal) -> str:
    return counted(
        "%(sum)s of cost rest on %(num)s decision that weighs costs only and is overdue or unguarded.",
        "%(sum)s of cost rest on %(num)s decisions that weigh costs only and are overdue or unguarded.",
        len(one.decisions),
        sum=money(one.cost.mean or 0.0, one.currency),
    )


def _reason(rule: str, known: Sequence[Member], flagged: Mapping[str, Sequence[str]], book: Book) -> _Reason:
    found = [one for one in known if rule in flagged[one.decision.path]]
    return _Reason(
        words=_words(rule),
        href=book.addresses.href(PORTFOLIO, rule_page(rule), FLAGGED_NOW if found else ""),
        count=len(found),
        sums=tuple((one.currency, spread(one.npv)) for one in _gains(found)),
        losses=tuple((one.currency, spread(one.npv)) for one in _losses(found)),
    )


def _words(rule: str) -> str:
    return {
        "review-overdue": text("The review is overdue"),
        "risk-without-guardrail": text("A risk is listed that no guardrail watches"),
        "no-stop-rule": text("The gain may fail to come, and nothing says when to stop"),
    }[rule]


def _decision(one: Member, flagged: Mapping[str, Sequence[str]], pages: Mapping[str, PageLink]) -> _Decision:
    known = one.counted
    cell = spread(known.npv) if known else Cell()
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
