"""The author's Markdown for other site engines: as it was written where that is safe, else what is left of its HTML."""

import posixpath
import re
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


def author_markdown(text: str, here: str, addresses: Addresses) -> str:
    """The text itself if our own site would show all that an engine makes of it; else the HTML that our site shows.

    `here` is the path of the page, from which links in the HTML lead by `addresses`. The HTML is one block without an
    empty line and without a mark in which an engine could see Markdown, a fence or a template.
    """
    if not _MAY_DO_SOMETHING.search(text):
        return text
    rendered = [_engine(names).reset().convert(text) for names in (_WHAT_OUR_PAGES_NEED, _WHAT_ENGINES_HAVE)]
    if all(map(is_left_alone, rendered)) and not _MAY_STEER.search(text):
        return text
    html = _LINK.sub(lambda found: _address(found[1], here, addresses), author_html(rendered[-1]))
    return _BLANK.sub("&#10;", f"<div>\n{html.strip()}\n</div>".translate(_MARKS))


@cache
def _engine(names: tuple[str, ...]) -> "Markdown":
    from markdown import Markdown

    return Markdown(extensions=[*names], extension_configs={name: _SETTINGS.get(name, {}) for name in names})


def _address(link: str, here: str, addresses: Addresses) -> str:
    there = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(unescape(link))))
    return escape(addresses.href(here, record_page(there)))
