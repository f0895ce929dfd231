"""Leads who skips the navigation to the top of a page of ours: its first heading comes after what matters most."""

import re

TOP = "roi-top"
"""The anchor of a page's content, title and verdict included."""

_LINK = re.compile(r'<a href="#[^"]*"(?=\s+class="md-skip")')
_CONTENT = '<article class="md-content__inner'


def skips_to_top(html: str) -> str:
    """A page as Material renders it, with the top of its content as the aim of its skip link; any other as it is."""
    if _CONTENT not in html:
        return html
    aimed, found = _LINK.subn(f'<a href="#{TOP}"', html, count=1)
    return aimed.replace(_CONTENT, f'<article id="{TOP}" class="md-content__inner', 1) if found else html
