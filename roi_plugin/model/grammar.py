"""Parse a quantity as people type it; by hand, never `eval`.

A quantity is a number (`25k`, `5%`, `3 EUR`), a range (`30k..60k per year`), a triple (`2k < 5k < 20k`), quantiles
(`p10 17 p50 24 p90 35`) or arithmetic over names (`users * uplift * fee per year`).

* A name may hold `-`, `_` and `.`, so a hyphen that touches letters on both sides belongs to the name: `run-cost` is
  one name, `run - cost` a difference.
* `%` and `pp` divide by 100 and stay visible as the unit; a sign at the last number of a range holds for all of it.
* `k` at the last number alone (`5..10k`) is refused, because people mean two different things by it.
* Arithmetic without a name is worked out at once and is a number.
"""

import functools
import math
from collections.abc import Sequence

from roi_plugin.model.expression_grammar import Reader, arithmetic
from roi_plugin.model.plain_quantity import plain_quantity
from roi_plugin.model.quantity import Constant, Expression, Name, Point, Quantiles, Quantity, Range, Triple
from roi_plugin.model.quantity_tokens import QuantityError, tokens

__all__ = ["QuantityError", "parse_quantity"]

_QUANTILES = ("p10", "p50", "p90")
_RANGE_WORDS = {"to", "and", "or", "bis"}


def parse_quantity(value: str | float) -> Quantity:
    """The quantity that a text or a plain number says; every fault is a QuantityError in plain words."""
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise QuantityError("expected a quantity: a number or a text such as `30k..60k per year`")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise QuantityError("expected a number that can be computed with, not an infinite or missing one")
    return Point(value=number)


@functools.lru_cache(maxsize=4096)
def _of_text(text: str) -> Quantity:
    # The records of one team write the same rates, horizons and prices again and again.
    return plain_quantity(text) or parse_text(text)


def parse_text(text: str) -> Quantity:
    """The quantity that a text says, by the full grammar. Raises QuantityError."""
    reader = Reader(tokens(text))
    if reader.next.kind == "end":
        raise QuantityError("the quantity is empty", help="write a number or a range: `30k..60k per year`")
    if reader.next.text == "p10" and _number_follows(reader, 1):
        return _quantiles(reader)
    if _number_follows(reader, 0):
        start = reader.position
        simple = _simple(reader)
        if simple is not None:
            return simple
        reader.position = start
    return _expression(reader)


def _simple(reader: Reader) -> Quantity | None:
    first = _Number(reader)
    sign = reader.next.text
    if sign == "..":
        return _range(reader, first)
    if sign == "<":
        return _triple(reader, first)
    _refuse_side_by_side(reader)
    if reader.next.kind == "sign" and first.unit is None and first.hundredths is None:
        return None
    value = first.value(first.hundredths)
    return Point(value=value, unit=first.full_unit, period=reader.ending())


def _range(reader: Reader, first: "_Number") -> Range:
    numbers = [first, _after(reader, "..", "a range needs a number on each side")]
    (low, high), unit = _together(numbers)
    period = reader.ending()
    if low > high:
        raise QuantityError(
            "the range is reversed: its first number is larger than its last",
            first.offset,
            f"write `{numbers[1].text}..{first.text}`",
        )
    return Range(low=low, high=high, unit=unit, period=period)


def _triple(reader: Reader, first: "_Number") -> Triple:
    why = "a triple has three numbers: smallest < likely < largest"
    numbers = [first, _after(reader, "<", why), _after(reader, "<", why)]
    (low, likely, high), unit = _together(numbers)
    period = reader.ending()
    if not low <= likely <= high or low == high:
        raise QuantityError("the three numbers of a triple must rise from left to right", first.offset)
    return Triple(low=low, likely=likely, high=high, unit=unit, period=period)


