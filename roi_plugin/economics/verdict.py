"""What the numbers say about a decision, as one sentence for people who decide budgets."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from roi_plugin.economics.key_figures import KeyFigures
from roi_plugin.economics.reason_words import NOT_KNOWN, reason_words
from roi_plugin.economics.returns import DO_NOTHING, OptionReturns, Returns
from roi_plugin.economics.score_words import WHOLE, by_scores, scores_alone
from roi_plugin.economics.side_totals import NOTHING_GIVEN
from roi_plugin.economics.wording import money, months, number, percent
from roi_plugin.language import sentence, text

Tone = Literal["gain", "loss", "unknown"]

_NO_FIGURES = KeyFigures()


class Verdict(Struct, frozen=True, kw_only=True):
    """One plain-text sentence, option ids in backticks, and whether it tells of a gain, a loss or neither.

    Ids and reasons come from the record: who shows the sentence escapes it.
    """

    sentence: str
    tone: Tone


def verdict(returns: Returns, figures: KeyFigures = _NO_FIGURES, *, rejected: bool = False) -> Verdict:
    """The verdict on the chosen option; without one, on the option that promises most.

    Where no money is stated, the scores among the `figures` of the same decision speak. A `rejected` proposal was not
    done: where the option marked as chosen is to do nothing, the sentence says that this was done instead.
    """
    chosen = next((option for option in returns.options if option.chosen), None)
    scored = _by_scores(chosen, returns, figures)
    if scored:
        return Verdict(sentence=f"{scored}; {reason_words(NOTHING_GIVEN)}.", tone="unknown")
    if not returns.options:
        return Verdict(sentence=text("ROI cannot be computed: the record names no options."), tone="unknown")
    if chosen is None:
        return _undecided(returns)
    if chosen.npv.mean is None:
        why = _why_unknown(chosen)
        return Verdict(sentence=text("ROI cannot be computed: %(why)s.", why=why), tone="unknown")
    better = _better(chosen, returns)
    idle = _priced_idleness(chosen, returns)
    more = _ratio(chosen)
    if idle is not None and idle is not better:
        more += _against(chosen, idle, returns.currency)
    if better is not None:
        outcome = _outcome(better, returns, only=True)
        more += text("; `%(option)s` was expected %(outcome)s", option=better.id, outcome=outcome)
    return Verdict(sentence=_expected(chosen, returns, more, rejected=rejected), tone=_tone(chosen, better, idle))


def _expected(chosen: OptionReturns, returns: Returns, more: str, *, rejected: bool) -> str:
    outcome, time = _outcome(chosen, returns), months(returns.horizon_months)
    if not rejected:
        return text("Expected %(outcome)s over %(time)s%(more)s.", outcome=outcome, time=time, more=more)
    # Who rejects a proposal often leaves it marked as chosen: only of doing nothing it is known that it was done.
    if chosen.kind == DO_NOTHING:
        return text(
            "Not done: `%(option)s` was chosen instead, expected %(outcome)s over %(time)s%(more)s.",
            option=chosen.id,
            outcome=outcome,
            time=time,
            more=more,
        )
    return text(
        "Not done. `%(option)s` is marked as chosen, expected %(outcome)s over %(time)s%(more)s.",
        option=chosen.id,
        outcome=outcome,
        time=time,
        more=more,
    )


def _by_scores(chosen: OptionReturns | None, returns: Returns, figures: KeyFigures) -> str | None:
    """What the scores say of the chosen option, of the whole or of the best one; None where money speaks."""
    if not scores_alone(returns):
        return None
    by_option = {one.id: one.balanced for one in figures.options if one.balanced is not None}
    if chosen is not None and chosen.id in by_option:
        return by_scores(f"`{chosen.id}`", by_option[chosen.id])
    if figures.balanced is not None:
        return by_scores(sentence(WHOLE), figures.balanced)
    if chosen is not None or not by_option:
        return None
    best = max(by_option, key=by_option.__getitem__)
    scores = by_scores(text("`%(option)s`, the best of them,", option=best), by_option[best])
    return f"{text('No option is chosen.')} {scores}"


def _undecided(returns: Returns) -> Verdict:
    best = _best(returns.options)
    if best is None:
        why = "; ".join(dict.fromkeys(_why_unknown(option) for option in returns.options))
        said = text("No option is chosen, and ROI cannot be computed: %(why)s.", why=why)
        return Verdict(sentence=said, tone="unknown")
    said = text(
        "No option is chosen; the best of them, `%(option)s`, is expected %(outcome)s over %(time)s%(more)s.",
        option=best.id,
        outcome=_outcome(best, returns),
        time=months(returns.horizon_months),
        more=_ratio(best),
    )
    return Verdict(sentence=said, tone="unknown")


def _outcome(option: OptionReturns, returns: Returns, *, only: bool = False) -> str:
    mean = option.npv.mean or 0.0
    amount = money(abs(mean), returns.currency)
    if _is_nothing(mean):
        even = text("to gain as much as it costs")
        return even if option.cost.mean else text("neither to gain nor to cost anything")
    if mean > 0:
        return text("to gain %(amount)s", amount=amount)
    if option.gain.mean:
        return text("to lose only %(amount)s", amount=amount) if only else text("to lose %(amount)s", amount=amount)
    return text("to cost only %(amount)s", amount=amount) if only else text("to cost %(amount)s", amount=amount)


def _ratio(option: OptionReturns) -> str:
    if _is_nothing(option.npv.mean or 0.0) or not option.gain.mean:
        return ""
    if option.roi.mean is not None:
        return text(" (ROI %(share)s)", share=percent(option.roi.mean, signed=True))
    return text(" (no ROI: %(why)s)", why=reason_words(option.roi.reason)) if option.roi.reason else text(" (no ROI)")


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
        return text(", as much as doing nothing")
    amount = money(abs(more), currency)
    if not chosen.gain.mean and not idle.gain.mean:
        less = text(", %(amount)s less than doing nothing", amount=amount)
        return less if more > 0 else text(", %(amount)s more than doing nothing", amount=amount)
    better = text(", %(amount)s better than doing nothing", amount=amount)
    return better if more > 0 else text(", %(amount)s worse than doing nothing", amount=amount)


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
    reason = option.npv.reason or option.roi.reason or NOT_KNOWN
    said = reason_words(reason)
    if reason.endswith((" is given", " is not known")):
        return text("%(why)s for `%(option)s`", why=said, option=option.id)
    return said
