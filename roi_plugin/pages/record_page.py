"""One decision as a page: verdict and worth, how it is measured, how it went, the working, the reasoning."""

from dataclasses import replace

from roi_plugin.assess import Judged
from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.plain_words import leading
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.explained import Explained, explained
from roi_plugin.pages.late import Parts
from roi_plugin.pages.page import Page, Section
from roi_plugin.pages.record_acceptance import acceptance_section
from roi_plugin.pages.record_assumptions import assumptions_section
from roi_plugin.pages.record_cash import cash_section
from roi_plugin.pages.record_drift import drift_section
from roi_plugin.pages.record_facts import facts_section
from roi_plugin.pages.record_flags import flags_section
from roi_plugin.pages.record_framework import framework_section
from roi_plugin.pages.record_guardrails import guardrails_section
from roi_plugin.pages.record_head import page_head
from roi_plugin.pages.record_history import history_section
from roi_plugin.pages.record_key_results import key_results_section
from roi_plugin.pages.record_lead import record_lead
from roi_plugin.pages.record_metrics import metrics_section
from roi_plugin.pages.record_next import next_section
from roi_plugin.pages.record_options import options_section
from roi_plugin.pages.record_outcome import outcome_section
from roi_plugin.pages.record_relations import relations_section
from roi_plugin.pages.record_reviews import reviews_section
from roi_plugin.pages.record_risks import risks_section
from roi_plugin.pages.record_swings import swings_section
from roi_plugin.pages.record_waivers import waivers_section
from roi_plugin.pages.record_working import working_section
from roi_plugin.pages.record_worth import worth_section


def decision_page(judged: Judged, book: Book) -> Page:
    """The page of one decision, at the place of its record."""
    parts = page_parts(judged, book)
    return replace(page_head(judged), lead=parts.lead, sections=parts.sections)


def page_parts(judged: Judged, book: Book) -> Parts:
    """The lead and the sections; whatever they are written from is among the causes in `PageKeys`."""
    decision = judged.decision
    policy, today = book.assessment.policy, book.assessment.today
    inputs, found = _inputs(judged, policy), explained(judged, policy)
    every = (
        *_money(judged, policy, inputs, found),
        flags_section(judged.findings, record_page(decision.path), book),
        waivers_section(judged, book),
        risks_section(judged, found),
        framework_section(judged, found),
        metrics_section(judged, book),
        guardrails_section(judged, today),
        key_results_section(judged, today),
        outcome_section(judged, found),
        relations_section(judged, book),
        history_section(judged, book),
        acceptance_section(judged, today, found),
        drift_section(judged),
        reviews_section(judged),
        facts_section(decision, book),
        assumptions_section(judged, book),
        swings_section(judged, inputs) if inputs else None,
        cash_section(judged, found),
        working_section(judged, found, book.assumption_links(judged)),
    )
    sections = tuple(section for section in every if section)
    lead = record_lead(judged, book, found, {section.anchor for section in sections})
    return Parts(lead=lead, sections=sections)


def _inputs(judged: Judged, policy: Policy) -> InputAmounts | None:
    """What the figures were computed from; None where there is nothing to compute."""
    if judged.appraisal is None or leading(judged.returns) is None:
        return None
    return InputAmounts(resolve(judged.decision, policy))


def _money(judged: Judged, policy: Policy, inputs: InputAmounts | None, found: Explained) -> tuple[Section | None, ...]:
    """What the numbers say: the worth in three ways, the options, what to measure next."""
    if inputs is None:
        return (options_section(judged, found),)
    worth = worth_section(judged, policy, inputs, found)
    options = options_section(judged, found, after_worth=worth is not None)
    return (worth, options, next_section(judged, inputs, found))
