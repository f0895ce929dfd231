"""Objectives with their key results: how far they have come, which decisions serve them, and what those may bring."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.portfolio import Member, Total, totals
from roi_plugin.economics.wording import money, number, percent
from roi_plugin.language import counted, text
from roi_plugin.model.decision import Decision
from roi_plugin.model.measurement import KeyResult
from roi_plugin.model.progress import progress
from roi_plugin.model.shared_objectives import SharedObjective, shared_objectives
from roi_plugin.pages.addresses import KEY_RESULTS, OPTIONS, PORTFOLIO
from roi_plugin.pages.book import Book, PageLink
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.portfolio_findings import OFF_TRACK
from roi_plugin.pages.register_address import IN_FORCE, register_href
from roi_plugin.pages.templates import render

_IN_SIGHT, _AT_MOST = 6, 40
_MOST_DECISIONS = 12
_PLACE = re.compile(r"okr\[(\d+)\]\.key_results\[(\d+)\]")


class _Objective(Struct, frozen=True, kw_only=True):
    name: str
    share: float | None
    facts: tuple[str, ...]
    results: tuple["_Result", ...]
    decisions: tuple[tuple[PageLink, str], ...]
    more_decisions: int


class _Result(Struct, frozen=True, kw_only=True):
    name: str
    way: str
    now: str
    updated: str
    due: str
    share: str
    href: str
    off_track: bool


def objectives_section(
    judged: Sequence[Judged], members: Sequence[Member], pages: Mapping[str, PageLink], book: Book
) -> Section | None:
    """The objectives of these decisions, that of which most is expected first; None where none names one.

    `members` are those of the same decisions that count in sums.
    """
    found = shared_objectives(one.decision for one in judged)
    if not found:
        return None
    by_path = {one.decision.path: one for one in members}
    worth = {one.objective: _worth(one, by_path) for one in found}
    late = set(_off_track(judged))
    ordered = sorted(found, key=lambda one: (_order(worth[one.objective]), one.objective))
    rows = [
        (
            _objective(
                one,
                worth[one.objective],
                _results(one, late, pages),
                [(pages[each.path], _adds(by_path[each.path])) for each in one.decisions],
            ),
            register_href(PORTFOLIO, book, {"objective": one.objective, **IN_FORCE}),
        )
        for one in ordered[:_AT_MOST]
    ]
    html = render(
        "portfolio_objectives.html",
        rows=rows[:_IN_SIGHT],
        folded=rows[_IN_SIGHT:],
        left_out=len(ordered[_AT_MOST:]),
        without=_without(judged, members),
        options=OPTIONS,
        without_href=register_href(PORTFOLIO, book, {"objective": None, **IN_FORCE}),
    )
    return Section(anchor="roi-by-objective", title=text("Objectives and key results"), html=html)


def _worth(one: SharedObjective, by_path: Mapping[str, Member]) -> list[Total]:
    return [each for each in totals(by_path[decision.path] for decision in one.decisions) if each.count]


def _order(worth: Sequence[Total]) -> tuple[bool, float]:
    return not worth, -sum(one.npv.mean or 0.0 for one in worth)


def _objective(
    one: SharedObjective, worth: Sequence[Total], results: tuple[_Result, ...], served: Sequence[tuple[PageLink, str]]
) -> _Objective:
    return _Objective(
        name=one_line(one.objective),
        share=one.share,
        facts=tuple(_facts(one, worth, sum(each.off_track for each in results))),
        results=results,
        decisions=tuple(served[:_MOST_DECISIONS]),
        more_decisions=len(served[_MOST_DECISIONS:]),
    )


def _results(one: SharedObjective, late: set[KeyResult], pages: Mapping[str, PageLink]) -> tuple[_Result, ...]:
    """The key results, each with the page of the decision that tells of it."""
    return tuple(
        _result(each, off_track=each in late, page=pages[_told_by(each, one).path]) for each in one.key_results
    )


def _told_by(result: KeyResult, one: SharedObjective) -> Decision:
    """The first decision whose record holds this key result."""
    return next(each for each in one.decisions for okr in each.okr if result in okr.key_results)


def _adds(one: Member) -> str:
    """What a decision adds to the expected value; nothing where it counts in no sum."""
    return money(one.counted.means[2], one.currency) if one.counted else ""


def _facts(one: SharedObjective, worth: Sequence[Total], late: int) -> Iterable[str]:
    if one.key_results:
        yield counted(
            "%(reached)s of %(num)s key result reached",
            "%(reached)s of %(num)s key results reached",
            len(one.key_results),
            reached=one.reached,
        )
    if late:
        yield counted("%(num)s off track", "%(num)s off track", late)
    yield counted("served by %(num)s decision", "served by %(num)s decisions", len(one.decisions))
    for each in worth:
        yield text("expected value %(sum)s", sum=_expected(each))


def _expected(one: Total) -> str:
    mean, low, high = one.npv.mean or 0.0, one.npv.p5, one.npv.p95
    if low is None or high is None or number(low) == number(high):
        return money(mean, one.currency)
    return f"{money(mean, one.currency)} ({number(low)}..{number(high)})"


def _result(one: KeyResult, *, off_track: bool, page: PageLink) -> _Result:
    come = progress(one)
    unit = f" {one_line(one.unit)}" if one.unit else ""
    known = [number(value) for value in (one.from_, one.to) if value is not None]
    return _Result(
        name=one_line(one.text or one.metric or one.id or ""),
        way=f"{' → '.join(known)}{unit}" if known else "",
        now="" if one.now is None else number(one.now),
        updated=one.updated.isoformat() if one.updated else "",
        due=one.due.isoformat() if one.due else "",
        share="" if come is None else percent(round(come, 2)),
        href=f"{page.href}#{KEY_RESULTS}",
        off_track=off_track,
    )


def _off_track(judged: Iterable[Judged]) -> Iterable[KeyResult]:
    for one in judged:
        for finding in one.findings:
            place = _PLACE.match(finding.field) if finding.name == OFF_TRACK else None
            if place:
                yield one.decision.okr[int(place[1])].key_results[int(place[2])]


def _without(judged: Sequence[Judged], members: Sequence[Member]) -> str:
    count = sum(not one.decision.okr for one in judged)
    if not count:
        return ""
    said = counted(
        "%(num)s decision in force names no objective.", "%(num)s decisions in force name no objective.", count
    )
    worth = [one for one in totals(each for each in members if not each.decision.okr) if one.count]
    return " ".join([said, *(text("Expected value: %(sum)s.", sum=_expected(one)) for one in worth)])
