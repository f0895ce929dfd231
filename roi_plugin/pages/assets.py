"""The style sheet, the script and the picture of our pages, each under a name that changes with its content."""

import hashlib
from functools import cache
from importlib.resources import files

_SCRIPTS = (
    "mounting.js",
    "timeline_filter.js",
    "as_of.js",
    "search_box.js",
    "lineage_graph.js",
    "lineage_lines.js",
    "lineage.js",
    "register_rows.js",
    "register.js",
)
"""One file for each thing that a page does, in the order in which they are read; the first one serves the others."""


@cache
def style_sheet() -> tuple[str, str]:
    """Path in the site, and text."""
    return _named("css", _text("roi.css"))


@cache
def script() -> tuple[str, str]:
    """Path in the site, and text: all our scripts in a scope of their own, so that they meet nobody else's names."""
    inner = "\n".join(_text(name).strip() for name in _SCRIPTS)
    return _named("js", f'(() => {{\n"use strict";\n{inner}\n}})();\n')


@cache
def social_image() -> tuple[str, bytes]:
    """Path in the site, and content of the picture that stands beside a link to a page elsewhere."""
    content = (files("roi_plugin.pages") / "assets" / "social.png").read_bytes()
    return f"assets/roi.{hashlib.sha256(content).hexdigest()[:8]}.png", content


def _named(ending: str, text: str) -> tuple[str, str]:
    return f"assets/roi.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{ending}", text


def _text(name: str) -> str:
    return (files("roi_plugin.pages") / "assets" / name).read_text(encoding="utf-8")
