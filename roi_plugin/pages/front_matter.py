"""The front matter of a page for other site engines, which read it as YAML and print what stands there as HTML."""

import json
import re
from collections.abc import Iterable, Mapping
from html import unescape

_NOT_IN_YAML = re.compile("[\ufffe\uffff]")
_AS_HTML = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;"})


def front_matter(values: Mapping[str, str | Iterable[str]]) -> str:
    """The values, plain texts of one line or lists of them, each as it must stand to be shown as it is.

    What would begin a tag or end an attribute is escaped, and an `&` where it would be read as something else: engines
    escape a title in some places and not in others, and most titles are the same in both.
    """
    lines = (f"{key}: {_written(value)}" for key, value in values.items())
    return "\n".join(["---", *lines, "---"])


def _written(value: str | Iterable[str]) -> str:
    if isinstance(value, str):
        text = json.dumps(_escaped(value), ensure_ascii=False)
        return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f"[{', '.join(map(_written, value))}]"


def _escaped(text: str) -> str:
    clear = text if unescape(text) == text else text.replace("&", "&amp;")
    return clear.translate(_AS_HTML)
