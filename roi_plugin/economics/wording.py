"""Amounts, shares and spans of time in words: three significant digits, `k`, `M` and `B`, the currency behind."""

import math

_SCALES = ((1e9, "B"), (1e6, "M"), (1e3, "k"))
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
    text = number(fraction * 100)
    sign = "+" if signed and not text.startswith("-") and text != "0" and math.isfinite(fraction) else ""
    return f"{sign}{text} %"


def months(count: float) -> str:
    """A span of time: `12 months`, `1 month`."""
    text = number(count)
    return f"{text} month" if text == "1" else f"{text} months"
