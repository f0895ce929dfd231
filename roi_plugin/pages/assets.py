"""The style sheet, the scripts and the picture of our pages, each under a name that changes with its content."""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_EVERYWHERE = ("mounting.js", "words.js", "search_box.js", "folded_tables.js", "parts.js")
"""What every page loads, in the order in which it is read."""
_BORDER = "policy_border.js"
"""What every page loads besides where some pages are under a content security policy and others are not."""
_PARTS = {
    "form.roi-filter": (("timeline_filter.js",),),
    "form.roi-as-of": (("as_of.js",),),
    "form.roi-lineage-form": (("lineage_graph.js", "lineage_lines.js"), ("lineage.js",)),
    "form.roi-register": (("register_rows.js",), ("register.js",)),
}
"""What only pages load on which something is found by a selector: scripts, each made of files and named after the last.

A script has what those before it define.
"""
_BASE = ("onEach", "worded", "counted")
_DEFINED = re.compile(r"^(?:function|const) (\w+)", re.MULTILINE)

_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
_MARGIN = re.compile(r"\n\s*")
_GAP = re.compile(r"""("[^"]*")|\s*([{};,>])\s*|:\s+""")
"""White space that a style sheet does without, and what stands in it; not what is quoted."""


@cache
def style_sheet() -> tuple[str, str]:
    """Path in the site, and text, without remarks and white space."""
    written = _REMARK.sub("", _text("roi.css")).strip()
    return _named("roi", "css", _GAP.sub(lambda found: found[1] or found[2] or ":", written).replace(";}", "}"))


@cache
def script(folder: str = "") -> tuple[str, str]:
    """Path in the site, and text of the script that every page loads; it loads the `script_parts` where due.

    `folder` is the address, in the site, of the pages under a content security policy if others are not; ends in `/`.
    """
    parts = {selector: [path.rpartition("/")[2] for path in _scripts(selector)] for selector in _PARTS}
    told = [f"const PARTS = {json.dumps(parts)};", *map(_text, _EVERYWHERE)]
    if folder:
        told += [f"const FOLDER = {json.dumps(folder)};", _text(_BORDER)]
    return _named("roi", "js", _scope(told))


@cache
def script_parts() -> dict[str, str]:
    """The other scripts by their paths in the site: what each does only some pages need."""
    return {path: text for selector in _PARTS for path, text in _scripts(selector).items()}


def _scripts(selector: str) -> dict[str, str]:
    found: dict[str, str] = {}
    known = list(_BASE)
    for names in _PARTS[selector]:
        texts = [f"const {{ {', '.join(known)} }} = window.roi;", *map(_text, names)]
        if names is not _PARTS[selector][-1]:
            defined = _DEFINED.findall("\n".join(map(_text, names)))
            texts.append(f"Object.assign(window.roi, {{ {', '.join(defined)} }});")
            known += defined
        path, text = _named(f"roi-{names[-1].removesuffix('.js').replace('_', '-')}", "js", _scope(texts))
        found[path] = text
    return found


def _scope(texts: Iterable[str]) -> str:
    """Scripts in a scope of their own, so that they meet nobody else's names; without remarks and margins."""
    inner = _MARGIN.sub("\n", _LINE_REMARK.sub("", "\n".join(texts))).strip()
    return f'(() => {{\n"use strict";\n{inner}\n}})();\n'


@cache
def social_image() -> tuple[str, bytes]:
    """Path in the site, and content of the picture that stands beside a link to a page elsewhere."""
    content = (files("roi_plugin.pages") / "assets" / "social.png").read_bytes()
    return f"assets/roi.{hashlib.sha256(content).hexdigest()[:8]}.png", content


def _named(name: str, ending: str, text: str) -> tuple[str, str]:
    return f"assets/{name}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{ending}", text


def _text(name: str) -> str:
    return (files("roi_plugin.pages") / "assets" / name).read_text(encoding="utf-8")
