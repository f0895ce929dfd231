"""Whether each record has a name of its own: ids, numbers and aliases held twice."""

from collections.abc import Iterator, Sequence
from itertools import chain

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem
from roi_plugin.model.register import Register, listed, plain_number

Found = Iterator[tuple[str, Problem]]


def identity_problems(register: Register) -> Found:
    """A pair (path of the record, problem) for each record whose id, number or alias an earlier record has too.

    Two records with one number are one fault: it is reported once, on the later path, and names the other.
    """
    yield from _duplicate_ids(register)
    yield from _duplicate_numbers(register)
    for decision in register.decisions:
        yield from _alias_clashes(register, decision)


def _duplicate_ids(register: Register) -> Found:
    for decision_id, holders in register.by_id.items():
        if len(holders) > 1:
            for decision in holders[1:]:
                others = _others(decision, holders)
                problem = Problem(
                    field=("id",),
                    name="link/duplicate-id",
                    message=f"the id `{decision_id}` is also that of {others}; an id names one record",
                    help="give one of them another `id`, or its file another name when it writes none",
                )
                yield decision.path, problem


def _duplicate_numbers(register: Register) -> Found:
    free: str | None = None
    for number, holders in register.by_number.items():
        unread = register.unread_with_number(number)
        if len({decision.id for decision in holders}) > 1 or unread:
            free = free or _next_free_number(register)
            for decision in holders if unread else holders[1:]:
                others = _others(decision, holders, unread)
                problem = Problem(
                    field=(),
                    name="link/duplicate-number",
                    message=f"the number {number.zfill(4)} is also that of {others}; a number names one record",
                    help=f"give one of them the next free number {free}",
                )
                yield decision.path, problem


def _alias_clashes(register: Register, decision: Decision) -> Found:
    for index, alias in enumerate(decision.aliases):
        other = _other_answering_to(alias, register, decision)
        if other is not None:
            problem = Problem(
                field=("aliases", index),
                name="link/alias-clash",
                message=f"the alias `{alias}` also names `{other.path}`; an alias names one record",
                help="remove the alias here, or rename the other record",
            )
            yield decision.path, problem


def _other_answering_to(alias: str, register: Register, decision: Decision) -> Decision | None:
    number = plain_number(alias) if alias.isascii() and alias.isdecimal() else ""
    groups = (register.by_id.get(alias), register.by_alias.get(alias), register.by_stem.get(alias))
    found = chain.from_iterable(group for group in (*groups, register.by_number.get(number)) if group)
    return next((other for other in found if other.path != decision.path), None)


def _others(decision: Decision, holders: Sequence[Decision], unread: Sequence[str] = ()) -> str:
    paths = chain((other.path for other in holders if other.path != decision.path), unread)
    return listed(paths, len(holders) - 1 + len(unread))


def _next_free_number(register: Register) -> str:
    numbers = chain(register.by_number, register.unread_numbers)
    taken = (int(number) for number in numbers if len(number) <= NUMBER_DIGITS)
    return str(max(taken, default=0) + 1).zfill(4)


NUMBER_DIGITS = 9
"""Longer numbers (a date with a time) are no sequence to continue."""
