"""One decision as a page: the verdict first, then options, flags and links, and the author's reasoning last."""

from roi_plugin.assess import Judged
from roi_plugin.economics.verdict import verdict
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import RETIRED_STATUSES, Book
from roi_plugin.pages.page import Page, Shelf, one_line
from roi_plugin.pages.record_facts import facts_section
from roi_plugin.pages.record_flags import flags_section
from roi_plugin.pages.record_lead import record_lead
from roi_plugin.pages.record_options import options_section
from roi_plugin.pages.record_relations import relations_section
from roi_plugin.pages.record_reviews import reviews_section

_BEHIND_BINDING = 0.5


def decision_page(judged: Judged, book: Book) -> Page:
    """The page of one decision, at the place of its record."""
    decision = judged.decision
    here = record_page(decision.path)
    sections = (
        options_section(judged),
        flags_section(judged.findings, here, book),
        relations_section(judged, book),
        reviews_section(judged),
        facts_section(decision),
    )
    said = verdict(judged.returns).sentence.replace("`", "")
    return Page(
        path=here,
        shelf=Shelf.RECORD,
        title=f"{decision.number} · {one_line(decision.title)}" if decision.number else one_line(decision.title),
        description=f"{decision.status.value.capitalize()} decision of {decision.date.isoformat()}. {said}",
        tags=decision.tags,
        lead=record_lead(judged, book),
        sections=tuple(section for section in sections if section),
        body=decision.reasoning,
        source=decision.path,
        search_boost=_BEHIND_BINDING if decision.status in RETIRED_STATUSES else 1.0,
    )
