"""A strip of counts: each number leads to what it counts."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.pages.templates import render


class Count(Struct, frozen=True, kw_only=True):
    """How many there are of something, in `words` that fit the number, and where they stand."""

    number: int
    words: str
    href: str


def counts_strip(counts: Sequence[Count], label: str) -> Markup:
    """The counts side by side, in the order given; `label` names the strip for who does not see it."""
    return render("counts.html", counts=counts, label=label)
