"""Waivers that do not say why, or who allows it: nobody answers for the rule that they set aside."""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem


def waiver_problems(decision: Decision) -> Iterator[Problem]:
    """A problem for each reason and each name of a waiver that only keeps a place free; the waiver has no effect."""
    for index, waiver in enumerate(decision.waivers):
        for field, text, wanted in (
            ("reason", waiver.reason, "why the record may break the rule"),
            ("by", waiver.by, "who allows it"),
        ):
            if not says(text):
                yield Problem(
                    field=("waivers", index, field),
                    name="schema/wrong-form",
                    message=f"`{text.strip()}` does not say {wanted}: the waiver of `{waiver.rule}` has no effect",
                    help=f"write {wanted}, or delete the waiver",
                )
