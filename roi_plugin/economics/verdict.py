"""What the numbers say about a decision, as one sentence for people who decide budgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from roi_plugin.economics.returns import OptionReturns, Returns
from roi_plugin.economics.wording import money, months, number, percent

Tone = Literal["gain", "loss", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One plain-text sentence, option ids in backticks, and whether it tells of a gain, a loss or neither.

    The ids come from the record: who shows the sentence escapes it.
    """

    sentence: str
    tone: Tone


def verdict(returns: Returns) -> Verdict:
    """The verdict on the chosen option; without one, on the option that promises most."""
    chosen = next((option for option in returns.options if option.chosen), None)
    if not returns.options:
        return Verdict(sentence="ROI cannot be computed: the record names no options.", tone="unknown")
    if chosen is None:
        return _undecided(returns)
    if chosen.npv.mean is None:
        return Verdict(sentence=f"ROI cannot be computed: {_why_unknown(chosen)}.", tone="unknown")
    sentence = f"Expected {_outcome(chosen, returns)}{_better_option(chosen, returns)}."
    return Verdict(sentence=sentence, tone=_tone(chosen.npv.mean))


def _undecided(returns: Returns) -> Verdict:
    best = _best(returns.options)
    if best is None or best.npv.mean is None:
        why = "; ".join(dict.fromkeys(_why_unknown(option) for option in returns.options))
        return Verdict(sentence=f"No option is chosen, and ROI cannot be computed: {why}.", tone="unknown")
    sentence = f"No option is chosen; the best of them, `{best.id}`, is expected {_outcome(best, returns)}."
    return Verdict(sentence=sentence, tone="unknown")


def _outcome(option: OptionReturns, returns: Returns) -> str:
    span = f"over {months(returns.horizon_months)}"
    mean = option.npv.mean or 0.0
    roi = option.roi.mean
    ratio = "no ROI without a cost" if roi is None else f"ROI {percent(roi, signed=True)}"
    if _tone(mean) == "unknown":
        return f"to break even {span}" if roi is not None else f"neither to gain nor to cost anything {span}"
    verb = "gain" if mean > 0 else "lose"
    return f"to {verb} {money(abs(mean), returns.currency)} {span} ({ratio})"


def _better_option(chosen: OptionReturns, returns: Returns) -> str:
    best = _best(returns.options)
    if best is None or best.npv.mean is None or chosen.npv.mean is None or best.npv.mean <= chosen.npv.mean:
        return ""
    amount = money(abs(best.npv.mean), returns.currency)
    if _tone(best.npv.mean) == "unknown":
        return f"; `{best.id}` was expected to break even"
    if best.npv.mean < 0:
        return f"; `{best.id}` was expected to lose only {amount}"
    return f"; `{best.id}` was expected to gain {amount}"


def _best(options: Sequence[OptionReturns]) -> OptionReturns | None:
    known = [option for option in options if option.npv.mean is not None]
    return max(known, key=lambda option: option.npv.mean or 0.0, default=None)


def _tone(mean: float) -> Tone:
    if number(mean) == "0":
        return "unknown"
    return "gain" if mean > 0 else "loss"


def _why_unknown(option: OptionReturns) -> str:
    reason = option.npv.reason or option.roi.reason or f"gain or cost of `{option.id}` is not known"
    return reason.rstrip(".")
