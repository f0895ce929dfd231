"""What others experienced, what the scores say, and what a model's answers are worth, as text tables."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roi_plugin.economics.score_words import SCORES_APART, WHOLE
from roi_plugin.economics.single_numbers import numbers_alone
from roi_plugin.economics.wording import number, percent, range_text
from roi_plugin.model.decision import Decision
from roi_plugin.report.option_tables import NONE
from roi_plugin.report.table import indented
from roi_plugin.report.terminal import safe, safe_opening

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal
    from roi_plugin.economics.outcome import Outcome


def outside_table(decision: Decision, appraisal: "Appraisal", currency: str) -> Iterator[str]:
    """Each option as stated, and as it would be if it went as others went."""
    found = [one for one in appraisal.options if one.debiased is not None and one.value.npv.mean is not None]
    if appraisal.outside and decision.reference_class:
        yield "Going by how others fared"
        yield f"  not computed: {safe(appraisal.outside)}"
    if appraisal.outside or not found or decision.reference_class is None:
        return
    named = decision.reference_class
    managed = f" with {safe(named.managed.text)} of its causes managed" if named.managed else ""
    sides = (("cost", named.cost, managed), ("benefit", named.benefit, ""))
    classes = ", ".join(f"{side} `{safe(name)}`{more}" for side, name, more in sides if name)
    yield f"Going by how others fared ({classes}), means in {safe(currency)}"
    rows = [
        [
            "option",
            "NPV stated",
            "NPV of others",
            "ROI stated",
            "ROI of others",
            "success needed",
            "if it costs 3 times",
        ]
    ]
    for one in found:
        twin = one.debiased
        if twin is None:
            continue
        value = one.value
        rows.append(
            [
                safe_opening(one.id),
                _money(value.npv.mean),
                _money(twin.npv_mean),
                _return(value.roi.mean),
                _return(twin.roi_mean),
                NONE if twin.needed.chance is None else percent(twin.needed.chance),
                _money(twin.stress.npv.mean) if twin.stress else NONE,
            ]
        )
    yield from indented(rows, right=range(1, len(rows[0])))
    shares = {one.debiased.stress.share_above for one in found if one.debiased and one.debiased.stress}
    for share in shares:
        yield f"  {percent(share)} of projects of this class cost more than 3 times their estimate."


def framework_table(appraisal: "Appraisal") -> Iterator[str]:
    """The talk's framework in its forms, with how firm it is."""
    named = [*((one.id, one.framework) for one in appraisal.options), (WHOLE, appraisal.framework)]
    found = [(name, each) for name, each in named if each is not None]
    if not found:
        return
    yield "The talk's framework: (potential + motivation + skills) against (risks + involvement), levels 1 to 5"
    rows = [["option", "as the talk has it", "balanced", "each score +-1", "above 0", "anchored"]]
    for option, each in found:
        known = each.low is not None and each.high is not None
        interval = f"{_return(each.low)}..{_return(each.high)}" if known else NONE
        above = NONE if each.positive_share is None else percent(each.positive_share)
        rows.append(
            [safe_opening(option), _return(each.raw), _return(each.balanced), interval, above, _return(each.anchored)]
        )
    yield from indented(rows, right=range(1, 6))
    yield f"  {SCORES_APART} The talk's own form gives +50 % to five middle scores, the balanced one 0 %."
    for option, each in found:
        if each.reason:
            yield f"  `{safe(option)}`: {safe(each.reason)}"


def outcome_tables(appraisal: "Appraisal", currency: str) -> Iterator[str]:
    """What the answers of each option's model are worth."""
    for one in appraisal.options:
        if one.outcome is not None:
            yield from _outcome(one.id, one.outcome, safe(currency))


def _outcome(option: str, found: "Outcome", currency: str) -> Iterator[str]:
    yield f"What the model's answers are worth for `{safe(option)}`, in {currency}"
    low, high = found.delta_low, found.delta_high
    interval = "" if low is None or high is None else f"95 % interval {number(low)}..{number(high)}"
    rows = [
        ["one answer", _money(found.per_decision), ""],
        ["one answer of the baseline", _money(found.baseline_per_decision), ""],
        ["more than the baseline, a year", _money(found.delta_per_year), interval],
        ["a faultless model, a year", _money(found.ceiling_per_year), ""],
        ["share of the way to it", NONE if found.captured is None else percent(found.captured), ""],
        ["say yes from a probability of", NONE if found.threshold is None else percent(found.threshold), ""],
    ]
    yield from indented(rows, right=(1,))
    for note in (*dict.fromkeys(found.reasons.values()), *found.notes):
        yield f"  {safe(note)}"


def _money(amount: float | None) -> str:
    return NONE if amount is None else number(amount)


def _return(fraction: float | None) -> str:
    return NONE if fraction is None else percent(fraction, signed=True)


def notes(appraisal: "Appraisal", currency: str) -> Iterator[str]:
    """What a reader of the figures has to know: what dominates, where a percentile hangs on one event, what was cut."""
    said = [*_dominances(appraisal), *_gates(appraisal, currency), *appraisal.notes]
    if said:
        yield "Notes"
        yield from (f"  {safe(note)}" for note in said)


def _dominances(appraisal: "Appraisal") -> Iterator[str]:
    values = [one.value for one in appraisal.options]
    for each in appraisal.dominances:
        if each.certain and numbers_alone(values, each.option, each.by):
            yield f"by these numbers `{each.by}` is better than `{each.option}`"
            continue
        how = "whatever happens" if each.certain else "on average, and no worse in any score"
        yield f"`{each.option}` is never the better choice: `{each.by}` beats it {how}"


def _gates(appraisal: "Appraisal", currency: str) -> Iterator[str]:
    for one in appraisal.options:
        for gate in one.value.gates:
            yes, no = (range_text(values[0], values[-1], currency) for values in (gate.happens, gate.fails))
            hangs = f"the range of `{one.id}` hangs on whether {gate.clause} ({percent(gate.p)})"
            yield f"{hangs}: {yes} if so, {no} if not"
