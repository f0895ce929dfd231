"""Which moves of a status are allowed, as data, and why.

An accepted decision has bound people. To set it back to `draft` or `proposed`, or to call it `rejected`, would erase
that it did; so it can only be retired, and what is to hold instead is a decision of its own, in a new record. For the
same reason nothing returns to `accepted`: the day and the forecast of the first acceptance would be lost. What was
rejected never bound anybody and may be taken up again, as a proposal that is decided anew. A deprecated decision
may find a successor later; a superseded one has its successor, whose record tells the rest.
"""

from collections.abc import Mapping, Sequence

from roi_plugin.model.decision import Status

MOVES: Mapping[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.PROPOSED, Status.ACCEPTED, Status.REJECTED),
    Status.PROPOSED: (Status.DRAFT, Status.ACCEPTED, Status.REJECTED),
    Status.ACCEPTED: (Status.DEPRECATED, Status.SUPERSEDED),
    Status.REJECTED: (Status.DRAFT, Status.PROPOSED),
    Status.DEPRECATED: (Status.SUPERSEDED,),
    Status.SUPERSEDED: (),
}
"""What may follow each status. A new record begins in any: old decisions are written down later."""


def lawful_after(status: Status) -> tuple[Status, ...]:
    """What may follow a status in one step; empty where it is final."""
    return MOVES[status]


def is_lawful(before: Status | None, after: Status) -> bool:
    """Whether a record may go from one status to another in one step; None before is a new record."""
    return before is None or before is after or after in MOVES[before]


def is_way(statuses: Sequence[Status]) -> bool:
    """Whether lawful steps lead from the first of these statuses to the last, each to one further on.

    What is passed over was a wrong step that somebody put right later: it stays in git, and must not stay a fault.
    """
    reached = {*statuses[:1]}
    for status in statuses[1:-1]:
        if any(is_lawful(before, status) for before in reached):
            reached.add(status)
    return any(is_lawful(before, statuses[-1]) for before in reached)


def way(before: Status, after: Status) -> tuple[Status, ...] | None:
    """The fewest statuses to go through between two; empty where one step is enough, None where no way leads there."""
    ways: list[tuple[Status, ...]] = [(before,)]
    seen = {before}
    for one in ways:
        if is_lawful(one[-1], after):
            return one[1:]
        # Of two ways as short, the one that stands nearer to a decision: a proposal rather than a draft.
        ways += [(*one, step) for step in reversed(MOVES[one[-1]]) if step not in seen]
        seen.update(MOVES[one[-1]])
    return None


def moves_in_words() -> str:
    """The table as a sentence for people, with each status in backticks."""
    parts = [f"`{before}` to {one_of(after)}" for before, after in MOVES.items() if after]
    final = [before for before, after in MOVES.items() if not after]
    return f"{'; '.join(parts)}; nothing follows {one_of(final)}"


def one_of(statuses: Sequence[Status]) -> str:
    """Statuses as a choice: "`draft`, `proposed` or `accepted`"; `nothing` where there is none."""
    named = [f"`{status}`" for status in statuses]
    return " or ".join(filter(None, [", ".join(named[:-1]), *named[-1:]])) or "nothing"
