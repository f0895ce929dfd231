"""What the options of one record say twice: an amount in two forms, and what was chosen; or not at all: the choice."""

from collections.abc import Iterator

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import Problem, Severity


def option_problems(decision: Decision) -> Iterator[Problem]:
    """A problem for each gain or cost in both forms, for each option chosen after another one, and for no choice."""
    if decision.status is Status.ACCEPTED and decision.options and not any(each.chosen for each in decision.options):
        yield Problem(
            field=("options",),
            name="link/none-chosen",
            severity=Severity.WARNING,
            message="accepted, and no option is chosen: expected one option with `chosen: true`",
            help="write `chosen: true` on the option that was decided; most rules ask that one only",
        )
    chosen: str | None = None
    for index, option in enumerate(decision.options):
        for short, lines in (("gain", option.gains), ("cost", option.costs)):
            if lines and getattr(option, short) is not None:
                yield Problem(
                    field=("options", index, short),
                    name="schema/two-forms",
                    message=f"`{option.id}` has `{short}` and `{short}s`, and both are counted: expected one of them",
                    help=f"make the amount a line of `{short}s`, or delete it",
                )
        if option.chosen and chosen is not None:
            yield Problem(
                field=("options", index, "chosen"),
                name="link/several-chosen",
                message=f"`{chosen}` is chosen already: expected one option with `chosen: true`",
                help="leave it on one of them, or write one option that is both",
            )
        elif option.chosen:
            chosen = option.id
