"""By what a kept page is known: the digest of all that it is written from, so that none is ever stale."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct, structs

from roi_plugin.assess import Judged
from roi_plugin.pages.addresses import PORTFOLIO, record_page
from roi_plugin.pages.book import Book
from roi_plugin.pages.late import Draft
from roi_plugin.pages.portfolio_findings import OFF_TRACK, UNWATCHED
from roi_plugin.pages.record_lineage import record_lineage
from roi_plugin.pages.record_strip import strip_facts
from roi_plugin.pages.waived import waived
from roi_plugin.rules.rule import Rule
from roi_plugin.rules.runner import PREFIX
from roi_plugin.sources.own_code import everything_of_ours

_READ_OF_FINDINGS = {f"{PREFIX}{name}" for name in UNWATCHED} | {OFF_TRACK}
"""The findings that the portfolio counts."""


class RecordKeys(Struct, frozen=True, kw_only=True):
    """The keys of one decision: `whole` of all that is told of it alone, `told` without the prose of a `.md` file.

    No list tells of the prose, so an edit of it writes none again.
    """

    whole: str
    told: str


class PageKeys:
    """The keys of the pages of one book. What is told of a decision without its text is a cause as it is told.

    An appraisal, the text that was accepted and what came of both are no causes: they follow from the text, the
    assumptions, the policy and our code, which are.
    """

    def __init__(self, book: Book) -> None:
        world = book.assessment
        self._book = book
        self._assumptions = {name: repr(one) for name, one in world.assumptions.items()}
        addresses = (book.language, book.addresses, book.repository.commit("0" * 40), book.repository.pull_request("1"))
        self._common = _bytes(everything_of_ours(), *addresses, world.policy, *map(_rule, world.rules))

    @cached_property
    def of_records(self) -> dict[str, RecordKeys]:
        """The keys of what is told of each decision, by its path, in the order of their numbers."""
        return {judged.decision.path: self._of(judged) for judged in self._book.by_number}

    def _of(self, judged: Judged) -> RecordKeys:
        decision, file = judged.decision, judged.file
        own = (decision.path, file.shown, judged.stakes, judged.links, judged.findings, judged.history)
        causes = _bytes(*own, _steady(judged.past), _steady(judged.drift), *self._around(judged))
        start = file.source.body_start
        told = _digest(self._common, causes, _encoded(file.text[:start]))
        prose = "" if start is None else file.text[start:]
        return RecordKeys(told=told, whole=_digest(_encoded(told), _encoded(prose)))

    def of_lists(self, settings: str) -> str:
        """The key of all that is written from the whole register, for a site with these settings."""
        world, history = self._book.assessment, self._book.assessment.history
        decided = self._book.by_path
        beside = [(path, one) for path, one in history.by_path.items() if path not in decided]
        broken = [(file.path, file.shown, file.findings, file.text) for file in world.broken]
        told = (world.today, world.findings, broken, beside, history.gone, history.missing, history.root)
        keys = (one.told for one in self.of_records.values())
        withheld = bool(world.withheld)
        return _digest(self._common, _bytes(*told, withheld, *self._assumptions.values(), settings, *keys))

    def of_draft(self, draft: Draft) -> str:
        """The key of a page that is written from these causes alone."""
        return _digest(self._common, _bytes(draft.head.path, *draft.causes))

    def of_portfolio(self, summed: Iterable[Judged]) -> str:
        """The key of the page that tells of these decisions what they are worth, and of nothing else."""
        told = []
        for one in summed:
            link = self._book.page_link(PORTFOLIO, one)
            asked = [(finding.name, finding.field) for finding in one.findings if finding.name in _READ_OF_FINDINGS]
            told.append((one.decision.path, link, one.stakes, asked, one.file.text[: one.file.source.body_start]))
        return _digest(self._common, _bytes(*self._assumptions.values()), _bytes(*told))

    def _around(self, judged: Judged) -> Iterator[object]:
        """What a decision is told with that others say: neighbours, successors, assumptions, rules that are waived."""
        here, links, book = record_page(judged.decision.path), judged.links, self._book
        every = (links.supersedes, links.superseded_by, links.depends_on, links.dependents, links.related)
        near = dict.fromkeys(link.id for several in every for link in several)
        yield from (book.page_link(here, book.by_id[name]) for name in near if name in book.by_id)
        yield [[book.page_link(here, one) for one in generation] for generation in book.successors(judged)]
        # The picture tells of more than direct neighbours; it is small however many there are.
        yield record_lineage(judged, book)
        yield from (self._assumptions.get(use.id) for use in judged.decision.assumptions)
        if judged.decision.waivers:
            yield waived([judged], here, book)
        # What is overdue, and which review was held.
        yield strip_facts(judged, book.assessment.today)
        if judged.decision.guardrails or judged.decision.okr:
            # What was observed counts from its day on.
            yield book.assessment.today
        if judged.past.moved or judged.past.assumed or judged.past.then:
            # What was accepted is valued anew, and an amendment counts from its day on.
            yield book.assessment.today
            yield from self._assumptions.values()


def _rule(rule: Rule) -> tuple[object, ...]:
    asked_of = sorted(status.value for status in rule.asked_of)
    return rule.name, rule.page, rule.severity, rule.level, asked_of, rule.mend, rule.theme


def _steady(value: object) -> object:
    """The value as it prints in every run: a set has no order of its own."""
    if isinstance(value, (frozenset, set)):
        return sorted(map(repr, map(_steady, value)))
    if isinstance(value, (tuple, list)):
        return [_steady(part) for part in value]
    if isinstance(value, Struct):
        return [type(value).__name__, *map(_steady, structs.astuple(value))]
    return value


def _bytes(*causes: object) -> bytes:
    return _encoded(repr(causes))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(b"%d:" % len(part) + part)
    return digest.hexdigest()
