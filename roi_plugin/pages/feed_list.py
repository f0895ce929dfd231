"""Which feeds there are: one for each owner, area and tag that any decision has."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from roi_plugin.assess import Judged
from roi_plugin.model.facets import FACETS
from roi_plugin.pages.addresses import feed

KINDS = ("owner", "area", "tag")
"""What a feed can be about."""


def feeds_of(kind: str, judged: Sequence[Judged]) -> Iterator[tuple[str, str, list[Judged]]]:
    """Each value of a kind, the path of its feed, and its decisions; in the order of the values."""
    by_value: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        # An area may be written and empty.
        for value in dict.fromkeys(filter(None, FACETS[kind](one.decision))):
            by_value[value].append(one)
    for value in sorted(by_value, key=lambda text: (text.casefold(), text)):
        yield value, feed(kind, value), by_value[value]
