"""The fields that a team's own policy requires of its records."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Problem, Severity
from roi_plugin.model.policy import Judging
from roi_plugin.model.strictness import held_to, type_of

ALL = "all"
_ASKED = (Status.PROPOSED, Status.ACCEPTED)


def required_field_problems(decision: Decision, judging: Judging) -> Iterator[Problem]:
    """A problem for each required field that a proposed or accepted record leaves out or empty.

    A `problem` may stand in the `goal`, as for the rule goal-missing.
    """
    if not judging.required or decision.status not in _ASKED:
        return
    kind = type_of(decision)
    for group in (ALL, kind):
        for name in judging.required.get(group, ()):
            if _is_missing(name, decision):
                whom = "every record" if group == ALL else f"every record of type `{kind}`"
                yield Problem(
                    field=(name,),
                    name="schema/required-by-policy",
                    severity=held_to(Severity.ERROR, decision, judging),
                    message=f"`{name}` is missing: the policy requires it of {whom}",
                    help=f"write `{name}`, or change `required` in policy.yml",
                )


def _is_missing(name: str, decision: Decision) -> bool:
    if name == "problem" and decision.goal is not None and decision.goal.problem:
        return False
    return getattr(decision, name, None) in (None, (), {}, "")
