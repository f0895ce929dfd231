"""What was forecast when a decision was accepted, beside now, as JSON."""

import datetime as dt

from roi_plugin.assess import Judged
from roi_plugin.economics.headline import Headline, headline
from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.model.amended import accounted
from roi_plugin.report.json_numbers import told

_NONE = SingleFigure(reason="the text of then is no record by the schema of today")
_UNKNOWN = Headline(npv=_NONE, roi=_NONE, loss=_NONE)


def at_acceptance(judged: Judged, today: dt.date) -> dict[str, object]:
    """`at_acceptance`: the day, the figures of the accepted text and each value that changed; null where none did."""
    changes = accounted(judged.decision, judged.past, today)
    if judged.past.accepted is None:
        return {"at_acceptance": None, "at_acceptance_reason": "git does not know that it was accepted"}
    if not changes and not judged.past.assumed:
        return {"at_acceptance": None, "at_acceptance_reason": "what was forecast is still the same"}
    # Where only shared assumptions changed, the record itself is as it was accepted.
    accepted = judged.accepted_as if changes else judged
    then = headline(accepted.decision, accepted.returns, accepted.figures) if accepted is not None else _UNKNOWN
    figures = {
        **told("npv_mean", then.npv.value, then.npv.reason),
        **told("roi_mean", then.roi.value, then.roi.reason),
        **told("loss_probability", then.loss.value, then.loss.reason),
    }
    found = {
        "date": judged.past.accepted.isoformat(),
        **figures,
        "changes": [
            {
                "key": moved.key,
                "then": moved.before,
                "now": moved.after,
                "amendment": None if why is None else {"date": why.date.isoformat(), "why": why.why},
            }
            for moved, why in changes
        ],
        "assumptions": [
            {"id": one.id, "then": one.before, "now": one.after, "changed": one.changed.isoformat()}
            for one in judged.past.assumed
        ],
    }
    return {"at_acceptance": found}
