"""What a record is allowed to break for a while."""

from roi_plugin.assess import Judged
from roi_plugin.language import text
from roi_plugin.pages.addresses import record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render
from roi_plugin.pages.waived import waived


def waivers_section(judged: Judged, book: Book) -> Section | None:
    """The record's waivers, the next to end first; nothing when it has none."""
    rows = waived([judged], record_page(judged.decision.path), book)
    if not rows:
        return None
    html = render("waivers.html", rows=rows, later=(), decisions=False, days=0)
    return Section(anchor="roi-waivers", title=text("Waived (%(count)s)", count=len(rows)), html=html)
