"""Reads what a model's answers are worth: cells, rates, values, volume and baseline."""

from typing import Any

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.model_outcomes import BaselinePolicy, Cells, ModelOutcomes, Rates
from roi_plugin.sources.estimate_data import estimate_in
from roi_plugin.sources.plain_values import Map, number_in, texts_in, whole_number_in
from roi_plugin.sources.quantity_limits import AMOUNT, SHARE, VALUE, Limits


def model_outcomes_in(data: Map, at: FieldPath, problems: list[Problem]) -> ModelOutcomes | None:
    """The `model_outcomes` of an option, if there are any."""
    written: Map | None = data.get("model_outcomes")
    if written is None:
        return None
    at = (*at, "model_outcomes")
    return ModelOutcomes(
        volume=estimate_in(written, "volume", at, problems, AMOUNT),
        confusion=_cells(written, "confusion", at, problems, AMOUNT),
        rates=_rates(written, at, problems),
        prevalence=estimate_in(written, "prevalence", at, problems, SHARE),
        value=_cells(written, "value", at, problems, VALUE),
        baseline=_baseline(written.get("baseline"), (*at, "baseline"), problems),
        paired=_paired(written.get("paired", {})),
        threshold=number_in(written, "threshold"),
        labels=texts_in(written, "labels"),
        matrix=_rows(written.get("matrix", [])),
        values=_rows(written.get("values", [])),
    )


def _cells(data: Map, key: str, at: FieldPath, problems: list[Problem], limits: Limits) -> Cells | None:
    written: Map | None = data.get(key)
    if written is None:
        return None
    at = (*at, key)
    return Cells(
        tp=estimate_in(written, "tp", at, problems, limits),
        fp=estimate_in(written, "fp", at, problems, limits),
        fn=estimate_in(written, "fn", at, problems, limits),
        tn=estimate_in(written, "tn", at, problems, limits),
    )


def _rates(data: Map, at: FieldPath, problems: list[Problem]) -> Rates | None:
    written: Map | None = data.get("rates")
    if written is None:
        return None
    at = (*at, "rates")
    tpr = estimate_in(written, "tpr", at, problems, SHARE)
    fpr = estimate_in(written, "fpr", at, problems, SHARE)
    if tpr is None or fpr is None:
        return None
    return Rates(tpr=tpr, fpr=fpr, sample=whole_number_in(written, "sample"))


def _baseline(written: Any, at: FieldPath, problems: list[Problem]) -> BaselinePolicy | None:
    if written is None or isinstance(written, str):
        return None if written is None else BaselinePolicy(rule=written)
    return BaselinePolicy(
        rule=written.get("rule"),
        confusion=_cells(written, "confusion", at, problems, AMOUNT),
        rates=_rates(written, at, problems),
        always=written.get("always"),
        matrix=_rows(written.get("matrix", [])),
    )


def _paired(written: Map) -> dict[str, dict[str, float]]:
    return {
        new: {old: float(count) for old, count in counts.items() if not old.startswith("x-")}
        for new, counts in written.items()
        if not new.startswith("x-")
    }


def _rows(written: list[list[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(float(value) for value in row) for row in written)
