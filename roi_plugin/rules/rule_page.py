"""A rule's page, read from the docstring of its module."""

from functools import cache

from msgspec import Struct

HEADS = ("Asks", "Why", "Reads", "Answer")


class RulePage(Struct, frozen=True, kw_only=True):
    """The parts of a rule's page, each as one paragraph; empty where the page lacks it."""

    title: str
    asks: str = ""
    why: str = ""
    reads: str = ""
    answer: str = ""


@cache
def read_page(docstring: str) -> RulePage:
    """Splits a docstring of the form `Title.`, empty line, `Asks: ...`, `Why: ...`, `Reads: ...`, `Answer: ...`."""
    title, _, rest = docstring.strip().partition("\n")
    parts: dict[str, list[str]] = {head: [] for head in HEADS}
    current: list[str] = []
    for line in rest.splitlines():
        head, colon, text = line.partition(":")
        if colon and head in parts:
            current = parts[head]
            line = text  # noqa: PLW2901
        current.append(line.strip())
    asks, why, reads, answer = (" ".join(filter(None, parts[head])) for head in HEADS)
    return RulePage(title=title.strip().rstrip("."), asks=asks, why=why, reads=reads, answer=answer)
