"""Where a number comes from, as HTML: a link when the source is a web address, else its words."""

import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from roi_plugin.language import sentence, text
from roi_plugin.model.estimate import Estimate, Evidence
from roi_plugin.pages.page import one_line

_ADDRESS = re.compile(r"https?://[^\s<>\"'`]+\Z", re.ASCII)
_LONGEST = 60


def cited(source: str | None, retrieved: dt.date | None = None) -> Markup:
    """A source as HTML; only `http` and `https` addresses become links, everything else stays words."""
    if not source:
        return Markup()
    line = one_line(source)
    words = escape(line)
    if _ADDRESS.match(line):
        words = Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(line, _short(line))
    if retrieved is None:
        return words
    return words + Markup(' <span class="roi-soft">({})</span>').format(text("seen %(day)s", day=retrieved))


def evidence_cited(one: Evidence, name: str) -> Markup:
    """A piece of evidence under a name: its kind, its day, and where it can be read."""
    about = ", ".join(
        part for part in (sentence(one.kind or ""), one.date.isoformat() if one.date else None) if part and part != name
    )
    words = escape(name) + (f" ({about})" if about else "")
    where = cited(one.url, one.retrieved)
    return words + Markup(" · ") + where if where else words


def sources_of(estimate: Estimate | None, assumptions: Mapping[str, str] = MappingProxyType({})) -> Markup:
    """Everything an estimate names as its source: the source itself, who said it, which evidence, which note.

    `assumptions` holds the addresses of the shared assumptions by id.
    """
    if estimate is None:
        return Markup()
    parts = [cited(estimate.source, estimate.retrieved)]
    if estimate.by:
        parts.append(escape(text("said by %(who)s", who=", ".join(estimate.by))))
    if estimate.evidence:
        parts.append(escape(text("evidence %(names)s", names=", ".join(estimate.evidence))))
    if estimate.assumption:
        parts.append(_shared(estimate.assumption, estimate.stated, assumptions.get(estimate.assumption)))
    if estimate.note:
        parts.append(escape(one_line(estimate.note)))
    return Markup("; ").join(part for part in parts if part)


def _shared(name: str, stated: str | None, address: str | None) -> Markup:
    words = Markup('<a href="{}">{}</a>').format(address, name) if address else escape(name)
    then = f" ({text('decided with %(value)s', value=one_line(stated))})" if stated else ""
    return Markup("{} {}{}").format(text("assumption"), words, then)


def _short(address: str) -> str:
    try:
        split = urlsplit(address)
    except ValueError:
        return address[:_LONGEST]
    short = (split.hostname or "") + split.path.rstrip("/")
    return short if len(short) <= _LONGEST else short[: _LONGEST - 1] + "…"
