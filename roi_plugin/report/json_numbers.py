"""Numbers as JSON can hold them: each null with the reason why beside it."""

import math
from collections.abc import Mapping

TOO_LARGE = "the number is too large to compute with"


def finite(value: float | None) -> float | None:
    """A number as JSON tells it, to nine digits; `None` for what is unknown or not finite.

    No figure is known to more, and every other digit would be carried by each page of a site. There is no negative
    zero.
    """
    return float(f"{value:.9g}") + 0.0 if value is not None and math.isfinite(value) else None


def why_null(value: float | None, reason: str | None) -> str | None:
    """The reason of a number that is unknown or not finite; `None` for one that is told."""
    if value is None:
        return reason
    return None if math.isfinite(value) else TOO_LARGE


def told(name: str, value: float | None, reason: str | None) -> dict[str, object]:
    """`name` with its value, and `name_reason`: why it is null."""
    return {name: finite(value), f"{name}_reason": why_null(value, reason)}


def all_told(figures: Mapping[str, float | None], reason: str | None) -> dict[str, object]:
    """Several figures with one `reason`: why any of them is null."""
    missing = any(finite(value) is None for value in figures.values())
    found = {name: finite(value) for name, value in figures.items()}
    return {**found, "reason": (reason or TOO_LARGE) if missing else None}
