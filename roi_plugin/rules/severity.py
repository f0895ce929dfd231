"""How grave a rule's concerns are for one record: as the rule says, unless the policy says otherwise."""

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.policy import OFF, Judging
from roi_plugin.model.strictness import held_to, type_of
from roi_plugin.rules.rule import Rule


def severity_of(rule: Rule, decision: Decision, judging: Judging) -> Severity | None:
    """The severity that holds for this record; None where the rule is not asked."""
    setting = judging.rules.get(rule.name)
    written = None if setting is None else setting.types.get(type_of(decision), setting.severity)
    if written == OFF:
        return None
    return held_to(Severity(written) if written else rule.severity, decision, judging)
