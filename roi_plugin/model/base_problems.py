"""Whether the changes of this branch are allowed: against where it left its base, and against the base of now."""

import shlex
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from roi_plugin.model.decision import ONCE_ACCEPTED, Status
from roi_plugin.model.finding import Finding, Place, Problem, Severity
from roi_plugin.model.history import History
from roi_plugin.model.lifecycle import lawful_after, one_of
from roi_plugin.model.register import stem
from roi_plugin.model.register_entry import Base, Entry
from roi_plugin.model.same_records import same_records
from roi_plugin.model.status_moves import status_problems
from roi_plugin.model.taken_names import taken_names

Found = Iterator[tuple[str, Problem]]
COMMIT_LETTERS = 12


def base_problems(base: Base, history: History) -> tuple[dict[str, tuple[Problem, ...]], tuple[Finding, ...]]:
    """What is wrong with each record that is there, by its path; then a finding for each that was deleted.

    Linear in the number of records. Texts that could not be read, then or now, are not judged.
    """
    same = same_records(base.before, base.now, history)
    problems: defaultdict[str, list[Problem]] = defaultdict(list)
    for path, problem in chain(
        status_problems(base, same, history),
        _changed_ids(base, same),
        _reused_names(base, same),
        _reused_ids_of_the_gone(base, same, history),
        taken_names(base, same),
    ):
        problems[path].append(problem)
    there = {new.path for new in base.now}
    lost = [old for old in base.before if old.path not in same and _must_stay(old)]
    deleted = tuple(_deleted(old, base, is_replaced=old.path in there) for old in lost)
    return {path: tuple(several) for path, several in problems.items()}, deleted


def _must_stay(old: Entry) -> bool:
    return old.status is not None and old.status is not Status.DRAFT


def _deleted(old: Entry, base: Base, *, is_replaced: bool) -> Finding:
    status = old.status or Status.DRAFT
    restored = f"`git checkout {base.commit[:COMMIT_LETTERS]} -- {shlex.quote(old.shown)}` restores it"
    what = "was deleted"
    if is_replaced:
        what = "was deleted, and another decision stands in its file"
        restored = f"rename the file of the new decision with a number that no record has had; then {restored}"
    ends = lawful_after(status) if status in ONCE_ACCEPTED else (Status.REJECTED,) if status is Status.PROPOSED else ()
    return Finding(
        path=old.shown,
        place=Place(),
        field="",
        name="history/record-deleted",
        severity=Severity.ERROR,
        message=f"this record {what}; it was `{status}` where this branch left {base.ref}: "
        "expected that it stays, with a status that says how the decision ended",
        help=f"{restored}; then set its status to {one_of(ends)}" if ends else restored,
        decision=old.id,
    )


def _changed_ids(base: Base, same: Mapping[str, Entry]) -> Found:
    for old in base.before:
        new = same.get(old.path)
        # A draft may be deleted, so it may be renamed too: nothing has to rest on it.
        if new is None or new.status is None or not _must_stay(old) or old.id in new.names:
            continue
        problem = Problem(
            field=("id",),
            name="history/id-changed",
            message=f"the id was `{old.id}` where this branch left {base.ref} and is `{new.id}` now: "
            "links to the old id no longer lead here",
            help=f"add `{old.id}` to `aliases`, or give the record its old id again",
        )
        yield new.path, problem


def _reused_names(base: Base, same: Mapping[str, Entry]) -> Found:
    """Names that meant another record, which does not have them any more: links to them now lead to this one.

    Where the other record still has the name, two records have it now, which is found without a base.
    """
    before_by_path = {old.path: old for old in base.before}
    own = {new.path: before_by_path[path] for path, new in same.items()}
    named: dict[str, Entry] = {name: old for old in base.before if _must_stay(old) for name in old.names}
    numbered: dict[str, Entry] = {old.number: old for old in base.before if _must_stay(old)}
    for new in base.now:
        before = own.get(new.path)
        found = False
        for index, name in enumerate(new.names):
            old = named.get(name)
            if old is not None and not _had(before, name) and not _has(same.get(old.path), name):
                found = True
                yield new.path, _reused(index, f"`{name}`", old, base)
        old = numbered.get(new.number)
        if found or old is None or (before is not None and before.number == old.number):
            continue
        there = same.get(old.path)
        if there is None or there.number != old.number:
            yield new.path, _reused(0, f"the number {new.digits}", old, base)


def _reused_ids_of_the_gone(base: Base, same: Mapping[str, Entry], history: History) -> Found:
    """Ids that this branch gives to a new record, and that one had which was removed before the branch began."""
    known = {new.path for new in same.values()}
    named = {name for old in base.before for name in old.names}
    gone = {}
    for one in history.gone:
        last = next((version for version in reversed(one.versions) if version.state.status is not None), None)
        if last is not None and last.state.status != Status.DRAFT:
            gone[last.state.id or stem(last.path)] = last.path
    for new in base.now:
        if new.path in known or new.status is None or new.id in named or new.id not in gone:
            continue
        yield (
            new.path,
            Problem(
                field=("id",),
                name="history/id-reused",
                message=f"`{new.id}` meant `{gone[new.id]}`, which was removed before this branch left {base.ref}, "
                "and means this record now: old links to it lead to another decision",
                help="give this record a name and a number that no record has had",
            ),
        )


def _had(before: Entry | None, name: str) -> bool:
    return before is not None and name in before.names


def _has(now: Entry | None, name: str) -> bool:
    # Of a text that cannot be read nobody can say that it has lost a name.
    return now is not None and (now.status is None or name in now.names)


def _reused(index: int, name: str, old: Entry, base: Base) -> Problem:
    return Problem(
        field=("aliases", index - 1) if index else ("id",),
        name="history/id-reused",
        message=f"{name} meant `{old.path}` where this branch left {base.ref}, and means this record now: "
        "old links to it lead to another decision",
        help="take the alias out" if index else "give this record a name and a number that no record has had",
    )
