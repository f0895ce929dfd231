"""Where a number comes from, as HTML: a link when the source is a web address, else its words."""

import datetime as dt
import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from roi_plugin.model.estimate import Estimate
from roi_plugin.pages.page import one_line

_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+\Z", re.ASCII)
_LONGEST = 60


def cited(source: str | None, retrieved: dt.date | None = None) -> Markup:
    """A source as HTML; only `http` and `https` addresses become links, everything else stays words."""
    if not source:
        return Markup()
    text = one_line(source)
    words = escape(text)
    if _ADDRESS.match(text):
        words = Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(text, _short(text))
    if retrieved is None:
        return words
    return words + Markup(' <span class="roi-soft">(seen {})</span>').format(retrieved.isoformat())


def sources_of(estimate: Estimate | None) -> Markup:
    """Everything an estimate names as its source: the source itself, who said it, which evidence, which note."""
    if estimate is None:
        return Markup()
    parts = [cited(estimate.source, estimate.retrieved)]
    if estimate.by:
        parts.append(Markup("said by {}").format(", ".join(estimate.by)))
    if estimate.evidence:
        parts.append(Markup("evidence {}").format(", ".join(estimate.evidence)))
    parts += [escape(one_line(words)) for words in (estimate.assumption, estimate.note) if words]
    return Markup("; ").join(part for part in parts if part)


def _short(address: str) -> str:
    try:
        split = urlsplit(address)
    except ValueError:
        return address[:_LONGEST]
    text = (split.hostname or "") + split.path.rstrip("/")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
