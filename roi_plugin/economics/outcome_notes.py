"""What a reader of a model's figures has to know: ranges, independent test sets, another share of positives."""

import math
from collections.abc import Iterator, Mapping

from roi_plugin.economics.confusion_cells import CELLS
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.two_classes import TwoClasses
from roi_plugin.economics.wording import number, percent
from roi_plugin.economics.yearly_outcome import STANDARD_ERRORS, Answers
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.model_outcomes import ModelOutcomes
from roi_plugin.model.quantity import Point

_NEAR = 0.005


def outcome_notes(outcomes: ModelOutcomes, figures: TwoClasses) -> Iterator[str]:
    """Whole sentences, for a model of two classes."""
    for ask in (_independent, _unlike, _threshold):
        try:
            note = ask(outcomes, figures)
        except (NoFigureError, OverflowError):
            continue
        if note:
            yield note


def range_notes(outcomes: ModelOutcomes, answers: Answers) -> Iterator[str]:
    """Which ranges the interval holds, and which count by their means alone."""
    rates = outcomes.rates
    value = {f"value.{cell}": getattr(outcomes.value, cell) for cell in CELLS if outcomes.value}
    confusion = {f"confusion.{cell}": getattr(outcomes.confusion, cell) for cell in CELLS if outcomes.confusion}
    held = _ranges({"volume": outcomes.volume, **value})
    if held and _has_interval(answers):
        yield f"The interval holds the ranges of {held}, beside the error of the test sets."
    means = _ranges(
        {"prevalence": outcomes.prevalence, **({"tpr": rates.tpr, "fpr": rates.fpr} if rates else {}), **confusion}
    )
    if means:
        yield f"Counted by their means: {means}. The interval does not hold their ranges."


def _has_interval(answers: Answers) -> bool:
    try:
        answers.variance()
    except (NoFigureError, OverflowError):
        return False
    return True


def _ranges(stated: Mapping[str, Estimate | None]) -> str:
    ranges = (name for name, estimate in stated.items() if estimate and not isinstance(estimate.quantity, Point))
    return ", ".join(f"`{name}`" for name in ranges)


def _independent(outcomes: ModelOutcomes, figures: TwoClasses) -> str | None:
    figures.variance()
    if figures.paired() or not figures.baseline.counted or not figures.model.counted:
        return None
    if outcomes.paired:
        return "The paired table holds a part of the answers only, so the two test sets count as independent."
    return (
        "The interval takes the two test sets as independent. If model and baseline answered the same cases, "
        "give `paired`: the interval is then narrower."
    )


def _unlike(_: ModelOutcomes, figures: TwoClasses) -> str | None:
    model, baseline = figures.model, figures.baseline
    if figures.production is not None or model.size is None or baseline.size is None:
        return None
    error = math.sqrt(sum(side.prevalence * (1 - side.prevalence) / (side.size or 1) for side in (model, baseline)))
    if abs(model.prevalence - baseline.prevalence) <= STANDARD_ERRORS * error:
        return None
    return (
        f"Positives are {percent(model.prevalence)} of the model's test set and {percent(baseline.prevalence)} of the "
        "baseline's: give the `prevalence` of production, so that both are counted alike."
    )


def _threshold(outcomes: ModelOutcomes, figures: TwoClasses) -> str | None:
    stated, best = outcomes.threshold, figures.threshold()
    if stated is None or abs(stated - best) < _NEAR:
        return None
    return (
        f"The model says yes from {number(stated)} on; if its scores are true probabilities, "
        f"{number(best)} would earn most."
    )
