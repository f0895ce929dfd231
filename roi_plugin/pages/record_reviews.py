"""What came of a decision: each review with the forecast and the actual side by side."""

from dataclasses import dataclass

from markupsafe import Markup

from roi_plugin.assess import Judged
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.governance import Review
from roi_plugin.pages.addresses import REVIEWS
from roi_plugin.pages.cited import sources_of
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render


@dataclass(frozen=True, slots=True, kw_only=True)
class _Actual:
    id: str
    forecast: str
    value: str
    source: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReviewView:
    date: str
    by: str
    outcome: str | None
    actuals: tuple[_Actual, ...]
    notes: tuple[tuple[str, str], ...]
    lessons: tuple[str, ...]


def reviews_section(judged: Judged) -> Section | None:
    """The reviews, the newest first; nothing when there are none."""
    reviews = sorted(judged.decision.reviews, key=lambda review: review.date, reverse=True)
    if not reviews:
        return None
    forecasts = _forecasts(judged)
    views = [_view(review, forecasts) for review in reviews]
    return Section(anchor=REVIEWS, title="What came of it", html=render("record_reviews.html", reviews=views))


def _view(review: Review, forecasts: dict[str, str]) -> _ReviewView:
    process = review.process
    notes = (
        ("Would decide the same again", process.would_decide_same_again if process else None),
        ("What surprised", process.surprise if process else None),
        ("On the process", process.note if process else None),
        ("Next", review.next),
        ("Note", review.note),
    )
    return _ReviewView(
        date=review.date.isoformat(),
        by=", ".join(review.by),
        outcome=review.outcome,
        actuals=tuple(_actual(name, value, forecasts) for name, value in review.actuals.items()),
        notes=tuple((name, text) for name, text in notes if text),
        lessons=review.lessons,
    )


def _actual(name: str, value: Estimate | str, forecasts: dict[str, str]) -> _Actual:
    estimate = value if isinstance(value, Estimate) else None
    return _Actual(
        id=name,
        forecast=forecasts.get(name, ""),
        value=estimate.text if estimate else str(value),
        source=sources_of(estimate),
    )


def _forecasts(judged: Judged) -> dict[str, str]:
    """What was forecast under each id, as written: lines, inputs and risks, the chosen option's first."""
    found: dict[str, str] = {}
    for option in sorted(judged.decision.options, key=lambda option: not option.chosen):
        lines = [(gain.id, gain.value, gain.inputs) for gain in option.gains]
        lines += [(cost.id, cost.time or cost.money, cost.inputs) for cost in option.costs]
        lines += [(risk.id, risk.p or risk.impact, risk.inputs) for risk in option.risks]
        for name, estimate, inputs in lines:
            if estimate:
                found.setdefault(name, estimate.text)
            for key, value in inputs.items():
                found.setdefault(key, value.text)
                found.setdefault(f"{name}.{key}", value.text)
        for name, whole in (("gain", option.gain), ("cost", option.cost)):
            if whole:
                found.setdefault(name, whole.text)
    return found
