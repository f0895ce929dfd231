"""The chance of success that an option needs: at which its mean gain pays its mean cost."""

from collections.abc import Sequence

from msgspec import Struct

from roi_plugin.economics.corrected_lines import Correctable, correctable_lines, corrected_lines
from roi_plugin.economics.option_forms import line_forms
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.resolution import Resolution
from roi_plugin.economics.returns import OptionReturns, kind_of, returns_of
from roi_plugin.model.decision import Decision

_DO_NOTHING = "do-nothing"


class Needed(Struct, frozen=True, kw_only=True):
    """A chance of success, 0 to 1; None has a reason."""

    chance: float | None = None
    reason: str | None = None


def needed_success(decision: Decision, resolution: Resolution) -> tuple[Needed, ...]:
    """The chance at which each option breaks even, one for all its gains that come with success only."""
    which = correctable_lines(resolution, idle_options(decision))
    sure = corrected_lines(resolution, which, success=1.0)
    returns = returns_of(decision, sure)
    return tuple(_needed(option, sure, index, which) for index, option in enumerate(returns.options))


def idle_options(decision: Decision) -> list[bool]:
    """Of each option, whether it is do-nothing."""
    return [kind_of(option) == _DO_NOTHING for option in decision.options]


def _needed(option: OptionReturns, sure: Resolution, index: int, which: Correctable) -> Needed:
    if option.gain.mean is None or option.cost.mean is None:
        return Needed(reason=option.npv.reason)
    hoped = _hoped(option, [line.stated.key for line in sure.options[index]], which)
    try:
        late = _lost_by_delay(sure, index, which)
    except NoFigureError as reason:
        return Needed(reason=str(reason))
    missing, more = (option.cost.mean - late) - (option.gain.mean - hoped), hoped - late
    if more <= 0:
        return Needed(reason="no gain depends on success")
    if missing <= 0:
        return Needed(reason="it pays without success")
    if missing > more:
        return Needed(reason="not even certain success would pay for it")
    return Needed(chance=missing / more)


def _hoped(option: OptionReturns, keys: Sequence[str], which: Correctable) -> float:
    return sum(line.mean or 0.0 for key, line in zip(keys, option.lines, strict=True) if key in which.gains)


def _lost_by_delay(sure: Resolution, index: int, which: Correctable) -> float:
    """What delays take from the gains that success brings."""
    forms = line_forms(line for line in sure.options[index] if line.losses)
    return -sum(sure.world.mean(form.expected) for form in forms if form.gain in which.gains)
