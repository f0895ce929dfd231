"""What gains a decision claims, and in which of its metrics success will be seen."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from roi_plugin.economics.wording import money
from roi_plugin.model.blank_texts import said, says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.measurement import Metric
from roi_plugin.model.named_evidence import NO_EVIDENCE, named_evidence
from roi_plugin.model.option import Gain, Option
from roi_plugin.rules.lines import gain_lines, is_nothing, options_in_question, original
from roi_plugin.rules.rule import Context


class Claim(Struct, frozen=True, kw_only=True):
    """A gain that is given and not 0.

    `option` is the index of its option, `place` where it stands, `name` what a message calls it, `metric` what it shows
    in: its own, that of the line it repeats, else the goal's. `line` is the line as written, None where the option's
    gain is one total; `meant` is the line it repeats, or itself.
    """

    option: int
    place: FieldPath
    name: str
    metric: str | None
    line: Gain | None = None
    meant: Gain | None = None

    @property
    def type(self) -> str | None:
        """`direct` or `proxy`, where the line or the one it repeats says so."""
        return next((line.type for line in (self.line, self.meant) if line is not None and line.type), None)

    @property
    def metric_field(self) -> FieldPath:
        """Where the metric is written, else the gain itself."""
        return (*self.place, "metric") if self.line is not None and self.line.metric else self.place


def claims(decision: Decision, options: Iterable[tuple[int, Option]]) -> Iterator[Claim]:
    """The gains of these options, in the order of the record."""
    goal = said(decision.goal.metric) if decision.goal is not None else None
    lines = gain_lines(decision)
    for index, option in options:
        place: FieldPath = ("options", index)
        if option.gain is not None and not is_nothing(option.gain):
            yield Claim(option=index, place=(*place, "gain"), name=f"the gain ({option.gain.text})", metric=goal)
        for at, line in enumerate(option.gains):
            meant = original(line, option.id, lines)
            if meant is not None and not is_nothing(meant.value):
                yield Claim(
                    option=index,
                    place=(*place, "gains", at),
                    name=f"the gain `{line.id}`",
                    metric=said(line.metric) or said(meant.metric) or goal,
                    line=line,
                    meant=meant,
                )


def success_metrics(decision: Decision) -> tuple[tuple[int, Metric], ...]:
    """The described metrics by which success is judged, each with its index.

    They are those of the role `primary`, that of the goal, and those in which a gain of the options in question shows.
    """
    if not decision.metrics:
        return ()
    named = {claim.metric for claim in claims(decision, options_in_question(decision))}
    if decision.goal is not None:
        named.add(decision.goal.metric)
    return tuple(
        (index, metric)
        for index, metric in enumerate(decision.metrics)
        if metric.role == "primary" or metric.id in named
    )


def gain_in_words(decision: Decision, context: Context) -> str:
    """What the measurement has to show: `a gain of 24k EUR`, or `success` where no single gain is known."""
    asked = options_in_question(decision)
    gain = context.returns.options[asked[0][0]].gain.mean if len(asked) == 1 else None
    return f"a gain of {money(gain, context.returns.currency)}" if gain else "success"


def is_linked(metric: Metric, decision: Decision, context: Context) -> bool:
    """Whether a proxy names what it stands for, and evidence other than a guess that the two move together."""
    if not says(metric.proxy_for):
        return False
    found = named_evidence(metric.evidence, decision, context.today)
    return any(says(entry.id) and entry.kind != NO_EVIDENCE for entry in found)
