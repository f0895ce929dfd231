"""What an option claims to gain, and what each gain brings if it comes: the chance that it does is told apart."""

from collections.abc import Iterator

from msgspec import Struct, structs

from roi_plugin.economics.distributions import interval, mean
from roi_plugin.economics.returns import OptionReturns
from roi_plugin.model.finding import FieldPath
from roi_plugin.model.option import Gain, Option
from roi_plugin.rules.lines import LineTable, original


class Claim(Struct, frozen=True, kw_only=True):
    """A gain above 0, where it stands, and what it brings on average if it comes; None where nobody can say."""

    field: FieldPath
    gain: Gain
    brings: float | None


def claims_of(option: Option, place: FieldPath, lines: LineTable[Gain], returns: OptionReturns) -> Iterator[Claim]:
    """The gains of an option that are above 0 whenever they come."""
    gains = list(_gains(option, place, lines))
    means = [line.mean for line in returns.lines if line.side == "gain"] or [None] * len(gains)
    for (field, gain), expected in zip(gains, means, strict=True):
        if gain is not None and _is_above_zero(gain):
            yield Claim(field=field, gain=gain, brings=_if_it_comes(expected, gain))


def _gains(option: Option, place: FieldPath, lines: LineTable[Gain]) -> Iterator[tuple[FieldPath, Gain | None]]:
    """All gains in their order, each with what it repeats; None where that leads nowhere."""
    if option.gain is not None:
        yield (*place, "gain"), Gain(id="gain", value=option.gain)
    for at, line in enumerate(option.gains):
        meant = original(line, option.id, lines)
        own = structs.replace(meant, id=line.id, p=line.p or meant.p) if meant is not None else None
        yield (*place, "gains", at, "p"), own


def _is_above_zero(gain: Gain) -> bool:
    amounts = [estimate for estimate in (gain.value, *gain.inputs.values()) if estimate is not None]
    intervals = [interval(estimate.quantity) for estimate in amounts]
    return bool(intervals) and all(ends is None or ends[0] > 0 for ends in intervals)


def _if_it_comes(expected: float | None, gain: Gain) -> float | None:
    chance = mean(gain.p.quantity) if gain.p is not None else 1.0
    return expected / chance if expected is not None and chance else None
