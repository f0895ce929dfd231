"""Asks a decision the questions that fit its status and stakes, and signs what comes back."""

import datetime as dt
from collections.abc import Iterator, Sequence

from roi_plugin.errors import FailedRuleError
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Concern, Context, Rule
from roi_plugin.rules.rule_faults import concern_fault
from roi_plugin.rules.severity import severity_of
from roi_plugin.rules.stages import status_in_effect

PREFIX = "risk/"


def concerns(decision: Decision, context: Context, rules: Sequence[Rule] = RULES) -> tuple[Problem, ...]:
    """What the rules hold against a decision, in their order; what is waived today is left out.

    Raises:
        FailedRuleError: a rule of another package failed.
    """
    waived = waived_rules(decision, context.today)
    status = status_in_effect(decision, context)
    return tuple(
        problem
        for rule in rules
        if status in rule.asked_of and context.stakes >= rule.level and rule.name not in waived
        for problem in _asked(rule, decision, context)
    )


def _asked(rule: Rule, decision: Decision, context: Context) -> Iterator[Problem]:
    severity = severity_of(rule, decision, context.policy.judging)
    if severity is None:
        return
    if not rule.origin:
        for concern in rule.check(decision, context):
            yield _signed(rule, severity, concern)
        return
    try:
        said = list(rule.check(decision, context))
    except Exception as fault:
        raise _failed(rule, decision, f"{type(fault).__name__}: {' '.join(str(fault).split())}") from fault
    for concern in said:
        wrong = concern_fault(concern)
        if wrong is not None:
            raise _failed(rule, decision, wrong)
        yield _signed(rule, severity, concern)


def _failed(rule: Rule, decision: Decision, why: str) -> FailedRuleError:
    return FailedRuleError(
        f"the rule `{rule.name}` of the package {rule.origin} failed on {decision.path} ({why}): "
        "mend or remove the package, or set the rule `off` in policy.yml"
    )


def waived_rules(decision: Decision, today: dt.date) -> frozenset[str]:
    """The names of the rules that this record is allowed to break today; a waiver's last day counts.

    A waiver that does not say why, or who allows it, allows nothing.
    """
    return frozenset(waiver.rule for waiver in decision.waivers if waiver.until >= today and waiver.is_answered_for)


def _signed(rule: Rule, severity: Severity, concern: Concern) -> Problem:
    return Problem(
        field=concern.field,
        name=PREFIX + rule.name,
        severity=severity,
        message=concern.message,
        help=concern.help or rule.mend,
        since=concern.since,
    )
