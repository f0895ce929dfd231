"""What is wrong with a record, for its reader: each flag with the place, the line at fault and the fix."""

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from roi_plugin.language import text
from roi_plugin.model.finding import Finding
from roi_plugin.pages.addresses import FLAGS, finding_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render
from roi_plugin.rules.rule import Rule
from roi_plugin.rules.runner import PREFIX

_BEFORE = 60
_AFTER = 100


class _Flag(Struct, frozen=True, kw_only=True):
    name: str
    href: str
    message: str
    help: str
    silences: str
    place: str
    field: str
    excerpt: tuple[str, str, str] | None


def flags_section(
    findings: Iterable[Finding], here: str, book: Book, *, title: str = "", is_open: bool = False
) -> Section | None:
    """The findings of one record by severity, the gravest first, a line each that opens; nothing when there are none.

    They stand opened on a page that `is_open`: one that has nothing else to say.
    """
    ordered = sorted(findings, key=lambda finding: (finding.severity.rank, finding.sort_key))
    if not ordered:
        return None
    rules = {PREFIX + rule.name: rule for rule in book.assessment.rules}
    groups = [
        (severity.value, [_flag(finding, here, book, rules.get(finding.name)) for finding in several])
        for severity, several in groupby(ordered, key=lambda finding: finding.severity)
    ]
    html = render("record_flags.html", groups=groups, is_open=is_open)
    return Section(anchor=FLAGS, title=f"{title or text('Flags')} ({len(ordered)})", html=html)


def _flag(finding: Finding, here: str, book: Book, rule: Rule | None) -> _Flag:
    page, anchor = finding_page(finding.name)
    return _Flag(
        name=finding.name,
        href=book.addresses.href(here, page, anchor),
        message=finding.message,
        # The answer on the rule's page says the general advice again, and more.
        help="" if rule is not None and finding.help == rule.mend else finding.help or "",
        silences=rule.answer if rule is not None else "",
        place=f"{finding.path}:{finding.place.line}:{finding.place.column}",
        field=finding.field,
        excerpt=_pieces(finding),
    )


def _pieces(finding: Finding) -> tuple[str, str, str] | None:
    line = finding.telling_line
    if line is None:
        return None
    start = min(finding.place.column - 1, len(line))
    end = min(max((finding.place.end_column or 0) - 1, start + 1), start + _AFTER)
    first = max(0, start - _BEFORE) if len(line) > _BEFORE + _AFTER else 0
    before = ("…" if first else "") + line[first:start]
    after = line[end : first + _BEFORE + _AFTER] + ("…" if len(line) > max(end, first + _BEFORE + _AFTER) else "")
    return before.lstrip(), line[start:end], after
