"""Reads how success is seen: metrics, guardrails, observations, objectives."""

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.measurement import Guardrail, KeyResult, Metric, Observation, Okr, Sample
from roi_plugin.sources.estimate_data import estimate_in
from roi_plugin.sources.plain_values import Map, day, day_in, flag_in, maps_in, number_in, texts_in
from roi_plugin.sources.quantity_limits import AMOUNT, VALUE


def metrics_in(data: Map, problems: list[Problem]) -> tuple[Metric, ...]:
    """The metrics of a record, in its order."""
    written = data.get("metrics", ())
    return tuple([_metric(metric, ("metrics", index), problems) for index, metric in enumerate(written)])


def guardrails_in(data: Map, problems: list[Problem]) -> tuple[Guardrail, ...]:
    """The guardrails of a record, in its order."""
    written = data.get("guardrails", ())
    return tuple([_guardrail(guardrail, ("guardrails", index), problems) for index, guardrail in enumerate(written)])


def observations_in(data: Map, at: FieldPath, problems: list[Problem]) -> tuple[Observation, ...]:
    """The observations of a guardrail or a review, in its order."""
    written = data.get("observations", ())
    at = (*at, "observations")
    return tuple([_observation(entry, (*at, index), problems) for index, entry in enumerate(written)])


def okrs_in(data: Map) -> tuple[Okr, ...]:
    """The objectives of a record: one, or a list."""
    return tuple([_okr(okr) for okr in maps_in(data, "okr")])


def _metric(data: Map, at: FieldPath, problems: list[Problem]) -> Metric:
    return Metric(
        id=data["id"],
        role=data.get("role"),
        direction=data.get("direction"),
        unit=data.get("unit"),
        definition=data.get("definition"),
        baseline=estimate_in(data, "baseline", at, problems, VALUE),
        baseline_date=day_in(data, "baseline_date"),
        mde=estimate_in(data, "mde", at, problems, VALUE),
        sample=_sample(data, at, problems),
        oracle=data.get("oracle"),
        attribution=data.get("attribution"),
        cost_to_measure=estimate_in(data, "cost_to_measure", at, problems, AMOUNT),
        measured_by=day_in(data, "measured_by"),
        trusted_by=texts_in(data, "trusted_by"),
        proxy_for=data.get("proxy_for"),
        boundary=data.get("boundary"),
        evidence=texts_in(data, "evidence"),
    )


def _sample(data: Map, at: FieldPath, problems: list[Problem]) -> Sample | None:
    written: Map | None = data.get("sample")
    if written is None:
        return None
    return Sample(
        units=estimate_in(written, "units", (*at, "sample"), problems, AMOUNT),
        split=number_in(written, "split"),
        icc=number_in(written, "icc"),
        cluster_size=number_in(written, "cluster_size"),
        sd=number_in(written, "sd"),
        discordant=number_in(written, "discordant"),
        paired=flag_in(written, "paired"),
    )


def _guardrail(data: Map, at: FieldPath, problems: list[Problem]) -> Guardrail:
    return Guardrail(
        metric=data["metric"],
        limit=data.get("limit"),
        for_risk=data.get("for_risk"),
        quality=data.get("quality"),
        oracle=data.get("oracle"),
        observations=observations_in(data, at, problems),
    )


def _observation(data: Map, at: FieldPath, problems: list[Problem]) -> Observation:
    return Observation(
        date=day(data["date"]),
        metric=data.get("metric"),
        value=estimate_in(data, "value", at, problems, VALUE),
        source=data.get("source"),
        note=data.get("note"),
    )


def _okr(data: Map) -> Okr:
    return Okr(
        objective=data["objective"],
        level=data.get("level"),
        key_results=tuple([_key_result(result) for result in data.get("key_results", ())]),
    )


def _key_result(data: Map) -> KeyResult:
    return KeyResult(
        id=data.get("id"),
        text=data.get("text"),
        kind=data.get("kind"),
        metric=data.get("metric"),
        unit=data.get("unit"),
        from_=number_in(data, "from"),
        to=number_in(data, "to"),
        now=number_in(data, "now"),
        due=day_in(data, "due"),
        updated=day_in(data, "updated"),
        weight=number_in(data, "weight"),
    )
