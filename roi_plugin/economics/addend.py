"""What a decision adds to a sum over decisions: known by its digest, and asked for only where a sum is worked out."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from roi_plugin.economics.contribution import Contribution
from roi_plugin.economics.known_sums import Around, around
from roi_plugin.economics.summed_figures import summed_around


class Addend(Struct, frozen=True, kw_only=True):
    """`ask` gives the contribution with this `digest`."""

    digest: str
    ask: Callable[[], Contribution]

    @classmethod
    def of(cls, contribution: Contribution) -> "Addend":
        """That of a contribution at hand."""
        return cls(digest=contribution.digest, ask=lambda: contribution)


def spread_around(addends: Iterable[Addend], npv: float) -> Around:
    """How the sum of the addends, in this order, lies around its means, of which that of NPV is `npv`."""
    parts = tuple(addends)
    return around([each.digest for each in parts], npv, lambda: summed_around([each.ask() for each in parts], npv))
