"""Evidence that is named and not declared, in a record that declares its evidence."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Problem, Severity
from roi_plugin.model.near_miss import near_miss
from roi_plugin.model.nearest import nearest
from roi_plugin.model.scores import FACTOR_PARTS, Factor, Scores

MOST_COMPARED = 200
"""Undeclared names that are looked at: each is compared with all that are declared."""
_ALIKE = 0.8

Cited = tuple[FieldPath, tuple[str, ...]]
"""The evidence of one thing, with the place of the list."""


def evidence_references(decision: Decision, lines: Sequence[StatedLine]) -> Iterator[Problem]:
    """A problem for each name in an `evidence` list that is meant as an id and declared nowhere.

    Plain words such as `survey`, sentences and addresses are no ids: they are evidence by themselves. Where the record
    declares no evidence, so are all others.
    """
    declared = [one.id for one in decision.evidence]
    if not declared:
        return
    cited = (((*place, at), name) for place, names in _cited(decision, lines) for at, name in enumerate(names))
    unknown = ((place, name) for place, name in cited if name not in declared)
    for place, name in itertools.islice(unknown, MOST_COMPARED):
        yield from _unknown(place, name, declared)


def _unknown(place: FieldPath, name: str, declared: list[str]) -> Iterator[Problem]:
    if any(letter in " :/" for letter in name):
        return
    joined = "-" in name or "_" in name
    meant = near_miss(name, declared) or (nearest(name, declared, cutoff=_ALIKE) if joined else None)
    if meant is not None or any(letter.isdecimal() for letter in name):
        yield Problem(
            field=place,
            name="link/unknown-name",
            severity=Severity.WARNING,
            message=f"`{name}` is not in this record's `evidence`: expected the id of an entry",
            help=f"did you mean `{meant}`?" if meant else "add an entry of this `id` to `evidence`",
        )


def _cited(decision: Decision, lines: Iterable[StatedLine]) -> Iterator[Cited]:
    for line in lines:
        for place, estimate in line.estimates:
            yield _of(place, estimate)
    for index, option in enumerate(decision.options):
        at: FieldPath = ("options", index)
        yield (*at, "evidence"), option.evidence
        if option.motivation is not None:
            yield (*at, "motivation", "evidence"), option.motivation.evidence
        yield from _of_scores((*at, "scores"), option.scores)
    yield from _of_scores(("scores",), decision.scores)
    for index, metric in enumerate(decision.metrics):
        yield ("metrics", index, "evidence"), metric.evidence
        if metric.baseline is not None:
            yield _of(("metrics", index, "baseline"), metric.baseline)
    for index, review in enumerate(decision.reviews):
        for name, actual in review.actuals.items():
            if isinstance(actual, Estimate):
                yield _of(("reviews", index, "actuals", name), actual)


def _of(place: FieldPath, estimate: Estimate) -> Cited:
    return (*place, "evidence"), estimate.evidence


def _of_scores(place: FieldPath, scores: Scores | None) -> Iterator[Cited]:
    for name in FACTOR_PARTS:
        factor: Factor | None = getattr(scores, name, None)
        if factor is not None and factor.whole is not None:
            yield (*place, name, "evidence"), factor.whole.evidence
        for part, level in (factor.parts if factor is not None else {}).items():
            yield (*place, name, part, "evidence"), level.evidence
