"""What a model's answers are worth, as JSON: each null with its reason."""

from typing import TYPE_CHECKING

from roi_plugin.report.json_numbers import finite

if TYPE_CHECKING:
    from roi_plugin.economics.outcome import Outcome

_FIGURES = (
    "per_decision",
    "per_year",
    "baseline_per_decision",
    "delta_per_decision",
    "delta_per_year",
    "delta_low",
    "delta_high",
    "ceiling_per_year",
    "threshold",
    "captured",
)


def outcome_object(outcome: "Outcome") -> dict[str, object]:
    """The figures, `reasons` by figure for those that are null, all of them in `reason`, and notes on how to read."""
    figures = {name: finite(getattr(outcome, name)) for name in _FIGURES}
    reasons = {name: outcome.reasons.get(name, outcome.reason) for name, value in figures.items() if value is None}
    return {**figures, "reason": outcome.reason, "reasons": reasons, "notes": list(outcome.notes)}
