"""Whether references hold: what is wrong with the links of a whole register."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from roi_plugin.model.cycles import circular_groups, one_circle
from roi_plugin.model.finding import Problem
from roi_plugin.model.identity_problems import identity_problems
from roi_plugin.model.part_problems import part_problems
from roi_plugin.model.register import Register, listed
from roi_plugin.model.succession_problems import succession_problems
from roi_plugin.model.supersession import supersessions
from roi_plugin.model.written_links import WrittenLink, links_with_target, written_links

Found = Iterator[tuple[str, Problem]]

HELPED_AT_MOST = 200
"""For how many dangling links of one run the nearest id is looked up: each look-up compares many ids."""
CIRCLE_NAMED_AT_MOST = 6


def link_problems(register: Register) -> dict[str, tuple[Problem, ...]]:
    """What is wrong with the links of each record, by the record's path; records without a problem are absent.

    Linear in the number of records and links.
    """
    written = list(written_links(register))
    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    for found in (
        identity_problems(register),
        _unknown(register, written),
        _self(written),
        _circles(written),
        part_problems(written),
        succession_problems(register, written),
    ):
        for path, problem in found:
            problems[path].append(problem)
    return {path: tuple(several) for path, several in problems.items()}


def _unknown(register: Register, written: Sequence[WrittenLink]) -> Found:
    helped = 0
    for link in written:
        name = link.reference.target
        if link.target is not None or register.is_unread(name):
            continue
        several = register.candidates(name)
        if several:
            message = (
                f"`{link.text}` may mean {listed((one.id for one in several), len(several))}; a link names one decision"
            )
            advice = "write the id in full"
        else:
            message = f"`{link.text}` is not a decision here: expected the id, alias or number of a record"
            meant = register.nearest_id(name) if helped < HELPED_AT_MOST else None
            helped += 1
            advice = (
                f"did you mean `{meant}`?"
                if meant
                else "write the id of a record that stands in this folder, or remove it"
            )
        yield (
            link.source.path,
            Problem(field=link.field, name="link/unknown-decision", message=message, help=advice),
        )


def _self(written: Sequence[WrittenLink]) -> Found:
    for link in written:
        if link.target is link.source:
            message = f"`{link.text}` in `{link.kind}` is this record itself; a link leads to another decision"
            yield (
                link.source.path,
                Problem(
                    field=link.field,
                    name="link/self",
                    message=message,
                    help="remove it, or name the decision that was meant",
                ),
            )


def _circles(written: Sequence[WrittenLink]) -> Found:
    needs = [
        (link.source.path, target.path, link)
        for link, target in links_with_target(written)
        if link.kind == "depends_on"
    ]
    yield from _circles_of("depends on", needs)
    said = [(step.successor.path, step.old.path, step.written) for step in supersessions(written)]
    yield from _circles_of("supersedes", said)


def _circles_of(verb: str, steps: Sequence[tuple[str, str, WrittenLink]]) -> Found:
    graph: defaultdict[str, list[str]] = defaultdict(list)
    ids: dict[str, str] = {}
    where: dict[tuple[str, str], WrittenLink] = {}
    for start, end, link in steps:
        graph[start].append(end)
        where.setdefault((start, end), link)
        for decision in (link.source, link.target):
            if decision is not None:
                ids[decision.path] = decision.id
    for group in circular_groups(dict(graph)):
        circle = one_circle(graph, group)
        count = len(circle)
        named = min(count, CIRCLE_NAMED_AT_MOST)
        for at, path in enumerate(circle):
            link = where[path, circle[(at + 1) % count]]
            told = [f"`{ids[circle[(at + step) % count]]}`" for step in range(named)]
            if count > named:
                told[-1] = f"... ({count - named + 1} more)"
            yield (
                link.source.path,
                Problem(
                    field=link.field,
                    name="link/cycle",
                    message="a circle: " + f" {verb} ".join([*told, told[0]]),
                    help="remove the one of these links that is not true",
                ),
            )
