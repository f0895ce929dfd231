"""Which shared assumptions say something else than when a decision that rests on them was accepted."""

import datetime as dt
from collections.abc import Iterator, Mapping

from roi_plugin.model.assumption import Assumption
from roi_plugin.model.decision import Decision
from roi_plugin.model.record_past import MovedAssumption
from roi_plugin.model.same_meaning import is_same_value


def moved_assumptions(
    decision: Decision, accepted: dt.date, assumptions: Mapping[str, Assumption]
) -> Iterator[MovedAssumption]:
    """Those of a decision accepted on a day, in the order in which its record names them.

    Nothing is told of one that was not there yet, or whose earlier values git does not know.
    """
    for name in dict.fromkeys(use.id for use in decision.assumptions):
        assumption = assumptions.get(name)
        then = assumption.value_on(accepted) if assumption is not None else None
        if assumption is None or then is None:
            continue
        last = assumption.values[-1]
        if not is_same_value(then.text, last.text):
            yield MovedAssumption(id=name, before=then.text, after=last.text, changed=last.date)
