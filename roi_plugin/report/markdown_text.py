"""Text of a record within Markdown: shown as it is, whatever it holds."""

import re

from roi_plugin.report.terminal import safe

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
_LINKS = re.compile(r":(?=//)|(?<=www)\.|@")


def markdown(text: str) -> str:
    """The text on one line, for the middle of a line: no sign in it makes markup, a link or a mention."""
    escaped = _SIGNS.sub(lambda match: f"\\{match[0]}", safe(text))
    return _LINKS.sub(lambda match: f"&#{ord(match[0])};", escaped)
