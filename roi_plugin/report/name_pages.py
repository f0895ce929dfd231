"""The page of every rule and finding that has a name: what it says and how to answer it."""

import textwrap
from collections.abc import Iterator, Sequence

from msgspec import Struct

from roi_plugin.model.finding_names import FINDING_NAMES, FindingName
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Rule
from roi_plugin.rules.runner import PREFIX

_WIDTH = 96


class NamePage(Struct, frozen=True, kw_only=True):
    """A name (`risk/no-baseline`, `schema/unknown-key`), its fault in one line, and its page as wrapped plain text."""

    name: str
    title: str
    text: str


def name_pages(rules: Sequence[Rule] = RULES) -> tuple[NamePage, ...]:
    """All pages: the rules in their order, then the other names in the order of the alphabet."""
    return tuple(_pages(rules))


def name_page(name: str, rules: Sequence[Rule] = RULES) -> NamePage | None:
    """The page of a name; a rule answers with and without `risk/`."""
    return next((page for page in _pages(rules) if name in (page.name, page.name.removeprefix(PREFIX))), None)


def _pages(rules: Sequence[Rule]) -> Iterator[NamePage]:
    yield from (_rule_page(rule) for rule in rules)
    yield from (_finding_page(name, said) for name, said in sorted(FINDING_NAMES.items()))


def _finding_page(name: str, said: FindingName) -> NamePage:
    title, _, more = said.what.partition(". ")
    parts = {"More": more, "Mend": said.mend}
    text = "\n".join(_part(head, part) for head, part in parts.items() if part)
    return NamePage(name=name, title=title.rstrip("."), text=text)


def _rule_page(rule: Rule) -> NamePage:
    stakes = f"at stakes {rule.level} and above" if rule.level else "at all stakes"
    parts = {
        "Asks": rule.asks,
        "Why": rule.why,
        "Reads": rule.reads,
        "Answer": rule.answer,
        "From": f"the package {rule.origin}" if rule.origin else "",
        "Level": f"{rule.severity.value}; asked of {rule.whom} {stakes} (0 small, 2 large or one-way)",
    }
    text = "\n".join(_part(head, said) for head, said in parts.items() if said)
    return NamePage(name=PREFIX + rule.name, title=rule.title, text=text)


def _part(head: str, said: str) -> str:
    return textwrap.fill(said, _WIDTH, initial_indent=f"{head + ':':<8} ", subsequent_indent=" " * 9)
