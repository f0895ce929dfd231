"""CD3: of several jobs that one team does one after the other, the order by cost of delay divided by duration.

It loses least while each month costs the same (W. E. Smith, Various Optimizers for Single-Stage Production, 1956).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct


class Job(Struct, frozen=True, kw_only=True):
    """Work that waits for its turn: what a unit of delay costs, and how many units it takes."""

    name: str
    cost_of_delay: float
    duration: float


def cd3_order(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """The order that loses least when one job is done at a time: by cost of delay over duration, then by name."""
    return tuple(sorted(jobs, key=lambda job: (-job.cost_of_delay / job.duration, job.name)))


def delay_cost(jobs: Sequence[Job]) -> float:
    """What the order costs: each job costs from the beginning until it is done."""
    waited, total = 0.0, 0.0
    for job in jobs:
        waited += job.duration
        total += job.cost_of_delay * waited
    return total
