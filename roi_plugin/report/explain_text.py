"""The page of a rule or finding as text for a terminal, and the list of all of them."""

from collections.abc import Sequence

from roi_plugin.errors import UnknownNameError
from roi_plugin.model.nearest import nearest
from roi_plugin.report.name_pages import NamePage, name_page, name_pages
from roi_plugin.report.table import aligned
from roi_plugin.report.terminal import safe
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Rule
from roi_plugin.rules.runner import PREFIX


def render(name: str | None = None, rules: Sequence[Rule] = RULES) -> str:
    """The page of `name`; without a name, one line for each rule and finding.

    Raises:
        UnknownNameError: nothing has this name; the message gives the nearest that has.
    """
    if name is None:
        return _list(name_pages(rules), rules)
    page = known_page(name, rules)
    return f"{page.name}: {page.title}\n\n{page.text}\n"


def known_page(name: str, rules: Sequence[Rule] = RULES) -> NamePage:
    """The page of `name`. Raises UnknownNameError as above."""
    page = name_page(name.strip(), rules)
    if page is None:
        raise UnknownNameError(_unknown(name.strip(), rules))
    return page


def _list(pages: tuple[NamePage, ...], rules: Sequence[Rule]) -> str:
    origins = {PREFIX + rule.name: f" (from {safe(rule.origin)})" for rule in rules if rule.origin}
    lines = aligned([(page.name, page.title + origins.get(page.name, "")) for page in pages])
    return "\n".join([*lines, "", "`roi explain NAME` tells more of one of them."]) + "\n"


def _unknown(name: str, rules: Sequence[Rule]) -> str:
    full = [page.name for page in name_pages(rules)]
    meant = nearest(name, [*full, *(one.rpartition("/")[2] for one in full)])
    hint = f"did you mean `{meant}`?" if meant else "`roi explain` lists them all."
    return f"`{safe(name)}` is not the name of a rule or finding: {hint}"
