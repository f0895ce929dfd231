"""How the outside view, the scores and a model's outcomes come about: classes, levels, cells."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roi_plugin.economics.framework import anchored_value
from roi_plugin.economics.framework_levels import FactorLevel
from roi_plugin.economics.policy_words import policy_words
from roi_plugin.economics.step import Step, Unit
from roi_plugin.economics.wording import exact
from roi_plugin.language import counted, noted, sentence, text
from roi_plugin.model.policy import Policy

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import OptionAppraisal
    from roi_plugin.economics.framework import Framework
    from roi_plugin.economics.outside_view import DebiasedOption, OutsideView
    from roi_plugin.economics.side_totals import Amount

_OUTCOME: tuple[tuple[str, str, Unit, str], ...] = (
    (
        "per_decision",
        noted("model, worth of one answer"),
        "money",
        noted("the sum over the cells of count x value, over the sum of counts"),
    ),
    (
        "baseline_per_decision",
        noted("model, worth of one answer of the baseline"),
        "money",
        noted("the same with the baseline's counts"),
    ),
    ("per_year", noted("model, worth of its answers, a year"), "money", noted("one answer x volume a year")),
    (
        "delta_per_year",
        noted("model, more than the baseline, a year"),
        "money",
        noted("(one answer - one of the baseline) x volume a year"),
    ),
    (
        "delta_low",
        noted("model, its lower end"),
        "money",
        noted("less 1.96 standard errors, of the test sets and of the ranges of value and volume"),
    ),
    (
        "delta_high",
        noted("model, its upper end"),
        "money",
        noted("plus 1.96 standard errors, of the test sets and of the ranges of value and volume"),
    ),
    (
        "ceiling_per_year",
        noted("model, a faultless model, a year"),
        "money",
        noted("every answer right, at the prevalence, x volume a year"),
    ),
    ("threshold", noted("model, say yes from"), "fraction", "(v_tn - v_fp) / ((v_tn - v_fp) + (v_tp - v_fn))"),
    (
        "captured",
        noted("model, share of the way"),
        "fraction",
        noted("(model - baseline) / (faultless model - baseline)"),
    ),
)
_FRAMEWORK = (
    (
        "raw",
        noted("framework, as the talk has it"),
        noted("(potential + motivation + skills) / (risks + involvement) - 1"),
    ),
    (
        "balanced",
        noted("framework, balanced"),
        noted("mean(potential, motivation, skills) / mean(risks, involvement) - 1"),
    ),
    ("low", noted("framework, balanced, lowest"), noted("every score off by one level in the worse direction")),
    ("high", noted("framework, balanced, highest"), noted("every score off by one level in the better direction")),
    (
        "positive_share",
        noted("framework, share above 0"),
        noted("of the 3^5 variants with each score one lower, as it is, or one higher"),
    ),
    (
        "gain_index",
        noted("framework, gain index"),
        noted("weighted mean of what potential, motivation and skills stand for"),
    ),
    (
        "cost_index",
        noted("framework, cost index"),
        noted("weighted mean of what risks and involvement stand for"),
    ),
    ("anchored", noted("framework, anchored"), noted("gain index / cost index - 1")),
)


def outside_steps(found: "DebiasedOption", outside: "OutsideView", policy: Policy) -> Iterator[Step]:
    """The same option as others fared, with the classes that say so."""
    classes = {"gain": tuple(_benefit_class(outside, policy)), "cost": tuple(_cost_class(outside))}
    in_place = text("the gain with the class's chance of success in place of the stated one")
    overrun = text("the cost with each project cost times the class's overrun")
    figures: tuple[tuple[str, str, Amount, Unit, str], ...] = (
        ("gain", text("gain as others fared"), found.gain, "money", in_place),
        ("cost", text("cost as others fared"), found.cost, "money", overrun),
        ("npv", text("NPV as others fared"), found.npv, "money", text("gain of others - cost of others")),
        ("roi", text("ROI as others fared"), found.roi, "fraction", text("gain of others / cost of others - 1")),
    )
    for name, label, amount, unit, formula in figures:
        yield Step(
            key=f"{found.id}/others/{name}",
            label=label,
            value=amount.mean,
            unit=unit,
            formula=formula,
            parts=classes.get(name, ()),
            reason=amount.reason,
        )
    yield Step(
        key=f"{found.id}/others/needed",
        label=text("chance of success that it needs"),
        value=found.needed.chance,
        unit="fraction",
        formula=text("(cost of others - gain that needs no success) / gain if it succeeds"),
        reason=found.needed.reason,
    )
    if found.stress:
        times = f"{found.stress.multiple:g}"
        yield Step(
            key=f"{found.id}/others/stress",
            label=text("NPV if it costs %(times)s times its estimate", times=times),
            value=found.stress.npv.mean,
            unit="money",
            formula=text("gain of others - %(times)s x project cost - the rest of the cost", times=times),
            reason=found.stress.npv.reason,
        )


def framework_steps(key: str, found: "Framework | None", policy: Policy) -> Iterator[Step]:
    """The talk's framework in its three forms, from the levels; the keys of the steps begin with `key`."""
    if found is None:
        return
    scored = text("as scored, 1 to 5")
    levels = tuple(
        Step(
            key=f"{key}/scores/{level.factor}",
            label=sentence(level.factor),
            value=level.level,
            formula=text("the mean of %(parts)s parts", parts=level.parts) if level.parts else scored,
            notes=_level_notes(level, policy),
        )
        for level in found.levels
    )
    for name, label, formula in _FRAMEWORK:
        value = getattr(found, name)
        yield Step(
            key=f"{key}/framework/{name}",
            label=sentence(label),
            value=value,
            unit="number" if name.endswith("_index") else "fraction",
            formula=sentence(formula),
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
            label=sentence(label),
            value=getattr(one.outcome, name),
            unit=unit,
            formula=sentence(formula),
            reason=one.outcome.reasons.get(name),
        )


