"""The reasons a record gives for or against an option: an amount in the text, or a constraint that left no choice."""

from roi_plugin.model.decision import Decision
from roi_plugin.model.named_evidence import NO_EVIDENCE, named_evidence
from roi_plugin.model.option import Option
from roi_plugin.rules.amounts import names_an_amount
from roi_plugin.rules.lines import is_constrained
from roi_plugin.rules.rule import Context


def is_ruled_out(option: Option) -> bool:
    """Whether the record says what speaks against an option: a constraint, or an amount in `rejected_because`."""
    return is_constrained(option) or names_an_amount(option.rejected_because or "")


def is_bound(option: Option, decision: Decision, context: Context) -> bool:
    """Whether a constraint that rests on evidence rules an option in or out; `none` is no evidence."""
    found = named_evidence(option.evidence, decision, context.today)
    return is_constrained(option) and any(entry.kind != NO_EVIDENCE for entry in found)
