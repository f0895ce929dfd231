"""One option as JSON: its figures with their spread, what they hang on, how others fared, what its scores say."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from roi_plugin.economics.returns import Amount, LineReturn, OptionReturns
from roi_plugin.report.json_numbers import all_told, finite, spread_told, told, why, why_null
from roi_plugin.report.outcome_json import outcome_object

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal, OptionAppraisal
    from roi_plugin.economics.break_even import BreakEven
    from roi_plugin.economics.figures import Figure, Gate, Share
    from roi_plugin.economics.framework import Framework
    from roi_plugin.economics.outside_view import DebiasedOption
    from roi_plugin.economics.ownership import Ownership

NO_SCORES = "no scores are given"
NO_FORM = "its range has no closed form"

_FRAMEWORK = ("raw", "balanced", "anchored", "low", "high", "positive_share", "gain_index", "cost_index")
_PERCENTILES = ("p5", "p50", "p95")


def option_object(option: OptionReturns, one: "OptionAppraisal | None", whole: "Appraisal | None") -> dict[str, object]:
    """One option; without an appraisal only what has a closed form."""
    head = {"id": option.id, "kind": option.kind, "title": option.title, "chosen": option.chosen}
    lines = {"lines": [_line(line) for line in option.lines]}
    if one is None or whole is None:
        closed = {"gain": option.gain, "cost": option.cost, "npv": option.npv, "roi": option.roi}
        return {**head, **{name: _amount(amount) for name, amount in closed.items()}, **lines}
    value = one.value
    return {
        **head,
        "gain": _figure(value.gain),
        "cost": _figure(value.cost),
        "npv": _figure(value.npv),
        "roi": _figure(value.roi),
        **_share("loss_probability", value.loss),
        **_share("best_probability", value.best),
        **_share("expected_regret", value.regret),
        **_cash(one),
        **_hinges(one),
        "framework": framework_object(one.framework, NO_SCORES),
        "debiased": _debiased(one.debiased, whole.outside),
        "model_outcomes": outcome_object(one.outcome) if one.outcome else None,
        **why("model_outcomes_reason", None if one.outcome else "the option has none"),
        "dominated_by": [
            {"option": each.by, "certain": each.certain} for each in whole.dominances if each.option == option.id
        ],
        "gates": [_gate(gate) for gate in value.gates],
        **lines,
    }


def _hinges(one: "OptionAppraisal") -> dict[str, object]:
    """What the result hangs on, or why that is not known."""
    swings = [
        {
            "input": each.input,
            "low": finite(each.low),
            "high": finite(each.high),
            "at_low": finite(each.at_low),
            "at_high": finite(each.at_high),
        }
        for each in one.hinges.tornado
    ]
    found = one.hinges
    return {
        "break_even": _break_evens(found.break_even),
        **why("break_even_reason", found.reason),
        "rival": found.rival,
        "rival_break_even": _break_evens(found.even_with_rival),
        **why("rival_reason", None if found.rival else found.reason or "no other option has a net present value"),
        "tornado": swings,
        **why("tornado_reason", found.reason),
    }


def _break_evens(found: "Sequence[BreakEven]") -> list[dict[str, object]]:
    return [{"input": each.input, **all_told({"value": each.value}, each.reason)} for each in found]


def _cash(one: "OptionAppraisal") -> dict[str, object]:
    cash = one.cash
    figures = {
        "payback_months": cash.payback,
        "discounted_payback_months": cash.discounted_payback,
        "irr": cash.irr,
        "modified_irr": cash.modified_irr,
        "cost_of_delay": cash.cost_of_delay,
        "incremental_roi": cash.incremental_roi,
    }
    found: dict[str, object] = {}
    for name, figure in figures.items():
        found |= told(name, figure.value, figure.reason)
    return {**found, "ownership": _ownership(cash.ownership), "months": [finite(amount) for amount in cash.months]}


def _ownership(owned: "Ownership") -> dict[str, object]:
    kinds = [
        {
            "kind": each.kind,
            "total": finite(each.total),
            "time": finite(each.time),
            "money": finite(each.money),
            "person_weeks": finite(each.person_weeks),
        }
        for each in owned.kinds
    ]
    return {**all_told({"total": owned.total}, owned.reason), "kinds": kinds}


def framework_object(found: "Framework | None", missing: str) -> dict[str, object]:
    """The framework's figures and levels; without scores all null, for the reason `missing`."""
    if found is None:
        return all_told(dict.fromkeys(_FRAMEWORK), missing)
    levels = {level.factor: level.level for level in found.levels}
    return {**all_told({name: getattr(found, name) for name in _FRAMEWORK}, found.reason), "levels": levels}


def _debiased(found: "DebiasedOption | None", outside: str | None) -> dict[str, object]:
    if found is None:
        return all_told({"npv_mean": None, "roi_mean": None}, outside)
    return {
        **all_told({"npv_mean": found.npv_mean}, found.npv.reason),
        **told("roi_mean", found.roi_mean, found.roi.reason),
        **told("gain_mean", found.gain.mean, found.gain.reason),
        **told("cost_mean", found.cost.mean, found.cost.reason),
        **told("needed_success", found.needed.chance, found.needed.reason),
        **_stress(found),
    }


def _stress(found: "DebiasedOption") -> dict[str, object]:
    """Where the class of the cost has no heavy tail, nothing."""
    stress = found.stress
    if stress is None:
        return {}
    npv = all_told({"npv_mean": stress.npv.mean}, stress.npv.reason)
    return {"stress": {"multiple": stress.multiple, "share_above": stress.share_above, **npv}}


def _gate(gate: "Gate") -> dict[str, object]:
    npv = {"npv_happens": _percentiles(gate.happens), "npv_fails": _percentiles(gate.fails)}
    roi = {"roi_happens": gate.roi_happens, "roi_fails": gate.roi_fails}
    known = {name: _percentiles(values) for name, values in roi.items() if values is not None}
    return {"event": gate.event, "p": gate.p, **npv, **known}


def _percentiles(values: Sequence[float]) -> Mapping[str, float | None]:
    return {name: finite(value) for name, value in zip(_PERCENTILES, values, strict=True)}


def _figure(figure: "Figure") -> dict[str, object]:
    spread = {"mean": figure.mean, "p5": figure.p5, "p50": figure.p50, "p95": figure.p95}
    return {**spread_told(spread, figure.reason), **_error("standard_error", figure.error)}


def _share(name: str, share: "Share") -> dict[str, object]:
    return {**told(name, share.value, share.reason), **_error(f"{name}_standard_error", share.error)}


def _error(name: str, error: float | None) -> dict[str, object]:
    """The standard error, where the figure was sampled or has a closed form."""
    known = finite(error)
    return {} if known is None else {name: known}


def _amount(amount: Amount) -> dict[str, object]:
    spread = {"mean": amount.mean, "p5": amount.low, "p50": amount.median, "p95": amount.high}
    return spread_told(spread, why_null(amount.mean, amount.reason) or amount.reason or NO_FORM)


def _line(line: LineReturn) -> dict[str, object]:
    return {
        "id": line.id,
        "side": line.side,
        "text": line.text,
        "mean": finite(line.mean),
        "low": finite(line.low),
        "high": finite(line.high),
        **why("reason", why_null(line.mean, line.reason)),
        **why("range_reason", _why_no_range(line)),
    }


def _why_no_range(line: LineReturn) -> str | None:
    if finite(line.low) is not None and finite(line.high) is not None:
        return None
    return why_null(line.mean, line.reason) or NO_FORM
