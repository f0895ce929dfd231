"""The links of a part of one of our pages, as they lead there from another page that shows it again."""

import re

from markupsafe import Markup

_HREF = re.compile(r'(<a\b[^>]*? href=")([^"]*)"')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")


def moved_links(html: Markup, base: str) -> Markup:
    """The HTML with each relative link led over `base`, the address of the page it is from as seen from the new one.

    The HTML has to be of our own templates: their links are the first that is looked for in each `<a>`.
    """
    moved = _HREF.sub(lambda match: f'{match[1]}{_over(base, match[2])}"', str(html))
    return Markup(moved)  # noqa: S704 - it was markup, and nothing but addresses changed


def _over(base: str, href: str) -> str:
    if _ELSEWHERE.match(href):
        return href
    if href.startswith("#"):
        return base + href
    folders, rest = base.split("/")[:-1] or ["."], href.removeprefix("./")
    while rest.startswith("../") and folders and folders[-1] not in (".", ".."):
        folders.pop()
        rest = rest.removeprefix("../")
    return "/".join([*(folders or ["."]), rest])
