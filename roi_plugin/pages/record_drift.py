"""How the forecast of a decision moved since it was accepted, or proposed."""

from roi_plugin.assess import Judged
from roi_plugin.economics.drift_words import since_words
from roi_plugin.language import text
from roi_plugin.pages.drift_rows import drift_row
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render


def drift_section(judged: Judged) -> Section | None:
    """The values that moved, in the order of the record; nothing where none did."""
    drift = judged.drift
    if drift is None or not drift.moves:
        return None
    rows = [drift_row(move, drift) for move in drift.moves]
    title = text("How the forecast moved")
    html = render("drift_table.html", rows=rows, label=title, note=since_words(drift) + ".")
    return Section(anchor="roi-drift", title=title, html=html)
