"""Atom 1.0 (RFC 4287): the entries of a feed as a document that feed readers take."""

import datetime as dt
from collections.abc import Callable, Sequence
from xml.etree import ElementTree as ET

from roi_plugin.report.feed_entries import Entry, stable_id
from roi_plugin.report.terminal import safe

_ATOM = "http://www.w3.org/2005/Atom"


def atom(  # noqa: PLR0913 - what a feed says of itself
    entries: Sequence[Entry],
    *,
    title: str,
    key: str,
    today: dt.date,
    link: Callable[[str], str] | None = None,
    home: str = "",
    address: str = "",
) -> str:
    """The feed of these entries, the newest first; `key` is what tells it from our other feeds of the same register.

    `link` gives the address of the page of a record, `home` is that of the site and `address` that of the feed itself.
    """
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    _text(feed, "id", stable_id("feed", home, key))
    _text(feed, "title", title)
    _text(feed, "updated", _moment(max((entry.date for entry in entries), default=today)))
    _text(ET.SubElement(feed, f"{{{_ATOM}}}author"), "name", "Decision register")
    for relation, target in (("self", address), ("alternate", home)):
        if target:
            ET.SubElement(feed, f"{{{_ATOM}}}link", {"rel": relation, "href": target})
    for entry in entries:
        _entry(ET.SubElement(feed, f"{{{_ATOM}}}entry"), entry, link)
    ET.indent(feed, "")
    return ET.tostring(feed, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="utf-8"?>\n', "\n")
    )


def _entry(element: ET.Element, entry: Entry, link: Callable[[str], str] | None) -> None:
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.date))
    if entry.author:
        _text(ET.SubElement(element, f"{{{_ATOM}}}author"), "name", entry.author)
    if link is not None:
        ET.SubElement(element, f"{{{_ATOM}}}link", {"rel": "alternate", "href": link(entry.path)})
    ET.SubElement(element, f"{{{_ATOM}}}category", {"term": entry.category})
    _text(element, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    # XML has no way to write a control character, so it stands as its escape.
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = safe(text)


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
