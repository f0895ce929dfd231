"""Whether status and supersession tell the same story on both sides."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.model.register import Register, listed
from roi_plugin.model.supersession import Supersession, supersessions
from roi_plugin.model.written_links import WrittenLink

Found = Iterator[tuple[str, Problem]]

PENDING = frozenset({Status.DRAFT, Status.PROPOSED})


def succession_problems(register: Register, written: Sequence[WrittenLink]) -> Found:
    """A pair (path of the record, problem) for each status or supersession that the other side does not bear out."""
    successions: defaultdict[str, list[Supersession]] = defaultdict(list)
    for step in supersessions(written):
        successions[step.old.path].append(step)
    attempted = {link.source.path for link in written if link.kind == "superseded_by" and link.target is None}
    for decision in register.decisions:
        steps = successions[decision.path]
        if decision.status is Status.SUPERSEDED:
            # A record that cannot be read, or may not be shown, may be the one that says by what.
            yield from _superseded(decision, steps, unsaid=decision.path not in attempted and register.is_whole)
        elif decision.status is Status.ACCEPTED:
            yield from _stale(decision, steps)
            yield from _pending(steps)
            yield from _refused(decision, steps)
        yield from _disputed(steps)


def _superseded(decision: Decision, steps: Sequence[Supersession], *, unsaid: bool) -> Found:
    whole = [step for step in steps if step.part is None and not step.disputed]
    if any(step.in_effect or step.circular for step in whole):
        return
    if whole:
        yield decision.path, _successor_not_accepted(whole[0].successor)
    elif steps:
        parts = listed(dict.fromkeys(f"{decision.id}#{step.part}" for step in steps if step.part is not None))
        yield (
            decision.path,
            _no_successor(f"only {parts} is superseded", "write `status: accepted`, for the rest stays in force"),
        )
    elif unsaid:
        yield (
            decision.path,
            _no_successor("no record says by what", "or write `status: deprecated` when nothing replaced it"),
        )


def _no_successor(what: str, otherwise: str) -> Problem:
    return Problem(
        field=("status",),
        name="link/no-successor",
        message=f"the status is `superseded`, but {what}; expected a successor of the whole decision",
        help=f"name it in `superseded_by`, {otherwise}",
    )


def _successor_not_accepted(successor: Decision) -> Problem:
    return Problem(
        field=("status",),
        name="link/not-in-effect",
        severity=Severity.WARNING,
        message=f"the status is `superseded`, but the successor `{successor.id}` is {successor.status.value}, "
        "not accepted: nothing is in force in its place",
        help=f"accept `{successor.id}` first, or write what this record's status is until then",
    )


def _stale(decision: Decision, steps: Sequence[Supersession]) -> Found:
    effective = [step for step in steps if step.in_effect and step.part is None]
    if effective:
        successor = effective[0].successor
        yield (
            decision.path,
            Problem(
                field=("status",),
                name="link/stale-status",
                severity=Severity.WARNING,
                message=f"the status is `accepted`, but `{successor.id}` ({successor.status.value}) supersedes "
                "this decision: it is no longer in force",
                help="write `status: superseded`",
            ),
        )


def _pending(steps: Sequence[Supersession]) -> Found:
    for step in steps:
        if step.successor.status in PENDING and not step.circular and not step.disputed:
            new, old = step.successor, step.old
            what = f"`{old.id}`" if step.part is None else f"part {step.part} of `{old.id}`"
            yield (
                step.written.source.path,
                Problem(
                    field=step.written.field,
                    name="link/not-in-effect",
                    severity=Severity.INFO,
                    message=f"`{new.id}` is {new.status.value}: {what} stays in force until it is accepted",
                    help=f"it takes effect with `status: accepted` in `{new.id}`",
                ),
            )


def _refused(decision: Decision, steps: Sequence[Supersession]) -> Found:
    for step in steps:
        if step.successor.status is Status.REJECTED and step.written.source is decision:
            yield (
                decision.path,
                Problem(
                    field=step.written.field,
                    name="link/not-in-effect",
                    severity=Severity.WARNING,
                    message=f"`{step.successor.id}` was rejected: it supersedes nothing, "
                    "and this decision stays in force",
                    help="remove the link",
                ),
            )


def _disputed(steps: Sequence[Supersession]) -> Found:
    for step in steps:
        if step.disputed:
            other = step.successor if step.written.source is step.old else step.old
            yield (
                step.written.source.path,
                Problem(
                    field=step.written.field,
                    name="link/sides-disagree",
                    severity=Severity.WARNING,
                    message=f"this says that the whole of `{step.old.id}` is superseded, `{other.id}` says "
                    "only a part of it; the part counts",
                    help="name the part here too, or the whole there",
                ),
            )
