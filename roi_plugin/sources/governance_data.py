"""Reads who signed, what was waived, amended and reviewed, and what stops for it."""

from typing import Any

from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.governance import (
    Amendment,
    Compliance,
    Displaced,
    KillIf,
    Process,
    Review,
    SignOff,
    Stakeholder,
    Waiver,
)
from roi_plugin.sources.estimate_data import estimate_in, estimate_of
from roi_plugin.sources.measurement_data import observations_in
from roi_plugin.sources.plain_values import Map, agreement_in, day, day_in, maps_in, text_of, texts_in
from roi_plugin.sources.quantity_limits import AMOUNT, VALUE


def sign_off_in(data: Map, key: str) -> SignOff | None:
    """Who reviewed something, if it is said."""
    written: Map | None = data.get(key)
    if written is None:
        return None
    return SignOff(reviewed_by=written.get("reviewed_by"), date=day_in(written, "date"), ref=written.get("ref"))


def stop_conditions_in(data: Map) -> tuple[KillIf, ...]:
    """When to stop: a sentence is a condition of text only."""
    return tuple([_stop_condition(written) for written in maps_in(data, "kill_if")])


def displaced_in(data: Map, problems: list[Problem]) -> tuple[Displaced, ...]:
    """Work that stops or waits for this decision."""
    written = data.get("displaces")
    if not isinstance(written, list):
        return () if written is None else (_displaced(written, ("displaces",), problems),)
    return tuple([_displaced(entry, ("displaces", index), problems) for index, entry in enumerate(written)])


def stakeholders_in(data: Map) -> tuple[Stakeholder, ...]:
    """For whom the summary is written."""
    return tuple(
        [
            Stakeholder(name=entry["name"], cares_about=entry.get("cares_about"), agreed=agreement_in(entry, "agreed"))
            for entry in data.get("stakeholders", ())
        ]
    )


def compliance_in(data: Map) -> tuple[Compliance, ...]:
    """Legal, privacy and security reviews."""
    return tuple(
        [
            Compliance(kind=entry["kind"], ref=entry.get("ref"), date=day_in(entry, "date"))
            for entry in data.get("compliance", ())
        ]
    )


def waivers_in(data: Map) -> tuple[Waiver, ...]:
    """Rules that the record may break for a while, by their plain names."""
    return tuple(
        [
            Waiver(
                rule=entry["rule"].removeprefix("risk/"),
                reason=entry["reason"],
                by=entry["by"],
                until=day(entry["until"]),
            )
            for entry in data.get("waivers", ())
        ]
    )


def amendments_in(data: Map) -> tuple[Amendment, ...]:
    """Changes of the forecast after acceptance."""
    return tuple([_amendment(entry) for entry in data.get("amendments", ())])


def reviews_in(data: Map, problems: list[Problem]) -> tuple[Review, ...]:
    """What came of the decision, in the record's order."""
    written = data.get("reviews", ())
    return tuple([_review(review, ("reviews", index), problems) for index, review in enumerate(written)])


def _stop_condition(written: Any) -> KillIf:
    if not isinstance(written, dict):
        return KillIf(text=written)
    threshold = written.get("threshold")
    return KillIf(
        text=written.get("text"),
        metric=written.get("metric"),
        threshold=None if threshold is None else text_of(threshold),
        by=day_in(written, "by"),
    )


def _displaced(written: Any, at: FieldPath, problems: list[Problem]) -> Displaced:
    if not isinstance(written, dict):
        return Displaced(what=written)
    return Displaced(
        what=written["what"], cost=estimate_in(written, "cost", at, problems, AMOUNT), why=written.get("why")
    )


def _amendment(data: Map) -> Amendment:
    before, after = data.get("from"), data.get("to")
    return Amendment(
        date=day(data["date"]),
        field=data["field"],
        from_=None if before is None else text_of(before),
        to=None if after is None else text_of(after),
        why=data["why"],
        by=data.get("by"),
    )


def _review(data: Map, at: FieldPath, problems: list[Problem]) -> Review:
    return Review(
        date=day(data["date"]),
        by=texts_in(data, "by"),
        outcome=data.get("outcome"),
        actuals=_actuals(data.get("actuals", {}), (*at, "actuals"), problems),
        observations=observations_in(data, at, problems),
        process=_process(data.get("process")),
        lessons=texts_in(data, "lessons"),
        next=data.get("next"),
        note=data.get("note"),
    )


def _actuals(written: Map, at: FieldPath, problems: list[Problem]) -> dict[str, Estimate | str]:
    actuals: dict[str, Estimate | str] = {}
    for name, value in written.items():
        actual = text_of(value) if _is_answer(value) else estimate_of(value, (*at, name), problems, VALUE)
        if actual is not None:
            actuals[name] = actual
    return actuals


def _is_answer(value: Any) -> bool:
    return isinstance(value, bool) or value in ("yes", "no")


def _process(written: Map | None) -> Process | None:
    if written is None:
        return None
    same = written.get("would_decide_same_again")
    return Process(
        would_decide_same_again=None if same is None else text_of(same),
        surprise=written.get("surprise"),
        note=written.get("note"),
    )
