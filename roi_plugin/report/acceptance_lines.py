"""What was forecast when a decision was accepted, beside now, as lines for a terminal."""

import datetime as dt
from collections.abc import Iterator

from roi_plugin.assess import Judged
from roi_plugin.economics.headline import Headline, headline
from roi_plugin.economics.wording import money, percent
from roi_plugin.model.amended import accounted
from roi_plugin.model.frozen_fields import Scalar, as_written
from roi_plugin.model.governance import Amendment
from roi_plugin.model.record_past import MovedField
from roi_plugin.report.table import indented
from roi_plugin.report.terminal import safe
from roi_plugin.rules.amendment_words import not_counted


def acceptance_lines(judged: Judged, today: dt.date) -> Iterator[str]:
    """The figures then and now, and each value that changed, under a heading; nothing where none changed."""
    changes, assumed = accounted(judged.decision, judged.past, today), judged.past.assumed
    if not (changes or assumed):
        return
    yield f"Forecast when accepted, on {judged.past.accepted}, and now"
    if judged.accepted_as is not None:
        currencies = judged.accepted_as.returns.currency, judged.returns.currency
        accepted = judged.accepted_as
        then = headline(accepted.decision, accepted.returns, accepted.figures)
        now = headline(judged.decision, judged.returns, judged.figures)
        yield f"  {_worth(then, currencies[0])} -> {_worth(now, currencies[1])}"
    yield from indented(
        [
            (
                safe(moved.key),
                f"{_said(moved.before, 'not there')} -> {_said(moved.after, 'gone')}",
                _why(why, judged, moved, today),
            )
            for moved, why in changes
        ]
        + [
            (
                safe(one.id),
                f"{_said(one.before, 'no value')} -> {_said(one.after, 'no value')}",
                f"a shared assumption, changed on {one.changed}",
            )
            for one in assumed
        ]
    )


def _worth(one: Headline, currency: str) -> str:
    value = "NPV not known" if one.npv.value is None else f"NPV {money(one.npv.value, currency)}"
    return value if one.roi.value is None else f"{value}, ROI {percent(one.roi.value, signed=True)}"


def _said(value: Scalar | None, nothing: str) -> str:
    return nothing if value is None else safe(as_written(value))


def _why(amendment: Amendment | None, judged: Judged, moved: MovedField, today: dt.date) -> str:
    if amendment is not None:
        return f"{amendment.date}: {safe(amendment.why)}"
    unheard = not_counted(judged.decision, moved, judged.past.accepted or today, today)
    return safe(unheard) if unheard else "no amendment"
