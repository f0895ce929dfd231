"""A body that could hang the rendering is refused; one within the limits renders quickly."""

import markdown
import pytest

from roi_plugin.sources.markdown_limits import (
    MAX_BODY,
    MAX_DEFINITIONS,
    MAX_INDENT,
    MAX_NESTING,
    MAX_OPEN_BRACKETS,
    MAX_QUOTED_LINES,
    limit_faults,
)

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"] + [
    f"pymdownx.{name}" for name in ("details", "highlight", "inlinehilite", "superfences", "tabbed", "tasklist")
]


@pytest.mark.parametrize(
    ("body", "name", "part"),
    [
        ("a" * (MAX_BODY + 1), "file/too-large", ""),
        ("a\n" * 4_001, "file/too-large", "\n"),
        ("x" + "\n# a" * 501, "file/too-large", "\n"),
        ("- " * (MAX_NESTING + 1) + "a", "file/too-deep", "-"),
        ("1. " * (MAX_NESTING + 1) + "a", "file/too-deep", "."),
        ("a\n" + ">" * (MAX_NESTING + 1) + "a", "file/too-deep", ">"),
        (" " * (MAX_INDENT + 1) + "a", "file/too-deep", " "),
        ("\t" * 41 + "a", "file/too-deep", "\t"),
        ("a\n\n" + "[" * (MAX_OPEN_BRACKETS + 1), "file/too-deep", "["),
        ("[a](" * (MAX_OPEN_BRACKETS + 1), "file/too-deep", "("),
        ("<a " * (MAX_OPEN_BRACKETS + 1), "file/too-deep", "<"),
        ("[" * 200 + "]" * 200, "file/too-deep", "["),
        ("a\n" + ": b\n" * (MAX_DEFINITIONS + 1), "file/too-deep", ":"),
        ("a\n\n" + "> a\n> : b\n" * (MAX_DEFINITIONS + 1), "file/too-deep", ":"),
        ("".join("`" * length + "a" for length in range(1, 600)), "file/too-large", "`"),
        ("\\." * 8_001, "file/too-large", "\\"),
        ("&#x41;" * 8_001, "file/too-large", "&"),
        ("a\n" + "---\n" * 1_001, "file/too-large", "\n"),
        ("> a\n" * (MAX_QUOTED_LINES + 1), "file/too-large", ">"),
    ],
)
def test_a_body_beyond_a_limit_is_a_fault_at_its_place(body: str, name: str, part: str) -> None:
    (fault,) = limit_faults(body)
    assert fault.name == name
    assert body[fault.start : fault.end].startswith(part)


AT_THE_LIMIT = {
    "brackets": "[" * MAX_OPEN_BRACKETS,
    "many bracket paragraphs": ("[" * MAX_OPEN_BRACKETS + "\n\n") * 40,
    "link openings": ("[a](" * MAX_OPEN_BRACKETS + "\n\n") * 40,
    "tags": ("<a " * MAX_OPEN_BRACKETS + "\n\n") * 20,
    "nested lists": "\n".join(" " * 4 * level + "- a" for level in range(MAX_INDENT // 4)),
    "nested notes": "\n".join(" " * 4 * level + "!!! note" for level in range(MAX_INDENT // 4)),
    "paragraphs": "a\n\n" * 1_999,
    "items": "- a\n" * 3_999,
    "table rows": "a|b\n-|-\n" + "a|b\n" * 3_990,
    "table cells": "|a" * 1_300 + "\n" + "|-" * 1_300 + "\n" + "|a" * 1_300,
    "headings": "# a\n" * 500,
    "footnotes": "[^1]" * 390 + "\n\n[^1]: a",
    "abbreviations": "\n".join(f"*[a{number}]: b" for number in range(200)) + "\n\n" + "a1 " * 10_000,
    "definitions": "a\n: b\n" * MAX_DEFINITIONS,
    "definitions in quotes": "> a\n> : b\n" * MAX_DEFINITIONS,
    "definitions in nested lists": "\n".join(" " * 4 * level + "- a" for level in range(19))
    + "\n\n"
    + (" " * 76 + "a\n" + " " * 76 + ": b\n") * MAX_DEFINITIONS,
    "many definition lists": "a\n: b\n\n" * 1_300,
    "backtick runs": "".join("`" * length + "a" for length in range(1, 126)),
    "escapes": "\\*" * 8_000,
    "entities": "&#x41;" * 8_000,
    "quoted lines": "> a\n" * MAX_QUOTED_LINES,
    "emphases": "**a*" * 2_600,
    "words": "word " * 39_000,
    "text": ("A sentence of a record, with `code`, a [link](a.md) and *emphasis*.\n" * 5 + "\n") * 300,
}


@pytest.mark.parametrize("name", AT_THE_LIMIT)
def test_a_body_at_a_limit_is_rendered(name: str) -> None:
    body = AT_THE_LIMIT[name]
    assert limit_faults(body) == []
    assert markdown.Markdown(extensions=EXTENSIONS).convert(body)