def _quantiles(reader: Reader) -> Quantiles:
    numbers = [_after(reader, name, "quantiles are written `p10 17 p50 24 p90 35`") for name in _QUANTILES]
    (p10, p50, p90), unit = _together(numbers)
    period = reader.ending()
    if not p10 < p50 < p90:
        raise QuantityError("p10, p50 and p90 must rise from left to right", numbers[0].offset)
    return Quantiles(p10=p10, p50=p50, p90=p90, unit=unit, period=period)


def _expression(reader: Reader) -> Point | Expression:
    root = arithmetic(reader)
    word = reader.next
    if isinstance(root, Name) and word.kind == "number" and _is_currency(root.name):
        help_ = f"write `{word.text} {root.name}`"
        raise QuantityError("a currency stands behind the number", root.offset, help_)
    unit = reader.unit() if word.text.startswith("person-") or _is_currency(word.text) else None
    period = reader.ending()
    if isinstance(root, Constant):
        return Point(value=root.value, unit=unit, period=period)
    return Expression(root=root, unit=unit, period=period)


class _Number:
    """A signed number with its percent sign and unit, read from where the reader stands."""

    def __init__(self, reader: Reader) -> None:
        self.offset = reader.next.offset
        self.sign = -1.0 if reader.accept("-") else 1.0
        self.token = reader.number()
        self.hundredths = reader.hundredths()
        word = reader.next.text
        self.unit = None if word in (*_QUANTILES, *_RANGE_WORDS) else reader.unit()
        self.text = ("-" if self.sign < 0 else "") + self.token.text + (self.hundredths or "")

    @property
    def full_unit(self) -> str | None:
        return " ".join(part for part in (self.hundredths, self.unit) if part) or None

    def value(self, hundredths: str | None) -> float:
        return self.sign * self.token.value(hundredths=hundredths is not None)


def _together(numbers: Sequence[_Number]) -> tuple[list[float], str | None]:
    last = numbers[-1]
    for number in numbers[:-1]:
        if number.hundredths not in (None, last.hundredths):
            message = f"`{number.text}` and `{last.text}` do not count in the same unit"
            help_ = f"write `{number.hundredths}` at the last number, it holds for all"
            raise QuantityError(message, number.offset, help_)
        if number.unit and last.unit and number.unit != last.unit:
            message = f"`{number.unit}` and `{last.unit}` are two units in one quantity"
            raise QuantityError(message, number.offset, "write the unit once, at the end")
        if last.token.scaled and not number.token.scaled and 0 < float(number.token.digits) < float(last.token.digits):
            letter = last.token.text[-1]
            message = f"it is not clear whether `{number.text}` means `{number.text}{letter}`"
            raise QuantityError(message, number.offset, f"write `{number.text}{letter}`, or both numbers in full")
    unit = " ".join(part for part in (last.hundredths, last.unit or numbers[0].unit) if part) or None
    return [number.value(last.hundredths) for number in numbers], unit


def _after(reader: Reader, word: str, why: str) -> _Number:
    if not reader.accept(word) or not _number_follows(reader, 0):
        raise QuantityError(f"a number is missing: {why}", reader.next.offset)
    return _Number(reader)


def _number_follows(reader: Reader, ahead: int) -> bool:
    return reader.peek(ahead + (reader.peek(ahead).text == "-")).kind == "number"


def _refuse_side_by_side(reader: Reader) -> None:
    token, after = reader.next, reader.peek(1)
    between = token.text == "-" and after.kind == "number" and reader.peek(2).kind in {"end", "name"}
    if between or (token.text in _RANGE_WORDS and after.kind == "number"):
        raise QuantityError("two numbers need `..` between them", token.offset, "a range is written `30k..60k`")
    if token.kind == "number":
        help_ = "write thousands as `1000` or `1k`, a range as `30k..60k`"
        raise QuantityError("two numbers stand side by side", token.offset, help_)


def _is_currency(word: str) -> bool:
    return len(word) == len("EUR") and word.isascii() and word.isalpha() and word.isupper()
