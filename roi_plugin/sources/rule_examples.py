"""The example records of the rules, one flagged and one clean: tests run them, and the rules' pages show them."""

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

_PACKAGE = Path(__file__).resolve().parent.parent
BEFORE = "before/0042-example.md"
"""The record of the examples as it was accepted, where a rule asks for what changed since."""


class RuleExample(Struct, frozen=True, kw_only=True):
    """A file as text, without the comments that mark what is flagged; `flagged` are the lines' numbers, from 1."""

    text: str
    flagged: tuple[int, ...] = ()


@cache
def example_folder() -> Path:
    """Where the examples are: inside an installed package, among the tests in a checkout."""
    inside = _PACKAGE / "rules" / "examples"
    return inside if inside.is_dir() else _PACKAGE.parent / "tests" / "rules" / "examples"


def rule_example(rule: str, file: str) -> RuleExample | None:
    """A rule's `flagged.md` or `clean.md`, or what the two share; None where there is none.

    They may share an `assumptions.yml`, the record as it was accepted (`BEFORE`), and a decision that they depend on.
    """
    try:
        text = (example_folder() / rule / file).read_text(encoding="utf-8")
    except OSError:
        return None
    mark = re.compile(rf"[ \t]*# {re.escape(rule)}$")
    lines = text.rstrip("\n").split("\n")
    flagged = tuple(number for number, line in enumerate(lines, 1) if mark.search(line))
    return RuleExample(text="\n".join(mark.sub("", line) for line in lines), flagged=flagged)
