"""The shared assumptions: what each says, whether it holds, on what evidence, and which decisions rest on it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from roi_plugin.language import counted, noted, sentence, text
from roi_plugin.model.assumption import Assumption, AssumptionState
from roi_plugin.pages.addresses import ASSUMPTIONS, assumption_anchor
from roi_plugin.pages.book import Book
from roi_plugin.pages.cited import evidence_cited
from roi_plugin.pages.page import Page, Section, Shelf, one_line
from roi_plugin.pages.templates import render

_GRAVEST_FIRST = (AssumptionState.FAILED, AssumptionState.UNCERTAIN, AssumptionState.HOLDS)
_NONE = noted("None is written yet: what several decisions take for true goes into assumptions.yml, once.")


def assumptions_page(book: Book) -> Page:
    """Every shared assumption, those that failed first, each with the decisions that name it."""
    every = sorted(book.assessment.assumptions.values(), key=lambda one: _GRAVEST_FIRST.index(one.state))
    return Page(
        path=ASSUMPTIONS,
        shelf=Shelf.LIST,
        title=text("Assumptions"),
        description=text("What several decisions take for true, with its evidence and the decisions that rest on it."),
        lead=render("list_lead.html", title=text("Assumptions"), text=_summary(every)),
        sections=tuple(_section(one, book) for one in every),
    )


def _summary(every: Sequence[Assumption]) -> str:
    if not every:
        return sentence(_NONE)
    states = Counter(one.state for one in every)
    count = counted(
        "%(num)s assumption is written once and shared by decisions.",
        "%(num)s assumptions are written once and shared by decisions.",
        len(every),
    )
    failed, doubted = states[AssumptionState.FAILED], states[AssumptionState.UNCERTAIN]
    troubled = [
        text("%(count)s failed.", count=failed) if failed else "",
        text("%(count)s in doubt.", count=doubted) if doubted else "",
    ]
    after = text("When one changes, every decision that rests on it is computed anew and flagged.")
    return " ".join(filter(None, [count, *troubled, after]))


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
    yield text("Value"), [one.value.text if one.value else ""]
    yield (
        text("Evidence"),
        [
            evidence_cited(each, one_line(each.title or sentence(each.kind or "") or text("source")))
            for each in one.evidence
        ],
    )
    yield text("Owner"), [one_line(one.owner or "")]
    late = f" ({text('overdue')})" if one.review_due and one.review_due < today else ""
    yield text("Review due"), [f"{one.review_due.isoformat()}{late}" if one.review_due else ""]
    yield (
        text("Changed") if one.state is not AssumptionState.FAILED else text("Failed"),
        [one.changed.isoformat() if one.changed else ""],
    )


def _resting(one: Assumption, book: Book) -> Iterator[tuple[object, str]]:
    """Each decision that names the assumption, and the number it was decided with where that is another."""
    for judged in book.resting_on.get(one.id, ()):
        stated = dict.fromkeys(use.stated for use in judged.decision.assumptions if use.id == one.id and use.stated)
        told = text("decided with %(value)s", value=", ".join(map(one_line, stated))) if stated else ""
        yield book.page_link(ASSUMPTIONS, judged), told
