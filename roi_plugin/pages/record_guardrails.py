"""What must not break meanwhile: every guardrail with its limit and what was measured over time, and when to stop."""

import datetime as dt
from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.language import counted, text
from roi_plugin.model.governance import KillIf
from roi_plugin.model.guardrail_limits import judged as held_against
from roi_plugin.model.guardrail_limits import measured
from roi_plugin.model.guardrail_observations import observations_until
from roi_plugin.model.measurement import Guardrail, Observation
from roi_plugin.pages.addresses import GUARDRAILS
from roi_plugin.pages.page import Section, one_line
from roi_plugin.pages.sparkline import MOST, Point, sparkline
from roi_plugin.pages.templates import render


class _Row(Struct, frozen=True, kw_only=True):
    """One guardrail; `state` is `holds`, `failed`, or nothing where that cannot be said; the rest is for people."""

    guardrail: Guardrail
    definition: str
    last: Observation | None
    state: str
    words: str
    spark: Markup
    seen: tuple[tuple[Observation, str], ...]
    older: int


def guardrails_section(judged: Judged, today: dt.date) -> Section | None:
    """All guardrails with what was seen of them by `today`, and the stop rules; nothing where there are neither."""
    decision = judged.decision
    if not (decision.guardrails or decision.kill_if):
        return None
    rows = [_row(judged, place, today) for place in range(len(decision.guardrails))]
    html = render("record_guardrails.html", rows=rows, stops=[_stop(one) for one in decision.kill_if])
    return Section(anchor=GUARDRAILS, title=text("What must not break"), html=html)


def _row(judged: Judged, place: int, today: dt.date) -> _Row:
    guardrail, metrics = judged.decision.guardrails[place], judged.decision.metrics
    pairs = observations_until(judged.decision, place, today)
    seen = [observation for _, observation in pairs if observation.value]
    last = seen[-1] if seen else None
    state, words = _state(guardrail, last)
    return _Row(
        guardrail=guardrail,
        definition=next((one.definition for one in metrics if one.id == guardrail.metric and one.definition), ""),
        last=last,
        state=state,
        words=words,
        spark=_spark(f"roi-guard-{place}", guardrail, seen),
        seen=tuple((one, _state(guardrail, one)[1]) for one in reversed(seen[-MOST:])),
        older=max(0, len(seen) - MOST),
    )


def _state(guardrail: Guardrail, seen: Observation | None) -> tuple[str, str]:
    if seen is None:
        return "", text("never measured")
    found = held_against(guardrail.limit, seen)
    if found.violated is None:
        return "", text("cannot be compared: %(reason)s", reason=reason_words(found.reason).replace("`", ""))
    return ("failed", text("beyond the limit")) if found.violated else ("holds", text("within the limit"))


def _spark(name: str, guardrail: Guardrail, seen: Sequence[Observation]) -> Markup:
    drawn = list(_points(guardrail, seen))
    bounds = [bound for _, bound in drawn if bound is not None]
    count = counted("%(num)s measurement", "%(num)s measurements", len(seen))
    days = f"{seen[0].date.isoformat()}..{seen[-1].date.isoformat()}" if seen else ""
    return sparkline(
        name,
        title=text("%(metric)s over time", metric=one_line(guardrail.metric)),
        description=f"{count}, {days}",
        points=[point for point, _ in drawn],
        limit=bounds[-1] if bounds else None,
    )


def _points(guardrail: Guardrail, seen: Sequence[Observation]) -> Iterator[tuple[Point, float | None]]:
    for one in seen:
        found = measured(guardrail.limit, one)
        if found is not None:
            bound, (low, high) = found
            beyond = held_against(guardrail.limit, one).violated is True
            yield Point(day=one.date, value=(low + high) / 2, is_beyond=beyond), bound


def _stop(one: KillIf) -> str:
    written = one.text or " ".join(part for part in (one.metric, one.threshold) if part)
    return text("%(condition)s (by %(day)s)", condition=written, day=one.by.isoformat()) if one.by else written
