"""Amounts, shares, chances and spans of time in words: three significant digits, `k`, `M`, `B`, the currency behind."""

import math

from roi_plugin.language import counted, text

_SCALES = ((1e9, "B"), (1e6, "M"), (1e3, "k"))
_PLAIN_CHANCES = ((1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5))
_COUNTS = (10, 20, 50, 100)
_LIKELY, _CERTAIN, _RARE = 0.15, 0.995, 0.001
_WHOLE = 1e5
_LARGEST = 1e15
_SMALLEST = 0.005


def number(value: float) -> str:
    """A number with three significant digits: `24k`, `-1.25M`, `0.67`; what is nearer to 0 than 0.005 is `0`."""
    if not math.isfinite(value):
        return "beyond computing"
    rounded = float(f"{value:.3g}")
    size = abs(rounded)
    if size < _SMALLEST:
        return "0"
    if size >= _LARGEST:
        return f"{rounded:.2e}"
    scale, letter = next((pair for pair in _SCALES if size >= pair[0]), (1.0, ""))
    return f"{rounded / scale:.6f}".rstrip("0").rstrip(".") + letter


def money(amount: float, currency: str) -> str:
    """An amount of money: `24k EUR`."""
    return f"{number(amount)} {currency}"


def range_text(low: float, high: float, currency: str) -> str:
    """A 90 % range of money: `12.4k..31k EUR`."""
    return f"{number(low)}..{number(high)} {currency}"


def percent(fraction: float, *, signed: bool = False) -> str:
    """A fraction as percent: `8 %`; a return is `signed`: `+135 %`."""
    said = number(fraction * 100)
    sign = "+" if signed and not said.startswith("-") and said != "0" and math.isfinite(fraction) else ""
    return f"{sign}{said} %"


def months(count: float) -> str:
    """A span of time: `12 months`, `1 month`."""
    said = number(count)
    return counted("%(num)s month", "%(num)s months", 1 if said == "1" else 2, num=said)


def days(count: int) -> str:
    """A number of whole days: `12 days`, `1 day`."""
    return counted("%(num)s day", "%(num)s days", count)


def exact(value: float) -> str:
    """A number to check with: six significant digits, whole above 100,000: `1.33266`, `131,199`."""
    if not math.isfinite(value):
        return "beyond computing"
    size = abs(value)
    if size >= _LARGEST:
        return f"{value:.5e}"
    said = f"{value:,.0f}" if size >= _WHOLE else f"{value:,.6g}"
    return "0" if said == "-0" else said


def chance(probability: float) -> str:
    """A probability as people say it: `about 4 in 5`, `about 1 in 400`, `all but certain`."""
    if not _RARE <= probability <= _CERTAIN:
        return text("next to none") if probability < _RARE else text("all but certain")
    if probability < _LIKELY:
        return text("about %(part)s in %(whole)s", part=1, whole=_rounded_count(1 / probability))
    if probability > 1 - _LIKELY:
        count = min(_COUNTS, key=lambda each: abs(1 / each - (1 - probability)))
        return text("about %(part)s in %(whole)s", part=count - 1, whole=count)
    part, whole = min(_PLAIN_CHANCES, key=lambda pair: abs(pair[0] / pair[1] - probability))
    return text("about %(part)s in %(whole)s", part=part, whole=whole)


def _rounded_count(count: float) -> int:
    """As people count: exactly up to 20, then in tens, then in hundreds."""
    return int(round(count, -1 if count < 100 else -2)) if count > 20 else round(count)  # noqa: PLR2004 - see above
