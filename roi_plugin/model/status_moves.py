"""Whether the status of each record moved as it may since this branch began."""

from collections.abc import Iterator, Mapping

from roi_plugin.model.decision import ONCE_ACCEPTED, Status
from roi_plugin.model.finding import Problem
from roi_plugin.model.history import History
from roi_plugin.model.lifecycle import is_lawful, is_way, lawful_after, one_of, way
from roi_plugin.model.register_entry import Base, Entry


def status_problems(base: Base, same: Mapping[str, Entry], history: History) -> Iterator[tuple[str, Problem]]:
    """A pair (path now, problem) for each move that the table of `lifecycle` does not allow.

    Several allowed steps, each with a commit of its own, are allowed together; a wrong step between them that was put
    right afterwards does not count. What could not be read is not judged.
    """
    for old in base.before:
        new = same.get(old.path)
        if new is None or old.status is None or new.status is None or is_lawful(old.status, new.status):
            continue
        if not is_way((old.status, *_passed(old, new, history))):
            yield new.path, _problem(old.status, new.status, base)


def _passed(old: Entry, new: Entry, history: History) -> Iterator[Status]:
    """The statuses that commits gave the record since the text of before, then the one of now."""
    known = history.of(new.path)
    versions = known.versions if known is not None else ()
    start = max((after for after, version in enumerate(versions, 1) if version.blob == old.blob), default=len(versions))
    for version in versions[start:]:
        if version.state.status is not None:
            yield Status(version.state.status)
    if new.status is not None:
        yield new.status


def _problem(old: Status, new: Status, base: Base) -> Problem:
    allowed = lawful_after(old)
    stay = f"`{old}`, which is final" if not allowed else one_of((old, *allowed))
    return Problem(
        field=("status",),
        name="history/unlawful-status",
        message=f"the status was `{old}` where this branch left {base.ref} and is `{new}` now: expected {stay}",
        help=_help(old, new),
    )


def _help(old: Status, new: Status) -> str:
    if old in ONCE_ACCEPTED:
        return (
            f"write `status: {old}` again, and a new record for what is to hold now: "
            "what was accepted has bound people, and its record keeps that"
        )
    steps = [f"`{status}`" for status in way(old, new) or ()]
    first = f"set it to {' and then '.join(steps)} first, {'each ' if len(steps) > 1 else ''}in a commit of its own"
    return f"{first}, and after that to `{new}`, so that every step is on record"
