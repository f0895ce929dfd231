"""Which metrics say how a model does on data it was tested with, rather than what comes of its answers."""

import re

from roi_plugin.economics.returns import kind_of
from roi_plugin.model.decision import Decision
from roi_plugin.model.measurement import Metric
from roi_plugin.rules.lines import options_in_question

_OF_MODELS = re.compile(
    r"(?<![a-z])(?:(?:pr|roc).?auc|auc|auroc|rmse|mse|mae|w?mape|log.?loss|perplexity|bleu|rouge|ndcg|mrr|brier|iou|"
    r"f1(?=$|.?(?:score|macro|micro))|f.?beta|(?:precision|recall).?(?:at|@).?[0-9k])(?![a-z])"
)
_OF_OTHERS_TOO = re.compile(r"(?<![a-z])(?:accuracy|precision|recall)(?![a-z])")
_OFFLINE = re.compile(
    r"(?:measured|evaluated|tested) offline|offline (?:evaluation|test|metric|error|score)|"
    r"(?:hold.?out|test|validation|evaluation) set|cross.?validat",
    re.IGNORECASE,
)
_LIVE = frozenset({"ab-test", "switchback", "diff-in-diff", "regression-discontinuity"})
"""Attributions that only what runs in production can have."""


def is_offline(metric: Metric, decision: Decision) -> bool:
    """Whether the metric is one of a model's test: accuracy, AUC, F1, an error of predictions, or said to be offline.

    Accuracy, precision and recall are words of shops and warehouses too: they count where the option in question is
    machine learning. What an experiment in production tells apart is measured there, whatever it is called.
    """
    if metric.attribution in _LIVE:
        return False
    name = metric.id.casefold()
    if _OF_MODELS.search(name) or _OFFLINE.search(metric.definition or ""):
        return True
    return _OF_OTHERS_TOO.search(name) is not None and _learns(decision)


def is_of_a_test_set(metric: Metric, decision: Decision) -> bool:
    """Whether the metric is offline, and its units are a fixed number of cases rather than people who keep coming."""
    units = metric.sample.units if metric.sample is not None else None
    return units is not None and units.quantity.period is None and is_offline(metric, decision)


def _learns(decision: Decision) -> bool:
    return any(kind_of(option) == "ml" or option.model_outcomes for _, option in options_in_question(decision))
