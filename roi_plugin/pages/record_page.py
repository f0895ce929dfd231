"""One decision as a page: the verdict first, then worth, options and flags, the working, and the author's reasoning."""

from dataclasses import replace

from markupsafe import Markup

from roi_plugin.assess import Judged
from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.plain_words import leading
from roi_plugin.economics.resolution import resolve
from roi_plugin.economics.verdict import verdict
from roi_plugin.model.decision import Status
from roi_plugin.model.policy import Policy
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book, is_retired
from roi_plugin.pages.late import Parts
from roi_plugin.pages.page import Page, Section, Shelf, one_line
from roi_plugin.pages.record_acceptance import acceptance_section
from roi_plugin.pages.record_assumptions import assumptions_section
from roi_plugin.pages.record_cash import cash_section
from roi_plugin.pages.record_drift import drift_section
from roi_plugin.pages.record_facts import facts_section
from roi_plugin.pages.record_flags import flags_section
from roi_plugin.pages.record_framework import framework_section
from roi_plugin.pages.record_history import history_section
from roi_plugin.pages.record_lead import record_lead
from roi_plugin.pages.record_next import next_section
from roi_plugin.pages.record_options import options_section
from roi_plugin.pages.record_outcome import outcome_section
from roi_plugin.pages.record_relations import relations_section
from roi_plugin.pages.record_reviews import reviews_section
from roi_plugin.pages.record_swings import swings_section
from roi_plugin.pages.record_waivers import waivers_section
from roi_plugin.pages.record_working import working_section
from roi_plugin.pages.record_worth import worth_section

_BEHIND_BINDING = 0.5


def decision_page(judged: Judged, book: Book) -> Page:
    """The page of one decision, at the place of its record."""
    parts = page_parts(judged, book)
    return replace(page_head(judged), lead=parts.lead, sections=parts.sections)


def page_head(judged: Judged) -> Page:
    """The page without its lead and its sections: what is known of it without an appraisal."""
    decision = judged.decision
    rejected = decision.status is Status.REJECTED
    said = verdict(judged.returns, judged.figures, rejected=rejected).sentence.replace("`", "")
    return Page(
        path=record_page(decision.path),
        shelf=Shelf.RECORD,
        title=f"{decision.number} · {one_line(decision.title)}" if decision.number else one_line(decision.title),
        description=f"{decision.status.value.capitalize()} decision of {decision.date.isoformat()}. {said}",
        tags=decision.tags,
        lead=Markup(),
        body=decision.reasoning,
        source=decision.path,
        search_boost=_BEHIND_BINDING if is_retired(judged) else 1.0,
    )


def page_parts(judged: Judged, book: Book) -> Parts:
    """The lead and the sections; whatever they are written from is among the causes in `PageKeys`."""
    policy = book.assessment.policy
    sections = (
        *_money(judged, policy),
        flags_section(judged.findings, record_page(judged.decision.path), book),
        waivers_section(judged, book),
        framework_section(judged),
        outcome_section(judged),
        cash_section(judged),
        working_section(judged, policy, book.assumption_links(judged)),
        assumptions_section(judged, book),
        relations_section(judged, book),
        reviews_section(judged),
        acceptance_section(judged, book.assessment.today),
        drift_section(judged),
        history_section(judged, book),
        facts_section(judged.decision),
    )
    return Parts(lead=record_lead(judged, book), sections=tuple(section for section in sections if section))


def _money(judged: Judged, policy: Policy) -> tuple[Section | None, ...]:
    """What the numbers say: the worth in three ways, the options, what to measure next, what the result hangs on."""
    if judged.appraisal is None or leading(judged.returns) is None:
        return (options_section(judged),)
    inputs = InputAmounts(resolve(judged.decision, policy))
    return (
        worth_section(judged, policy, inputs),
        options_section(judged),
        next_section(judged, inputs),
        swings_section(judged, inputs),
    )
