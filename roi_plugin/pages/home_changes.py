"""On the first page, what changed of late: the newest events of the timeline."""

import datetime as dt
from urllib.parse import urlencode

from roi_plugin.language import counted, text
from roi_plugin.pages.addresses import INDEX, TIMELINE
from roi_plugin.pages.book import Book
from roi_plugin.pages.event_rows import event_row
from roi_plugin.pages.history_banner import history_banner
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render

_DAYS = 30
_MOST = 8


def changes_section(book: Book) -> Section:
    """The events of the last thirty days, the newest first; of many, the newest few and where the others stand."""
    today = book.assessment.today
    since = today - dt.timedelta(days=_DAYS)
    found = [event for event in book.events if since <= event.date <= today]
    more = len(found) - _MOST
    html = render(
        "home_changes.html",
        rows=[event_row(event, INDEX, book) for event in found[:_MOST]],
        more=counted("and %(num)s more on the timeline", "and %(num)s more on the timeline", more) if more > 0 else "",
        since=since.isoformat(),
        unknown=history_banner(book.assessment.history),
        href=f"{book.addresses.href(INDEX, TIMELINE)}?{urlencode({'since': since.isoformat()})}#roi-events",
    )
    return Section(anchor="roi-changes", title=text("Changed in the last %(days)s days", days=_DAYS), html=html)
