"""What the numbers say about a decision, as one sentence for people who decide budgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from roi_plugin.economics.key_figures import KeyFigures
from roi_plugin.economics.returns import DO_NOTHING, OptionReturns, Returns
from roi_plugin.economics.score_words import WHOLE, by_scores, scores_alone
from roi_plugin.economics.side_totals import NOTHING_GIVEN
from roi_plugin.economics.wording import money, months, number, percent
from roi_plugin.language import ENGLISH, speaking

Tone = Literal["gain", "loss", "unknown"]

_NO_FIGURES = KeyFigures()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One plain-text sentence, option ids in backticks, and whether it tells of a gain, a loss or neither.

    Ids and reasons come from the record: who shows the sentence escapes it.
    """

    sentence: str
    tone: Tone


@speaking(ENGLISH)
def verdict(returns: Returns, figures: KeyFigures = _NO_FIGURES, *, rejected: bool = False) -> Verdict:
    """The verdict on the chosen option; without one, on the option that promises most.

    Where no money is stated, the scores among the `figures` of the same decision speak. A `rejected` proposal was not
    done: the option marked as chosen is what was done instead, and the sentence says so.
    """
    chosen = next((option for option in returns.options if option.chosen), None)
    scored = _by_scores(chosen, returns, figures)
    if scored:
        return Verdict(sentence=f"{scored}; {NOTHING_GIVEN}.", tone="unknown")
    if not returns.options:
        return Verdict(sentence="ROI cannot be computed: the record names no options.", tone="unknown")
    if chosen is None:
        return _undecided(returns)
    if chosen.npv.mean is None:
        return Verdict(sentence=f"ROI cannot be computed: {_why_unknown(chosen)}.", tone="unknown")
    better = _better(chosen, returns)
    instead = f"; `{better.id}` was expected {_outcome(better, returns, only=True)}" if better else ""
    opening = f"Not done: `{chosen.id}` was chosen instead, expected" if rejected else "Expected"
    idle = _priced_idleness(chosen, returns)
    against = _against(chosen, idle, returns.currency) if idle and idle is not better else ""
    sentence = f"{opening} {_outcome(chosen, returns)}{_span(returns)}{_ratio(chosen)}{against}{instead}."
    return Verdict(sentence=sentence, tone=_tone(chosen, better, idle))


def _by_scores(chosen: OptionReturns | None, returns: Returns, figures: KeyFigures) -> str | None:
    """What the scores say of the chosen option, of the whole or of the best one; None where money speaks."""
    if not scores_alone(returns):
        return None
    by_option = {one.id: one.balanced for one in figures.options if one.balanced is not None}
    if chosen is not None and chosen.id in by_option:
        return by_scores(f"`{chosen.id}`", by_option[chosen.id])
    if figures.balanced is not None:
        return by_scores(WHOLE, figures.balanced)
    if chosen is not None or not by_option:
        return None
    best = max(by_option, key=by_option.__getitem__)
    return f"No option is chosen. {by_scores(f'`{best}`, the best of them,', by_option[best])}"


def _undecided(returns: Returns) -> Verdict:
    best = _best(returns.options)
    if best is None:
        why = "; ".join(dict.fromkeys(_why_unknown(option) for option in returns.options))
        return Verdict(sentence=f"No option is chosen, and ROI cannot be computed: {why}.", tone="unknown")
    outcome = f"{_outcome(best, returns)}{_span(returns)}{_ratio(best)}"
    return Verdict(
        sentence=f"No option is chosen; the best of them, `{best.id}`, is expected {outcome}.", tone="unknown"
    )


def _outcome(option: OptionReturns, returns: Returns, *, only: bool = False) -> str:
    mean = option.npv.mean or 0.0
    amount = money(abs(mean), returns.currency)
    if _is_nothing(mean):
        return "to gain as much as it costs" if option.cost.mean else "neither to gain nor to cost anything"
    if mean > 0:
        return f"to gain {amount}"
    verb = "lose" if option.gain.mean else "cost"
    return f"to {verb} {'only ' if only else ''}{amount}"


def _span(returns: Returns) -> str:
    return f" over {months(returns.horizon_months)}"


def _ratio(option: OptionReturns) -> str:
    if _is_nothing(option.npv.mean or 0.0) or not option.gain.mean:
        return ""
    if option.roi.mean is None:
        return f" (no ROI: {option.roi.reason})" if option.roi.reason else " (no ROI)"
    return f" (ROI {percent(option.roi.mean, signed=True)})"


def _better(chosen: OptionReturns, returns: Returns) -> OptionReturns | None:
    best = _best(returns.options)
    if best is None or best.npv.mean is None or chosen.npv.mean is None:
        return None
    return best if best.npv.mean > chosen.npv.mean else None


def _best(options: Sequence[OptionReturns]) -> OptionReturns | None:
    known = [option for option in options if option.npv.mean is not None]
    return max(known, key=lambda option: option.npv.mean or 0.0, default=None)


def _priced_idleness(chosen: OptionReturns, returns: Returns) -> OptionReturns | None:
    """The option that does nothing, where that is not the chosen one and is worth more or less than nothing."""
    idle = next((option for option in returns.options if option.kind == DO_NOTHING), None)
    if idle is None or idle is chosen or idle.npv.mean is None or _is_nothing(idle.npv.mean):
        return None
    return idle


def _against(chosen: OptionReturns, idle: OptionReturns, currency: str) -> str:
    more = (chosen.npv.mean or 0.0) - (idle.npv.mean or 0.0)
    if _is_nothing(more):
        return ", as much as doing nothing"
    saving = not chosen.gain.mean and not idle.gain.mean
    word = ("less" if more > 0 else "more") if saving else ("better" if more > 0 else "worse")
    return f", {money(abs(more), currency)} {word} than doing nothing"


def _tone(chosen: OptionReturns, better: OptionReturns | None, idle: OptionReturns | None) -> Tone:
    mean = chosen.npv.mean or 0.0
    if _is_nothing(mean):
        return "unknown"
    if mean > 0:
        return "gain"
    if better is None and idle is not None:
        # It costs, and leaving things as they are would cost more.
        return "gain"
    # Where only costs are compared, the cheapest way is no loss.
    return "loss" if chosen.gain.mean or better else "unknown"


def _is_nothing(mean: float) -> bool:
    return number(mean) == "0"


def _why_unknown(option: OptionReturns) -> str:
    reason = option.npv.reason or option.roi.reason or "gain or cost is not known"
    return f"{reason} for `{option.id}`" if reason.endswith((" is given", " is not known")) else reason
