"""The life of a decision: each change of its status, delivery and place that git knows, its reviews and amendments."""

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.model.drift_events import drift_events
from roi_plugin.model.events import record_events
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.event_rows import event_row
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

_MOST_SHOWN = 6
"""How many changes stand open; older ones are folded."""


def history_section(judged: Judged, book: Book) -> Section | None:
    """The changes, newest first; nothing where git does not know the record."""
    history, decision = judged.history, judged.decision
    if history is None:
        return None
    moved = drift_events(decision, judged.drift)
    events = record_events(decision.path, decision, history, also=moved)
    if not events and history.is_whole:
        return None
    rows = [event_row(event, record_page(decision.path), book) for event in reversed(events)]
    html = render(
        "record_history.html", rows=rows[:_MOST_SHOWN], older=rows[_MOST_SHOWN:], is_cut_off=not history.is_whole
    )
    return Section(anchor="roi-history", title=text("History"), html=html)
