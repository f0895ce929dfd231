"""How the gain and the cost of an option come about: each line as probability times amount times discount factor."""

import math
from collections.abc import Iterator, Sequence

from msgspec import structs

from roi_plugin.economics.formula_words import formula_words
from roi_plugin.economics.importance import names_in
from roi_plugin.economics.input_names import input_names
from roi_plugin.economics.polynomials import expand
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Flow, Resolution, ResolvedLine
from roi_plugin.economics.returns import LineReturn
from roi_plugin.economics.stated_lines import StatedLine
from roi_plugin.economics.step import Step
from roi_plugin.economics.timing import one_off_month, stream_span
from roi_plugin.economics.wording import exact, percent
from roi_plugin.economics.working_inputs import behind, input_step
from roi_plugin.language import counted, noted, sentence, text
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import dotted
from roi_plugin.model.quantity import Expression, Name, Node

_ROUNDING = 1e-9
_LOST = noted("the number behind a gain is what it loses of its discount factor by each unit of delay, on average")


class LineSteps:
    """The lines of one decision, ready to be told."""

    def __init__(self, decision: Decision, resolution: Resolution) -> None:
        self._decision = decision
        self._world = resolution.world
        self._terms = resolution.terms
        self._names = input_names(resolution)

    def of(self, lines: Sequence[ResolvedLine], returns: Sequence[LineReturn]) -> Iterator[tuple[str, Step]]:
        """Each line with its side; what is not counted has the reason."""
        for line, found in zip(lines, returns, strict=True):
            yield line.stated.side, self._line(line, found)

    def _line(self, line: ResolvedLine, found: LineReturn) -> Step:
        stated = line.stated
        parts = (*self._chance(line, found), *self._flows(line, found), *self._named(stated))
        place = dotted(stated.field)
        # An amount of one input begins with what is written.
        is_said = any(each.formula.startswith(f"`{stated.text}`") for part in parts for each in part.walk())
        written = text("written `%(written)s` at `%(place)s`", written=stated.text, place=place)
        return Step(
            key=f"line/{stated.key}",
            label=f"{sentence(stated.side)} `{stated.id}`",
            value=found.mean,
            unit="money",
            formula=_line_formula(line),
            parts=parts,
            notes=(
                written if stated.text and not is_said else text("at `%(place)s`", place=place),
                *([sentence(_LOST)] if line.losses else []),
                *self._tied(found, parts),
            ),
            reason=found.reason,
        )

    def _chance(self, line: ResolvedLine, found: LineReturn) -> Iterator[Step]:
        if line.p is None or not line.flows:
            return
        mean, reason = self._mean(line.p, found)
        is_gain = line.stated.side == "gain"
        stated = Step(
            key=f"line/{line.stated.key}/p",
            label=text("p, the probability that it comes true") if is_gain else text("p, the probability"),
            value=mean,
            unit="fraction",
            reason=reason,
        )
        yield self._with_inputs(stated, line.p)

    def _flows(self, line: ResolvedLine, found: LineReturn) -> Iterator[Step]:
        for index, flow in enumerate(line.flows):
            behind_it = f"/{index + 1}" if len(line.flows) > 1 else ""
            key, ending = f"line/{line.stated.key}{behind_it}", f" {index + 1}" if behind_it else ""
            mean, reason = self._mean(flow.formula.node, found)
            once = text("amount%(number)s, once", number=ending)
            yearly = text("amount%(number)s, a year", number=ending)
            stated = Step(
                key=f"{key}/amount",
                label=yearly if flow.formula.rate else once,
                value=mean,
                unit="money",
                reason=reason,
            )
            yield self._with_inputs(stated, flow.formula.node)
            yield self._factor(line.stated, flow, f"{key}/factor", ending)

    def _factor(self, stated: StatedLine, flow: Flow, key: str, ending: str) -> Step:
        rate, horizon = percent(self._terms.discount_rate), self._terms.horizon_months
        notes: tuple[str, ...] = ()
        if flow.formula.rate:
            start, end = stream_span(stated, self._terms)
            if start >= end:
                formula = text(
                    "0: it begins in month %(month)s, the horizon is %(time)s",
                    month=f"{start:g}",
                    time=_months(horizon),
                )
            else:
                formula = _months_sum(start, end, rate)
                if stated.ramp:
                    notes = (
                        text(
                            "over the first %(time)s it grows evenly from nothing to its full size",
                            time=_months(stated.ramp),
                        ),
                    )
        else:
            month = one_off_month(stated)
            formula = _month_factor(month, rate, horizon)
        label = text("discount factor%(number)s", number=ending)
        return Step(key=key, label=label, value=flow.factor, formula=formula, notes=notes)

    def _with_inputs(self, step: Step, node: Node) -> Step:
        """The step with its formula and inputs; where it is one input alone, with what stands behind that."""
        inputs = tuple(self._inputs(node))
        if isinstance(node, Name) and inputs:
            return structs.replace(step, formula=inputs[0].formula, notes=inputs[0].notes)
        return structs.replace(step, formula=formula_words(node, self._names), parts=inputs)

    def _inputs(self, node: Node) -> Iterator[Step]:
        for key in dict.fromkeys(names_in(node)):
            yield input_step(key, self._names.get(key, key), self._world.variables[key], self._decision)

    def _named(self, stated: StatedLine) -> Iterator[Step]:
        """Inputs that are expressions themselves: the formula above has them multiplied out."""
        for name, estimate in stated.inputs.items():
            if isinstance(estimate.quantity, Expression):
                yield Step(
                    key=f"input/{stated.key}/{name}",
                    label=f"{stated.id}.{name}",
                    formula=f"`{estimate.text}`",
                    notes=behind(estimate, self._decision.evidence),
                    reason="it is worked out in the amount",
                )

    def _mean(self, node: Node, found: LineReturn) -> tuple[float | None, str | None]:
        try:
            return self._world.mean(expand(node)), None
        except NoFigureError as reason:
            told = "" if found.mean is None else f"; {text('the line is told from all cases')}"
            return None, f"{reason_words(str(reason))}{told}"

    def _tied(self, found: LineReturn, parts: Sequence[Step]) -> tuple[str, ...]:
        """A note where the mean of the product is not the product of the means."""
        own = [part for part in parts if part.key.startswith("line/")]
        chance = next((part.value for part in own if part.key.endswith("/p")), 1.0)
        amounts = [part.value for part in own if part.key.endswith("/amount")]
        factors = [part.value for part in own if part.key.endswith("/factor")]
        if found.mean is None or chance is None or None in amounts:
            return ()
        product = chance * math.fsum((one or 0.0) * (two or 0.0) for one, two in zip(amounts, factors, strict=True))
        if math.isclose(product, found.mean, rel_tol=_ROUNDING, abs_tol=_ROUNDING):
            return ()
        return (
            text(
                "its parts are tied, so the mean of the product is not the product of the means, %(product)s",
                product=exact(product),
            ),
        )