def _level_notes(level: FactorLevel, policy: Policy) -> tuple[str, ...]:
    weight = getattr(policy.framework_weights, level.factor)
    stands = text(
        "stands for %(value)s of a typical decision, weight %(weight)s (%(source)s)",
        value=exact(anchored_value(level, policy)),
        weight=f"{weight:g}",
        source=policy_words(policy, f"framework.weights.{level.factor}"),
    )
    return (stands, *([text("by %(people)s", people=", ".join(level.by))] if level.by else []))


def _cost_class(outside: "OutsideView") -> Iterator[Step]:
    cost = outside.cost
    if cost:
        lognormal = text(
            "lognormal, mu %(mu)s, sigma %(sigma)s", mu=exact(cost.multiple.mu), sigma=exact(cost.multiple.sigma)
        )
        left = text(
            "1 + max(uplift x (1 - %(managed)s managed), %(least)s)",
            managed=exact(cost.managed),
            least=exact(cost.least or 0.0),
        )
        yield Step(
            key="class/cost",
            label=text("overrun of `%(name)s`", name=cost.name),
            value=cost.multiple.mean,
            formula=f"{left if cost.managed else lognormal}: {cost.figures}",
            notes=(text("source: %(source)s", source=cost.source),),
        )


def _benefit_class(outside: "OutsideView", policy: Policy) -> Iterator[Step]:
    if outside.benefit and outside.success:
        prior, (won, lost) = outside.benefit.prior, (policy.team_successes, policy.team_failures)
        formula = f"Beta({prior.a:g}, {prior.b:g})"
        if won or lost:
            formula = text(
                "%(beta)s after %(won)s and %(lost)s of the team (policy, `team_record`)",
                beta=formula,
                won=counted("%(num)s success", "%(num)s successes", 1 if won == 1 else 2, num=f"{won:g}"),
                lost=counted("%(num)s failure", "%(num)s failures", 1 if lost == 1 else 2, num=f"{lost:g}"),
            )
        yield Step(
            key="class/benefit",
            label=text("chance of success of `%(name)s`", name=outside.benefit.name),
            value=outside.success.mean,
            unit="fraction",
            formula=f"{formula}: {outside.benefit.figures}",
            notes=(text("source: %(source)s", source=outside.benefit.source),),
        )
