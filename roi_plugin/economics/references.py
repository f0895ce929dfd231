"""Which names inside a record lead nowhere, to several things, or in a circle."""

import itertools
from collections.abc import Iterator

from roi_plugin.economics.class_references import class_references
from roi_plugin.economics.evidence_references import evidence_references
from roi_plugin.economics.names import PERSON_WEEK, Names, Target, meanings
from roi_plugin.economics.reference_circles import circles
from roi_plugin.economics.review_references import review_references
from roi_plugin.economics.stated_lines import StatedLine, names_in, stated_lines
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.nearest import nearest

NAME = "link/unknown-input"

MOST_PROBLEMS = 50
"""Problems of one record that are named one by one."""

_A_LINE = "a line"
_IN_NUMBERS = "write an amount in numbers, such as `30k..60k`, or give the name a value in the `inputs` of its line"


def reference_problems(decision: Decision) -> tuple[Problem, ...]:
    """The faults of all names in arithmetic, `same_as`, `impact_same_as`, `priced_in`, `of` and correlations.

    Before them that of the baseline, those of `reference_class`, of `actuals` and of `evidence`.
    In the order of the record, the first of each name and place; from the fifty-first on they are summed up in one.
    """
    options = stated_lines(decision)
    lines = [line for option in options for line in option]
    names = Names(lines)
    found = itertools.chain(
        _of_baseline(decision),
        itertools.chain.from_iterable(_of_line(line, names) for line in lines),
        itertools.chain.from_iterable(_of_option(decision, index, own) for index, own in enumerate(options)),
        _of_correlations(decision, names),
        (_circle(place, words) for place, words in circles(lines, names)),
        class_references(decision),
        review_references(decision, names),
        evidence_references(decision, lines),
    )
    named = tuple(itertools.islice(found, MOST_PROBLEMS))
    more = next(found, None)
    if more is None:
        return named
    rest = Problem(field=more.field, name=NAME, message=f"after {MOST_PROBLEMS} names at fault, the rest is not listed")
    return (*named, rest)


def _of_baseline(decision: Decision) -> Iterator[Problem]:
    named, known = decision.economics and decision.economics.baseline, [option.id for option in decision.options]
    if named and named not in known:
        near = nearest(named, known)
        yield Problem(
            field=("economics", "baseline"),
            name="link/unknown-name",
            message=f"`{named}` is no option of this record: nothing can be compared with it",
            help=f"did you mean `{near}`?" if near else "write the id of an option",
        )


def _of_line(line: StatedLine, names: Names) -> Iterator[Problem]:
    for place, estimate in line.estimates:
        seen: set[str] = set()
        for name in names_in(estimate):
            if name.name in seen:
                continue
            seen.add(name.name)
            targets = names.find(name.name, line)
            if targets or name.name != PERSON_WEEK:
                yield from _check(name.name, targets, names, place, "an input or a line", name.offset)
    if line.same_as:
        targets = names.find(line.same_as, line, lines_only=True)
        yield from _check(line.same_as, targets, names, line.same_as_field, _A_LINE)


def _of_option(decision: Decision, index: int, lines: tuple[StatedLine, ...]) -> Iterator[Problem]:
    option, place = decision.options[index], ("options", index)
    costs = [line.id for line in lines if line.side == "cost"]
    events = [line.id for line in lines if line.side != "cost"]
    cost = "a cost line of this option"
    for line in lines:
        if line.priced_in and line.priced_in not in costs:
            yield _unknown(line.priced_in, costs, (*line.field, "priced_in"), cost)
    if option.capability and option.capability.priced_in and option.capability.priced_in not in costs:
        yield _unknown(option.capability.priced_in, costs, (*place, "capability", "priced_in"), cost)
    for at, test in enumerate(option.tests):
        if test.of and test.of not in events:
            yield _unknown(test.of, events, (*place, "tests", at, "of"), "a gain or risk of this option")


def _of_correlations(decision: Decision, names: Names) -> Iterator[Problem]:
    for index, correlation in enumerate(decision.correlations):
        for end, name in enumerate(correlation.between):
            place = ("correlations", index, "between", end)
            yield from _check(name, names.find(name, None), names, place, "a line or an input")


def _check(  # noqa: PLR0913, PLR0917 - a name with its meanings, and all that its problem says
    name: str, targets: list[Target], names: Names, place: FieldPath, kind: str, offset: int | None = None
) -> Iterator[Problem]:
    if not targets:
        yield _unknown(name, names.known(lines_only=kind == _A_LINE), place, kind, offset)
    elif len(targets) > 1:
        yield Problem(
            field=place,
            name=NAME,
            message=f"`{name}` can mean {meanings(targets)}: expected one meaning",
            help="write the full name, or give one of them another id",
            offset=offset,
        )


def _unknown(name: str, known: list[str], place: FieldPath, kind: str, offset: int | None = None) -> Problem:
    return Problem(
        field=place,
        name=NAME,
        message=f"`{name}` is not in this record, expected {kind}",
        help=_help(name, known) or (_IN_NUMBERS if offset is not None else None),
        offset=offset,
    )


def _help(name: str, known: list[str]) -> str | None:
    if "-" in name and all(part in known for part in name.split("-")):
        return f"a minus stands between spaces: `{' - '.join(name.split('-'))}`"
    near = nearest(name, known)
    return f"did you mean `{near}`?" if near else None


def _circle(place: FieldPath, words: list[str]) -> Problem:
    path = " -> ".join(f"`{word}`" for word in words)
    return Problem(field=place, name=NAME, message=f"names lead in a circle: {path}", help="break the circle")
