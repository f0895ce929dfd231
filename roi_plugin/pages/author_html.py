"""The author's rendered Markdown made safe: an allow-list of what Markdown and its extensions write."""

import re
from functools import cache
from typing import TYPE_CHECKING

from roi_plugin.pages.html_marks import html_marks
from roi_plugin.sources.markdown_html import SHOWN_TAGS

if TYPE_CHECKING:
    import nh3

# Task lists and tabs are made of inputs by the extensions; an author's own are among what the reader warns of.
_TAGS = set(SHOWN_TAGS) | {"input"}
_DROPPED_WITH_CONTENT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"}
_ATTRIBUTES = {
    "*": {"class", "id", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"checked", "disabled", "name"},
    "label": {"for"},
    "details": {"open"},
    "ol": {"start", "reversed"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "td": {"colspan", "rowspan", "style"},
    "div": {"data-tabs"},
}
# An id that begins with `__` or `roi-` belongs to the theme or to our part: the theme looks its own up by id.
_OWN_ID = re.compile(r"(?!_|roi-)[\w:.-]+\Z|__(?:tabbed|codelineno|span)[\w-]*\Z")
_ALIGNMENT = re.compile(r"text-align:\s*(?:left|right|center);?\Z")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[\\/]{2}", re.IGNORECASE)
# Browsers need seconds for thousands of accents on one letter; no language stacks more than a few.
_ACCENT = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_ACCENT}{{8}}){_ACCENT}+")
# A browser takes all that follows one of these for its content; an author who only names it must not lose the rest.
_SWALLOWS = re.compile(
    r"<(?=(title|script|style|template|noscript|iframe|object|noembed|noframes|plaintext|xmp|svg|math)\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(</?h)([1-6])(?=[ >])")
_WITHIN = re.compile(r'(<a (?:[a-z]+="[^"]*" )*href="#[^"]*"(?: [a-z]+="[^"]*")*) rel="noopener noreferrer"(?=>)')
"""A link that does not leave its page, and what is said there of those that do."""


def author_html(html: str, *, draws: bool = False) -> str:
    """What is left of rendered Markdown when everything that can run, load from elsewhere or disguise itself is gone.

    Kept are text, headings, lists, tables, code, images of this site, links (http, https, mailto, relative),
    admonitions, details, tabs, task lists and footnotes. Headings move down, so that the highest is an `h3`. A diagram
    as text (`mermaid`) stays text unless the site `draws` it by a script of its own: the theme would fetch one from
    another host.
    """
    safe = _WITHIN.sub(r"\1", _cleaner(draws=draws).clean(_shown(html)))
    return _STACKED.sub(r"\1", _below_ours(safe))


def is_left_alone(html: str) -> bool:
    """Whether `author_html` leaves every tag, attribute and word of a piece of HTML."""
    return html_marks(html) == html_marks(_cleaner(draws=False).clean(_shown(html)))


def safe_anchor(anchor: str) -> bool:
    """Whether an author's heading may keep this id."""
    return _OWN_ID.match(anchor) is not None


def plain(html: str) -> str:
    """The text of a piece of HTML, escaped, without any tag."""
    import nh3

    return nh3.clean(html, tags=set())


@cache
def _cleaner(*, draws: bool) -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        tag_attribute_values={"input": {"type": {"checkbox", "radio"}}},
        attribute_filter=_kept if draws else _kept_as_text,
        url_schemes={"http", "https", "mailto"},
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "class":
            return " ".join(name for name in value.split() if _free_class(name)) or None
        case "id" | "for" | "name":
            return value if safe_anchor(value) else None
        case "style":
            return value if _ALIGNMENT.match(value) else None
        case "src" if tag == "img":
            return None if _ELSEWHERE.match(value.strip()) else value
        case _:
            return value


def _kept_as_text(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "class":
        value = " ".join(name for name in value.split() if name != "mermaid")
    return _kept(tag, attribute, value)


def _shown(html: str) -> str:
    """The same with the tags as text that are opened and never closed."""
    if not _SWALLOWS.search(html):
        return html
    closed = {name.lower() for name in re.findall(r"</(\w+)", html)}
    return _SWALLOWS.sub(lambda found: found[0] if found[1].lower() in closed else "&lt;", html)


def _free_class(name: str) -> bool:
    return not name.startswith(("md-", "roi-")) or name in {"md-button", "md-button--primary"}


def _below_ours(html: str) -> str:
    levels = [int(level) for _, level in _HEADING.findall(html)]
    shift = max(0, 3 - min(levels, default=3))
    if not shift:
        return html
    return _HEADING.sub(lambda found: f"{found[1]}{min(6, int(found[2]) + shift)}", html)