def _line_formula(line: ResolvedLine) -> str:
    if not line.flows:
        return ""
    several = len(line.flows) > 1
    endings = [f" {at}" if several else "" for at in range(1, len(line.flows) + 1)]
    terms = [text("amount%(number)s x discount factor%(number)s", number=ending) for ending in endings]
    money = " + ".join(terms)
    if line.p is None:
        return money
    return f"p x ({money})" if several else f"p x {money}"


def _months(count: float) -> str:
    return counted("%(num)s month", "%(num)s months", 1 if count == 1 else 2, num=f"{count:g}")


def _months_sum(start: float, end: float, rate: str) -> str:
    """The discount factor of a stream."""
    whole = start % 1 == end % 1 == 0
    first, last = f"{start:g}", f"{end - 1 if whole else end:g}"
    if whole:
        return text(
            "the sum over the months m = %(first)s to %(last)s of 1/12 x (1 + %(rate)s)^(-(m + 1/2)/12)",
            first=first,
            last=last,
            rate=rate,
        )
    return text(
        "the sum over the months m from %(first)s to %(last)s of 1/12 x (1 + %(rate)s)^(-(m + 1/2)/12)",
        first=first,
        last=last,
        rate=rate,
    )


def _month_factor(month: float, rate: str, horizon: float) -> str:
    """The discount factor of a single payment."""
    said = f"{month:g}"
    if month > horizon:
        return text("0: month %(month)s lies behind the horizon of %(time)s", month=said, time=_months(horizon))
    if month:
        return text("(1 + %(rate)s)^(-%(month)s/12), paid in month %(month)s", rate=rate, month=said)
    return text("paid at once")
