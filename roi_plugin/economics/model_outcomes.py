"""From a model's answers to money: what a confusion matrix is worth a year, and how much of that is chance.

Worth of an answer m = sum(n v) / N over the cells, cell by cell; a year is m times the volume. Against a baseline the
difference has the standard error of two independent test sets, or of the pairs where both answered the same cases.
Ranges count by their means, which is exact for the worth, because it is linear in each value. The interval holds the
ranges of the values and of the volume beside the error of the test sets; those of counts and rates it does not hold,
and a note says so.
"""

from collections.abc import Iterable

from roi_plugin.economics.outcome import Outcome, outcome_of
from roi_plugin.economics.outcome_notes import outcome_notes, range_notes
from roi_plugin.economics.several_classes import SeveralClasses
from roi_plugin.economics.two_classes import TwoClasses
from roi_plugin.economics.yearly_outcome import Answers, YearlyOutcome
from roi_plugin.model.model_outcomes import ModelOutcomes

__all__ = ["Outcome", "model_outcomes"]


def model_outcomes(outcomes: ModelOutcomes, currency: str) -> Outcome:
    """What a model's answers are worth, in `currency`; nothing in a record makes it fail."""
    if (outcomes.matrix or outcomes.values) and not (outcomes.confusion or outcomes.rates or outcomes.paired):
        several = SeveralClasses(outcomes)
        return _outcome(several, outcomes, several.notes())
    two = TwoClasses(outcomes, currency)
    return _outcome(two, outcomes, outcome_notes(outcomes, two))


def _outcome(answers: Answers, outcomes: ModelOutcomes, notes: Iterable[str]) -> Outcome:
    return outcome_of(YearlyOutcome(answers, outcomes.volume).figures, (*range_notes(outcomes, answers), *notes))
