"""Sums that were worked out before: whoever keeps them hands them in, and what did not change is not added up again."""

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from typing import Any, Protocol

from msgspec import Struct


class SumTable(Protocol):
    """Values of JSON by their keys, kept by somebody."""

    def get(self, key: str) -> object:
        """The value, whatever somebody wrote there; None where there is none."""

    def put(self, key: str, value: object) -> None:
        """Keeps a value."""


SMALL_SHARE = 0.01
"""A cost whose percentile of this share is no more than this share of its mean may come close to zero."""


class Around(Struct, frozen=True, kw_only=True):
    """How a sum of NPVs and one of costs lie around their means: percentiles as distances from it.

    `low_cost` is that of the cost's first percentile, `loss` the probability that the NPV is below 0.
    """

    npv: tuple[float, float, float]
    cost: tuple[float, float, float]
    low_cost: float
    loss: float


_KNOWN: ContextVar[tuple[SumTable, str] | None] = ContextVar("known_sums", default=None)


@contextlib.contextmanager
def knowing(table: SumTable, code: str) -> Iterator[None]:
    """In this block sums are taken from the table and put into it; `code` is the digest of the code that adds up."""
    before = _KNOWN.set((table, code))
    try:
        yield
    finally:
        _KNOWN.reset(before)


def around(digests: Sequence[str], npv: float, work_out: Callable[[], Around]) -> Around:
    """What `work_out` says of a sum of the parts with these digests in this order, whose NPV has this mean."""
    known = _KNOWN.get()
    if known is None:
        return work_out()
    table, code = known
    key = _key(code, digests, npv)
    found = _loaded(table.get(key))
    if found is None:
        found = work_out()
        table.put(key, [*found.npv, *found.cost, found.low_cost, found.loss])
    return found


def _key(code: str, digests: Sequence[str], npv: float) -> str:
    return hashlib.sha256("\n".join([f"{code} {npv!r}", *digests]).encode()).hexdigest()


def _loaded(data: Any) -> Around | None:
    match data:
        case [float(n5), float(n50), float(n95), float(c5), float(c50), float(c95), float(low_cost), float(loss)]:
            return Around(npv=(n5, n50, n95), cost=(c5, c50, c95), low_cost=low_cost, loss=loss)
        case _:
            return None
