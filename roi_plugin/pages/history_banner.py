"""What git cannot tell of the records, and how to get it: one banner, on every page that tells of time."""

from markupsafe import Markup

from roi_plugin.model.history import History
from roi_plugin.pages.page import one_line
from roi_plugin.pages.templates import render


def history_banner(history: History, then: str = "") -> Markup:
    """The sentence of what is missing, with its command; empty where the history is whole.

    `then` says what that means for the page it stands on.
    """
    if history.missing is None:
        return Markup()
    missing = one_line(history.missing)
    return render("history_missing.html", missing=missing[:1].upper() + missing[1:], then=then)
