"""What came of a decision: each review, with what was forecast and what was measured side by side."""

from markupsafe import Markup
from msgspec import Struct

from roi_plugin.assess import Judged
from roi_plugin.economics.forecast_actual import ForecastActual, forecasts_and_actuals
from roi_plugin.language import sentence, text
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.governance import Review
from roi_plugin.pages.addresses import REVIEWS
from roi_plugin.pages.cited import sources_of
from roi_plugin.pages.forecast_chart import actual_text, forecast_chart
from roi_plugin.pages.page import Section
from roi_plugin.pages.templates import render


class _Actual(Struct, frozen=True, kw_only=True):
    id: str
    forecast: str
    value: str
    source: Markup


class _ReviewView(Struct, frozen=True, kw_only=True):
    date: str
    by: str
    outcome: str
    chart: Markup
    actuals: tuple[_Actual, ...]
    notes: tuple[tuple[str, str], ...]
    lessons: tuple[str, ...]


def reviews_section(judged: Judged) -> Section | None:
    """The reviews, the newest first; nothing when there are none."""
    reviews = sorted(judged.decision.reviews, key=lambda review: review.date, reverse=True)
    if not reviews:
        return None
    views = [_view(review, judged, place) for place, review in enumerate(reviews)]
    return Section(anchor=REVIEWS, title=text("What came of it"), html=render("record_reviews.html", reviews=views))


def _view(review: Review, judged: Judged, place: int) -> _ReviewView:
    process = review.process
    notes = (
        (text("Would decide the same again"), sentence(process.would_decide_same_again or "") if process else None),
        (text("What surprised"), process.surprise if process else None),
        (text("On the process"), process.note if process else None),
        (text("Next"), review.next),
        (text("Note"), review.note),
    )
    day, compared = review.date.isoformat(), forecasts_and_actuals(judged.decision, review)
    return _ReviewView(
        date=day,
        by=", ".join(review.by),
        outcome=sentence(review.outcome or ""),
        chart=forecast_chart(f"roi-came-{place}", text("Forecast and what came, %(day)s", day=day), compared),
        actuals=tuple(_actual(one) for one in compared),
        notes=tuple((name, said) for name, said in notes if said),
        lessons=review.lessons,
    )


def _actual(one: ForecastActual) -> _Actual:
    return _Actual(
        id=one.name,
        forecast=one.forecast,
        value=actual_text(one.actual),
        source=sources_of(one.actual if isinstance(one.actual, Estimate) else None),
    )
