"""Who took part, what speaks against it, on what evidence: facts that have no other place on the page; and its data."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from roi_plugin.language import text
from roi_plugin.model.decision import Decision
from roi_plugin.pages.addresses import record_data, record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.cited import evidence_cited
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

Fact = tuple[str, Sequence[str]]
"""A name and its values; a value is text, which is escaped when it is printed, or HTML that is safe."""


def facts_section(decision: Decision, book: Book) -> Section:
    """The facts that the record states, and where programs find the whole of it."""
    facts = [(name, values) for name, values in _facts(decision) if values]
    data = record_data(decision.path)
    link = Markup('<a href="{}"><code>{}</code></a>').format(
        book.addresses.href(record_page(decision.path), data), data.rpartition("/")[2]
    )
    facts.append((text("As data"), [link]))
    return Section(anchor="roi-facts", title=text("Further facts"), html=render("record_facts.html", facts=facts))


def _facts(decision: Decision) -> Iterator[Fact]:
    yield text("Approved by"), _one(", ".join(decision.approvers))
    yield text("Consulted"), _one(", ".join(decision.consulted))
    yield text("Informed"), _one(", ".join(decision.informed))
    yield text("Personal data"), _one(_yes_or_no(decision.personal_data))
    yield text("What may go wrong"), decision.premortem
    yield text("Objections"), decision.objections
    yield text("Affects"), [Markup("<code>{}</code>").format(glob) for glob in decision.affects]
    yield text("Tags"), _one(", ".join(decision.tags))
    yield text("Evidence"), [evidence_cited(one, one.title or one.id) for one in decision.evidence]


def _yes_or_no(answer: bool | None) -> str | None:  # noqa: FBT001
    return None if answer is None else text("yes") if answer else text("no")


def _one(value: str | None) -> Sequence[str]:
    return (value,) if value else ()
