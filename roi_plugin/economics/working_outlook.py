"""How the outside view, the scores and a model's outcomes come about: classes, levels, cells."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roi_plugin.economics.framework import anchored_value
from roi_plugin.economics.framework_levels import FactorLevel
from roi_plugin.economics.policy_words import policy_words
from roi_plugin.economics.step import Step, Unit
from roi_plugin.economics.wording import exact
from roi_plugin.model.policy import Policy

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import OptionAppraisal
    from roi_plugin.economics.framework import Framework
    from roi_plugin.economics.outside_view import DebiasedOption, OutsideView
    from roi_plugin.economics.side_totals import Amount

_OUTCOME: tuple[tuple[str, str, Unit, str], ...] = (
    ("per_decision", "worth of one answer", "money", "the sum over the cells of count x value, over the sum of counts"),
    ("baseline_per_decision", "worth of one answer of the baseline", "money", "the same with the baseline's counts"),
    ("delta_per_year", "more than the baseline, a year", "money", "(one answer - one of the baseline) x volume a year"),
    (
        "delta_low",
        "its lower end",
        "money",
        "less 1.96 standard errors, of the test sets and of the ranges of value and volume",
    ),
    (
        "delta_high",
        "its upper end",
        "money",
        "plus 1.96 standard errors, of the test sets and of the ranges of value and volume",
    ),
    (
        "ceiling_per_year",
        "a faultless model, a year",
        "money",
        "every answer right, at the prevalence, x volume a year",
    ),
    ("threshold", "say yes from", "fraction", "(v_tn - v_fp) / ((v_tn - v_fp) + (v_tp - v_fn))"),
    ("captured", "share of the way", "fraction", "(model - baseline) / (faultless model - baseline)"),
)


def outside_steps(found: "DebiasedOption", outside: "OutsideView", policy: Policy) -> Iterator[Step]:
    """The same option as others fared, with the classes that say so."""
    classes = {"gain": tuple(_benefit_class(outside, policy)), "cost": tuple(_cost_class(outside))}
    figures: tuple[tuple[str, Amount, Unit, str], ...] = (
        ("gain", found.gain, "money", "the gain with the class's chance of success in place of the stated one"),
        ("cost", found.cost, "money", "the cost with each project cost times the class's overrun"),
        ("npv", found.npv, "money", "gain of others - cost of others"),
        ("roi", found.roi, "fraction", "gain of others / cost of others - 1"),
    )
    for name, amount, unit, formula in figures:
        yield Step(
            key=f"{found.id}/others/{name}",
            label=f"{name.upper() if name in {'npv', 'roi'} else name} as others fared",
            value=amount.mean,
            unit=unit,
            formula=formula,
            parts=classes.get(name, ()),
            reason=amount.reason,
        )
    yield Step(
        key=f"{found.id}/others/needed",
        label="chance of success that it needs",
        value=found.needed.chance,
        unit="fraction",
        formula="(cost of others - gain that needs no success) / gain if it succeeds",
        reason=found.needed.reason,
    )
    if found.stress:
        yield Step(
            key=f"{found.id}/others/stress",
            label=f"NPV if it costs {found.stress.multiple:g} times its estimate",
            value=found.stress.npv.mean,
            unit="money",
            formula=f"gain of others - {found.stress.multiple:g} x project cost - the rest of the cost",
            reason=found.stress.npv.reason,
        )


def framework_steps(key: str, found: "Framework | None", policy: Policy) -> Iterator[Step]:
    """The talk's framework in its three forms, from the levels; the keys of the steps begin with `key`."""
    if found is None:
        return
    levels = tuple(
        Step(
            key=f"{key}/scores/{level.factor}",
            label=level.factor,
            value=level.level,
            formula=f"the mean of {level.parts} parts" if level.parts else "as scored, 1 to 5",
            notes=_level_notes(level, policy),
        )
        for level in found.levels
    )
    forms = (
        ("raw", "as the talk has it", "(potential + motivation + skills) / (risks + involvement) - 1"),
        ("balanced", "balanced", "mean(potential, motivation, skills) / mean(risks, involvement) - 1"),
        ("low", "balanced, lowest", "every score off by one level in the worse direction"),
        ("high", "balanced, highest", "every score off by one level in the better direction"),
        ("positive_share", "share above 0", "of the 3^5 variants with each score one lower, as it is, or one higher"),
        ("gain_index", "gain index", "weighted mean of what potential, motivation and skills stand for"),
        ("cost_index", "cost index", "weighted mean of what risks and involvement stand for"),
        ("anchored", "anchored", "gain index / cost index - 1"),
    )
    for name, label, formula in forms:
        value = getattr(found, name)
        yield Step(
            key=f"{key}/framework/{name}",
            label=f"framework, {label}",
            value=value,
            unit="number" if name.endswith("_index") else "fraction",
            formula=formula,
            parts=levels if name == "raw" else (),
            reason=found.reason if value is None else None,
        )


def outcome_steps(one: "OptionAppraisal") -> Iterator[Step]:
    """What the model's answers are worth."""
    if one.outcome is None:
        return
    for name, label, unit, formula in _OUTCOME:
        yield Step(
            key=f"{one.id}/outcome/{name}",
            label=f"model, {label}",
            value=getattr(one.outcome, name),
            unit=unit,
            formula=formula,
            reason=one.outcome.reasons.get(name),
        )


def _level_notes(level: FactorLevel, policy: Policy) -> tuple[str, ...]:
    weight = getattr(policy.framework_weights, level.factor)
    stands = f"stands for {exact(anchored_value(level, policy))} of a typical decision"
    by = (f"by {', '.join(level.by)}",) if level.by else ()
    source = policy_words(policy, f"framework.weights.{level.factor}")
    return (f"{stands}, weight {weight:g} ({source})", *by)


def _cost_class(outside: "OutsideView") -> Iterator[Step]:
    cost = outside.cost
    if cost:
        lognormal = f"lognormal, mu {exact(cost.multiple.mu)}, sigma {exact(cost.multiple.sigma)}"
        left = f"1 + max(uplift x (1 - {exact(cost.managed)} managed), {exact(cost.least or 0.0)})"
        yield Step(
            key="class/cost",
            label=f"overrun of `{cost.name}`",
            value=cost.multiple.mean,
            formula=f"{left if cost.managed else lognormal}: {cost.figures}",
            notes=(f"source: {cost.source}",),
        )


def _benefit_class(outside: "OutsideView", policy: Policy) -> Iterator[Step]:
    if outside.benefit and outside.success:
        prior, (won, lost) = outside.benefit.prior, (policy.team_successes, policy.team_failures)
        own = f"{won:g} {'success' if won == 1 else 'successes'} and {lost:g} {'failure' if lost == 1 else 'failures'}"
        counted = f" after {own} of the team (policy, `team_record`)" if won or lost else ""
        yield Step(
            key="class/benefit",
            label=f"chance of success of `{outside.benefit.name}`",
            value=outside.success.mean,
            unit="fraction",
            formula=f"Beta({prior.a:g}, {prior.b:g}){counted}: {outside.benefit.figures}",
            notes=(f"source: {outside.benefit.source}",),
        )
