"""The working of a decision: every figure with its formula, down to the inputs and the policy's entries.

Whoever shows a figure can show its step: the terminal (`roi show --explain`) and the record's page tell the same.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roi_plugin.economics.input_amounts import InputAmounts
from roi_plugin.economics.outside_view import debiased
from roi_plugin.economics.policy_words import policy_words
from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.resolution import Resolution, resolve
from roi_plugin.economics.returns import OptionReturns
from roi_plugin.economics.score_words import WHOLE
from roi_plugin.economics.step import Step, Unit
from roi_plugin.economics.wording import exact
from roi_plugin.economics.working_figures import (
    cases,
    cash_steps,
    comparison_steps,
    hinge_steps,
    spread_steps,
)
from roi_plugin.economics.working_inputs import input_step
from roi_plugin.economics.working_knowledge import knowledge_steps
from roi_plugin.economics.working_lines import LineSteps
from roi_plugin.economics.working_outlook import framework_steps, outcome_steps, outside_steps
from roi_plugin.language import sentence, text
from roi_plugin.model.decision import Decision, Economics
from roi_plugin.model.policy import Policy

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal, OptionAppraisal
    from roi_plugin.economics.figures import Figure

__all__ = ["Step", "working"]


def working(decision: Decision, policy: Policy, appraisal: "Appraisal") -> tuple[Step, ...]:
    """The steps of every figure: the terms, then each option in the order of the record, then the comparison."""
    resolution = resolve(decision, policy)
    returns = appraisal.returns
    outside = debiased(decision, policy, resolution)
    lines, amounts = LineSteps(decision, resolution), InputAmounts(resolution)
    steps = [_terms(decision, policy, resolution)]
    for index, (option, one) in enumerate(zip(returns.options, appraisal.options, strict=True)):
        told = list(lines.of(resolution.options[index], option.lines))
        gains = tuple(step for side, step in told if side == "gain")
        costs = tuple(step for side, step in told if side != "gain")
        steps.append(
            Step(
                key=option.id,
                label=text("option `%(option)s`", option=option.id),
                value=one.value.npv.mean,
                unit="money",
                reason=one.value.npv.reason if one.value.npv.mean is None else None,
                parts=(
                    *_money(option, one, gains, costs),
                    *comparison_steps(one),
                    *cash_steps(one),
                    *hinge_steps(one, amounts),
                    *(outside_steps(one.debiased, outside, policy) if one.debiased and option.lines else ()),
                    *framework_steps(option.id, one.framework, policy),
                    *outcome_steps(one),
                ),
            )
        )
    whole = tuple(framework_steps(":decision", appraisal.framework, policy))
    steps += [Step(key=":decision", label=sentence(WHOLE), formula=text("as scored"), parts=whole)] if whole else []
    return (*steps, *knowledge_steps(appraisal))


def _terms(decision: Decision, policy: Policy, resolution: Resolution) -> Step:
    own, terms = decision.economics or Economics(), resolution.terms
    horizon, rate = (
        text("the record, `%(written)s`", written=estimate.text) if estimate else policy_words(policy, entry)
        for entry, estimate in (("horizon", own.horizon), ("discount_rate", own.discount_rate))
    )
    parts = [
        Step(key="terms/horizon", label=text("horizon"), value=terms.horizon_months, unit="months", formula=horizon),
        Step(
            key="terms/discount_rate",
            label=text("discount rate a year"),
            value=terms.discount_rate,
            unit="fraction",
            formula=rate,
        ),
    ]
    week = resolution.world.variables.get("person_week")
    parts += [input_step("person_week", "person_week", week, decision)] if week else []
    parts.append(Step(key="terms/cases", label=text("all cases"), formula=cases()))
    where = text("the record") if own.currency else policy_words(policy, "currency")
    note = text("money of today: a stream is discounted at the middle of each month, a single payment on its day")
    ties = tuple(
        text("rank correlation of `%(one)s` and `%(other)s`: %(rho)s", one=a, other=b, rho=f"{each.rho:g}")
        for each in decision.correlations
        for a, b in [each.between]
    )
    return Step(
        key="terms",
        label=text("terms"),
        formula=text("%(currency)s, from %(source)s", currency=terms.currency, source=where),
        parts=tuple(parts),
        notes=(note, *ties),
    )


def _money(
    option: OptionReturns, one: "OptionAppraisal", gains: tuple[Step, ...], costs: tuple[Step, ...]
) -> Iterator[Step]:
    value = one.value
    yield _figure(
        f"{option.id}/gain", text("gain"), value.gain, "money", _sum(gains, text("the sum of its gains")), gains
    )
    yield _figure(
        f"{option.id}/cost",
        text("cost"),
        value.cost,
        "money",
        _sum(costs, text("the sum of its costs and risks")),
        costs,
    )
    yield _figure(f"{option.id}/npv", text("NPV"), value.npv, "money", _difference(value.gain, value.cost))
    ratio = f"{text('gain / cost - 1, the ratio of the means')}{_ratio(value.gain, value.cost)}"
    yield _figure(f"{option.id}/roi", text("ROI"), value.roi, "fraction", ratio)


def _figure(  # noqa: PLR0913, PLR0917 - the columns of the table above
    key: str, label: str, figure: "Figure", unit: Unit, formula: str, parts: tuple[Step, ...] = ()
) -> Step:
    notes: tuple[str, ...] = ()
    if figure.error:
        notes = (text("standard error of the sampled mean beside it %(error)s", error=exact(figure.error)),)
    if figure.mean is not None and figure.reason:
        notes = (*notes, text("no percentiles: %(reason)s", reason=reason_words(figure.reason)))
    return Step(
        key=key,
        label=label,
        value=figure.mean,
        unit=unit,
        formula=formula,
        parts=(*parts, *spread_steps(key, figure, unit)),
        notes=notes,
        reason=figure.reason if figure.mean is None else None,
    )


def _sum(parts: tuple[Step, ...], words: str) -> str:
    counted = [exact(part.value) for part in parts if part.value]
    return words + (f": {' + '.join(counted)}" if len(counted) > 1 else "")


def _difference(gain: "Figure", cost: "Figure") -> str:
    known = "" if gain.mean is None or cost.mean is None else f": {exact(gain.mean)} - {exact(cost.mean)}"
    return f"{text('gain - cost')}{known}"


def _ratio(gain: "Figure", cost: "Figure") -> str:
    return "" if gain.mean is None or not cost.mean else f": {exact(gain.mean)} / {exact(cost.mean)} - 1"
