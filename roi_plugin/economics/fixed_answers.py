"""What always giving the same answer would earn beside a model: the two ends to which its threshold can be moved.

A threshold of 0 says yes to every case, one of 1 says no. Whatever the scores are, the best threshold earns no less
than the better of the two, so a model that earns less than one of them shows money left without knowing more of it.
"""

import math

from msgspec import Struct

from roi_plugin.economics.classifiers import ALWAYS_NO, ALWAYS_YES
from roi_plugin.economics.confusion_cells import yearly
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.two_classes import TwoClasses
from roi_plugin.economics.yearly_outcome import STANDARD_ERRORS
from roi_plugin.model.model_outcomes import ModelOutcomes


class FixedAnswer(Struct, frozen=True, kw_only=True):
    """Always answering by `rule` (`all-positive`, `all-negative`): `worth` beside the `used` of the model, money.

    Both are a year where the volume is known (`yearly`), else an answer.
    """

    rule: str
    worth: float
    used: float
    yearly: bool


def better_fixed_answer(outcomes: ModelOutcomes, currency: str) -> FixedAnswer | None:
    """The fixed answer that earns most, where it earns more than the model beyond what chance explains, else None.

    What chance explains are 1.96 standard errors of the difference on the model's test set.

    Raises:
        NoFigureError: what the model answers, its worth or the size of its test set is not known.
    """
    two = TwoClasses(outcomes, currency)
    used, found = two.per_decision(), []
    for rule in (ALWAYS_YES, ALWAYS_NO):
        above = two.model.worth_above(rule, two.values, two.production)
        if above.mean + STANDARD_ERRORS * math.sqrt(above.variance) < 0:
            found.append((used - above.mean, rule))
    if not found:
        return None
    worth, rule = max(found)
    volume = _volume(outcomes)
    times = 1.0 if volume is None else volume
    return FixedAnswer(rule=rule, worth=worth * times, used=used * times, yearly=volume is not None)


def _volume(outcomes: ModelOutcomes) -> float | None:
    try:
        return None if outcomes.volume is None else yearly(outcomes.volume)
    except NoFigureError:
        return None
