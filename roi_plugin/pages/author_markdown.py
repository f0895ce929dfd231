"""The author's Markdown for other site engines: as it was written where that is safe, else what is left of its HTML."""

import posixpath
import re
from collections.abc import Container
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from roi_plugin.pages.addresses import Addresses, record_page
from roi_plugin.pages.author_html import author_html, is_left_alone

if TYPE_CHECKING:
    from markdown import Markdown  # type: ignore[import-untyped]

_WHAT_OUR_PAGES_NEED = ("attr_list", "md_in_html", "fenced_code", "tables")
_WHAT_ENGINES_HAVE = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.superfences"),
    *("pymdownx.tabbed", "pymdownx.tasklist"),
)
_SETTINGS = {"pymdownx.tabbed": {"alternate_style": True}, "pymdownx.tasklist": {"custom_checkbox": True}}
# Tags, entities, attribute lists; addresses that are none of the web or of the site; pictures.
_MAY_DO_SOMETHING = re.compile(r"[<&{]|(?<!\bhttp)(?<!\bhttps)(?<!\bmailto):(?=\S)|(?<!:)//|\\\\|!\[")
# Files to be put in and templates, which some engines look for before they read the Markdown, in code too.
_MAY_STEER = re.compile(r"8<-|\{\{|\{%")
_BLANK = re.compile(r"\n(?=[ \t]*(?:\n|\Z))")
_MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in "`~{["})
_LINK = re.compile(r'(?<= href=")(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/\\])([^"?#]+\.(?:md|ya?ml))(?=["?#])')
_NAMES_YAML = re.compile(r"\.ya?ml")
_TO_YAML = re.compile(r"(?:(?<=\]\()|(?<=\]: ))[^()<>\s:?#]+\.ya?ml(?=[)#\s]|\Z)")
_HREF = re.compile(r'(?<= href=")[^"]*')


def author_markdown(text: str, here: str, addresses: Addresses, pages: Container[str]) -> str:
    """The text itself if our own site would show all that an engine makes of it; else the HTML that our site shows.

    `here` is the path of the page, from which links in the HTML lead by `addresses`; in Markdown a link to a record
    that is written in YAML leads to its page among `pages`. The HTML is one block without an empty line and without a
    mark in which an engine could see Markdown, a fence or a template.
    """
    if not _MAY_DO_SOMETHING.search(text) and not _NAMES_YAML.search(text):
        return text
    rendered = [_rendered(text, names) for names in (_WHAT_OUR_PAGES_NEED, _WHAT_ENGINES_HAVE)]
    if all(map(is_left_alone, rendered)) and not _MAY_STEER.search(text):
        led = _led(text, rendered[-1], here, pages)
        if led is not None:
            return led
    html = _LINK.sub(lambda found: _address(found[1], here, addresses), author_html(rendered[-1]))
    return _BLANK.sub("&#10;", f"<div>\n{html.strip()}\n</div>".translate(_MARKS))


def _led(text: str, html: str, here: str, pages: Container[str]) -> str | None:
    """The text, whose HTML is given, with each link to a record in YAML led to its page.

    None where one would be left, or where something else would change: what looks like a link may be code.
    """

    def is_page(link: str) -> bool:
        return record_page(_there(link, here)) in pages

    def to_yaml(html: str) -> bool:
        return any(is_page(unescape(link)) for link in _LINK.findall(html) if not link.endswith(".md"))

    if not to_yaml(html):
        return text
    led = _TO_YAML.sub(lambda found: record_page(found[0]) if is_page(found[0]) else found[0], text)
    shown = _rendered(led, _WHAT_ENGINES_HAVE)
    return led if _HREF.sub("", shown) == _HREF.sub("", html) and not to_yaml(shown) else None


def _rendered(text: str, names: tuple[str, ...]) -> str:
    return str(_engine(names).reset().convert(text))


@cache
def _engine(names: tuple[str, ...]) -> "Markdown":
    from markdown import Markdown

    return Markdown(extensions=[*names], extension_configs={name: _SETTINGS.get(name, {}) for name in names})


def _address(link: str, here: str, addresses: Addresses) -> str:
    return escape(addresses.href(here, record_page(_there(unescape(link), here))))


def _there(link: str, here: str) -> str:
    """The path that a link from the page `here` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(link)))
