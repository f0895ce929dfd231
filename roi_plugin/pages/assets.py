"""The style sheet of our pages, under a name that changes with its content."""

import hashlib
from functools import cache
from importlib.resources import files


@cache
def style_sheet() -> tuple[str, str]:
    """Path in the site, and text."""
    text = (files("roi_plugin.pages") / "assets" / "roi.css").read_text(encoding="utf-8")
    return f"assets/roi.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css", text
