"""Which files beside records could run something in the browser of whoever opens them, and so are not published."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

_ACTIVE = {".hta", ".htm", ".html", ".js", ".mht", ".mhtml", ".mjs", ".shtml", ".svgz", ".swf", ".xht", ".xhtml"}
_ACTIVE |= {".xml", ".xsl", ".xslt"}
_LARGEST_PICTURE = 4 * 1024 * 1024
_DECLARED = re.compile(
    rb"<!(?:DOCTYPE[^>]*\[|ENTITY)|<\?xml-stylesheet|encoding\s*=\s*[\"'](?!utf-?8[\"'])", re.IGNORECASE
)
"""What lets a text be read otherwise than it looks."""
_ELEMENTS = frozenset({"animate", "animatemotion", "animatetransform", "embed", "foreignobject", "handler", "iframe"})
_ELEMENTS |= {"object", "script", "set"}
_INSIDE = re.compile(r"#|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE)
_LEADING = re.compile(r"https?://", re.IGNORECASE)
_STYLE = re.compile(r"@import|\\|url\(\s*['\"]?(?!#|data:image/(?:png|jpeg|gif|webp);)", re.IGNORECASE)


def is_active(path: Path) -> bool:
    """Whether a file is one that browsers run, or a drawing with something in it that they would; OSError as usual."""
    ending = path.suffix.lower()
    return ending in _ACTIVE or (ending == ".svg" and not _is_still(path))


def _is_still(path: Path) -> bool:
    """Whether a drawing is one that parses, and only draws."""
    if path.stat().st_size > _LARGEST_PICTURE:
        return False
    content = path.read_bytes()
    if _DECLARED.search(content) or b"\0" in content:
        return False
    try:
        root = ET.fromstring(content)  # noqa: S314 - without a document type nothing expands
    except (ET.ParseError, ValueError, RecursionError):
        return False
    return not any(True for _ in _active_parts(root))


def _active_parts(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = _local(element.tag)
        if name in _ELEMENTS or (name == "style" and _STYLE.search("".join(element.itertext()))):
            yield name
        for key, value in element.attrib.items():
            attribute, written = _local(key), value.strip()
            leads = attribute == "href" and not _INSIDE.match(written) and not (name == "a" and _LEADING.match(written))
            if attribute.startswith("on") or leads or _STYLE.search(written.removeprefix("url(#")):
                yield attribute


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
