"""The shared assumptions: what each says, whether it holds, on what evidence, and which decisions rest on it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from roi_plugin.model.assumption import Assumption, AssumptionState
from roi_plugin.pages.addresses import ASSUMPTIONS, assumption_anchor
from roi_plugin.pages.book import Book
from roi_plugin.pages.cited import evidence_cited
from roi_plugin.pages.page import Page, Section, Shelf, one_line
from roi_plugin.pages.templates import render

_GRAVEST_FIRST = (AssumptionState.FAILED, AssumptionState.UNCERTAIN, AssumptionState.HOLDS)
_NONE = "None is written yet: what several decisions take for true goes into assumptions.yml, once."


def assumptions_page(book: Book) -> Page:
    """Every shared assumption, those that failed first, each with the decisions that name it."""
    every = sorted(book.assessment.assumptions.values(), key=lambda one: _GRAVEST_FIRST.index(one.state))
    return Page(
        path=ASSUMPTIONS,
        shelf=Shelf.LIST,
        title="Assumptions",
        description="What several decisions take for true, with its evidence and the decisions that rest on it.",
        lead=render("list_lead.html", title="Assumptions", text=_summary(every) if every else _NONE),
        sections=tuple(_section(one, book) for one in every),
    )


def _summary(every: Sequence[Assumption]) -> str:
    count, states = len(every), Counter(one.state for one in every)
    troubled = [f"{states[state]} {word}" for state, word in _TROUBLED if states[state]]
    rest = f": {' and '.join(troubled)}" if troubled else ""
    return (
        f"{count} {'assumption is' if count == 1 else 'assumptions are'} written once and shared by decisions{rest}. "
        "When one changes, every decision that rests on it is computed anew and flagged."
    )


_TROUBLED = ((AssumptionState.FAILED, "failed"), (AssumptionState.UNCERTAIN, "in doubt"))


def _section(one: Assumption, book: Book) -> Section:
    html = render(
        "assumption.html",
        id=one.id,
        state=one.state.value,
        facts=[(name, values) for name, values in _facts(one, book.assessment.today) if any(values)],
        note=one_line(one.note or ""),
        resting=tuple(_resting(one, book)),
    )
    return Section(anchor=assumption_anchor(one.id), title=one_line(one.statement), html=html)


def _facts(one: Assumption, today: dt.date) -> Iterator[tuple[str, Sequence[str]]]:
    yield "Value", [one.value.text if one.value else ""]
    yield "Evidence", [evidence_cited(each, one_line(each.title or each.kind or "source")) for each in one.evidence]
    yield "Owner", [one_line(one.owner or "")]
    late = " (overdue)" if one.review_due and one.review_due < today else ""
    yield "Review due", [f"{one.review_due.isoformat()}{late}" if one.review_due else ""]
    yield (
        "Changed" if one.state is not AssumptionState.FAILED else "Failed",
        [one.changed.isoformat() if one.changed else ""],
    )


def _resting(one: Assumption, book: Book) -> Iterator[tuple[object, str]]:
    """Each decision that names the assumption, and the number it was decided with where that is another."""
    for judged in book.resting_on.get(one.id, ()):
        stated = dict.fromkeys(use.stated for use in judged.decision.assumptions if use.id == one.id and use.stated)
        told = f"decided with {', '.join(map(one_line, stated))}" if stated else ""
        yield book.page_link(ASSUMPTIONS, judged), told
