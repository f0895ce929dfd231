"""Which records are held to errors, and which, being older than the policy's `strict_from`, only warn."""

import datetime as dt

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.policy import Judging

DECISION = "decision"
"""The type of a record that names none."""


def type_of(decision: Decision) -> str:
    """The record's type."""
    return decision.type or DECISION


def held_to(severity: Severity, decision: Decision, judging: Judging) -> Severity:
    """The severity as it counts for this record: an error of one before `strict_from` is a warning."""
    return Severity.WARNING if severity is Severity.ERROR and _is_old(decision, judging.strict_from) else severity


def _is_old(decision: Decision, strict_from: dt.date | int | None) -> bool:
    if isinstance(strict_from, dt.date):
        return decision.date < strict_from
    return strict_from is not None and decision.number is not None and int(decision.number) < strict_from
