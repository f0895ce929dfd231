"""How grave a rule's concerns are under the policy of this folder, and in which words a page says so."""

from msgspec import Struct

from roi_plugin.language import sentence, text
from roi_plugin.model.finding import Severity
from roi_plugin.model.policy import Judging
from roi_plugin.rules.rule import Rule


class SeverityHere(Struct, frozen=True, kw_only=True):
    """`value` (`error`, `warning`, `info`, `off`) holds for every record that nothing else here excepts.

    `changes` tell what the policy changed of the rule's own severity; `older` what holds for records before its
    `strict_from`, where the rule has errors that it softens.
    """

    value: str
    changes: tuple[str, ...] = ()
    older: str = ""


def severity_here(rule: Rule, judging: Judging) -> SeverityHere:
    """The severity that holds here."""
    own, setting = rule.severity.value, judging.rules.get(rule.name)
    value = setting.severity if setting and setting.severity else own
    types = setting.types if setting else {}
    changes = [text("set in policy.yml, else %(severity)s", severity=sentence(own))] if value != own else []
    changes += [
        text("%(severity)s for records of type %(type)s", severity=sentence(severity), type=name)
        for name, severity in types.items()
        if severity != value
    ]
    has_errors = Severity.ERROR.value in (value, *types.values())
    return SeverityHere(value=value, changes=tuple(changes), older=_older(judging) if has_errors else "")


def _older(judging: Judging) -> str:
    match judging.strict_from:
        case None:
            return ""
        case int(number):
            return text("warning for records before number %(number)s", number=number)
        case day:
            return text("warning for records before %(day)s", day=day)
