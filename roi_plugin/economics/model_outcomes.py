"""From a model's answers to money: what a confusion matrix is worth a year, and how much of that is chance.

Worth of an answer m = sum(n v) / N over the cells, cell by cell; a year is m times the volume. Against a baseline the
difference has the standard error of two independent test sets, or of the pairs where both answered the same cases.
Ranges count by their means, which is exact for the worth, because it is linear in each value; their own uncertainty
is not in the interval, and a note says so.
"""

from roi_plugin.economics.class_matrix import class_matrix_outcome
from roi_plugin.economics.outcome import Outcome, outcome_of
from roi_plugin.economics.outcome_notes import outcome_notes
from roi_plugin.economics.two_classes import TwoClasses
from roi_plugin.model.model_outcomes import ModelOutcomes

__all__ = ["Outcome", "model_outcomes"]


def model_outcomes(outcomes: ModelOutcomes, currency: str) -> Outcome:
    """What a model's answers are worth, in `currency`; nothing in a record makes it fail."""
    if (outcomes.matrix or outcomes.values) and not (outcomes.confusion or outcomes.rates or outcomes.paired):
        return class_matrix_outcome(outcomes)
    two = TwoClasses(outcomes, currency)
    figures = {
        "per_decision": two.per_decision,
        "per_year": lambda: two.per_decision() * two.volume,
        "baseline_per_decision": two.baseline_per_decision,
        "delta_per_decision": two.delta_per_decision,
        "delta_per_year": lambda: two.delta_per_decision() * two.volume,
        "delta_low": lambda: two.bound(-1),
        "delta_high": lambda: two.bound(1),
        "ceiling_per_year": lambda: two.ceiling() * two.volume,
        "threshold": two.threshold,
        "captured": two.captured,
    }
    return outcome_of(figures, outcome_notes(outcomes, two))
