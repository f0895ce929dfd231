"""What is wrong with a rule of another package, or with what it says: nothing else checks values of that kind."""

import datetime as dt
import re
from collections.abc import Iterator
from types import NoneType
from typing import Any

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Status
from roi_plugin.model.finding import Severity
from roi_plugin.rules.rule import Concern, Rule

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_LEVELS = (0, 1, 2)


def rule_fault(rule: Rule) -> str | None:
    """The first thing that is wrong with a rule, and what was expected; None where it can be asked."""
    return next(_faults(rule), None)


def _faults(rule: Rule) -> Iterator[str]:
    asked_of: Any = rule.asked_of
    if not isinstance(rule.name, str) or not _NAME.fullmatch(rule.name):
        yield f"its name is {rule.name!r}: expected letters, digits, `.`, `_` and `-`, without `risk/` (`no-ticket`)"
    if not isinstance(rule.severity, Severity):
        yield f"its severity is {rule.severity!r}: expected {_options(Severity)}"
    if type(rule.level) is not int or rule.level not in _LEVELS:
        yield f"its level is {rule.level!r}: expected 0, 1 or 2"
    if not isinstance(asked_of, frozenset | set) or not all(isinstance(each, Status) for each in asked_of):
        yield f"its asked_of is {asked_of!r}: expected a set of Status, such as `roi_plugin.rules.rule.OPEN`"
    elif not asked_of:
        yield "its asked_of is empty, so it would never be asked: expected one Status or more"
    if not isinstance(rule.mend, str) or not says(rule.mend):
        yield f"its mend is {rule.mend!r}: expected what to write or do"
    if not (rule.page is None or isinstance(rule.page, str)):
        yield f"its page is {rule.page!r}: expected the docstring of its module, `page=__doc__`"
    if not callable(rule.check):
        yield f"its check is {rule.check!r}: expected a function"


def concern_fault(concern: Concern) -> str | None:
    """The same for what a rule yields."""
    if not isinstance(concern, Concern):
        return f"it yields {concern!r}: expected `roi_plugin.rules.rule.Concern`"
    field: Any = concern.field
    if not isinstance(field, tuple) or not all(isinstance(part, str | int) for part in field):
        return f'the field of its concern is {field!r}: expected a tuple such as ("options", 0, "gain")'
    if not isinstance(concern.message, str) or not concern.message.strip():
        return f"the message of its concern is {concern.message!r}: expected a sentence"
    if not (concern.help is None or isinstance(concern.help, str)):
        return f"the help of its concern is {concern.help!r}: expected a text or None"
    if type(concern.since) not in (dt.date, NoneType):
        return f"the since of its concern is {concern.since!r}: expected a `datetime.date` or None"
    return None


def _options(kind: type[Severity]) -> str:
    *others, last = (f"{kind.__name__}.{each.name}" for each in kind)
    return f"{', '.join(others)} or {last}"
