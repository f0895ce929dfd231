"""Numbers as JSON can hold them: each null with the reason why beside it, and no reason beside what is told."""

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
    """`name` with its value; where it is null, `name_reason`: why."""
    return {name: finite(value), **why(f"{name}_reason", why_null(value, reason))}


def why(name: str, reason: str | None) -> dict[str, str]:
    """`name` with the reason, where there is one: each page of a site would carry the others."""
    return {name: reason} if reason else {}


def all_told(figures: Mapping[str, float | None], reason: str | None) -> dict[str, object]:
    """Several figures; where any of them is null, with one `reason`: why."""
    found = {name: finite(value) for name, value in figures.items()}
    return {**found, **why("reason", (reason or TOO_LARGE) if None in found.values() else None)}


def spread_told(figures: Mapping[str, float | None], reason: str | None) -> dict[str, object]:
    """A figure with its percentiles; `reason` is null where all are told."""
    found = all_told(figures, reason)
    return {**found, "reason": found.get("reason")}
