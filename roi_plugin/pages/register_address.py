"""The address of the register with only some decisions chosen, as its script reads and writes it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from roi_plugin.model.decision import Status
from roi_plugin.pages.addresses import REGISTER
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import one_line
from roi_plugin.pages.register_rows import NOTHING

IN_FORCE = {"status": Status.ACCEPTED.value}
"""The choice of what binds now."""


def register_href(here: str, book: Book, choice: Mapping[str, str | None]) -> str:
    """The register as seen from the page `here`: values by the names of its facets, None for a field without one."""
    chosen = {facet: one_line(value or "") or NOTHING for facet, value in choice.items()}
    return f"{book.addresses.href(here, REGISTER)}?{urlencode(chosen)}"
