"""Read arithmetic, units and periods from the tokens of a quantity."""

import math
import operator

from roi_plugin.model.nearest import nearest
from roi_plugin.model.quantity import Constant, Name, Node, Operation, Period
from roi_plugin.model.quantity_tokens import LATIN_PERIODS, QuantityError, Token

MAX_DEPTH = 20

_APPLY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
_PERIODS = tuple(period.value for period in Period)
_NOT_NUMBERS = {"nan", "inf", "infinity"}
_FOREIGN_PERIODS = {
    "annum": "year",
    "anno": "year",
    "jahr": "year",
    "monat": "month",
    "quartal": "quarter",
    "woche": "week",
    "tag": "day",
    "stunde": "hour",
}
_MISTAKEN_UNITS = {
    "K": "`k` (thousand)",
    "m": "`M` (million), or give the unit its full name",
    "b": "`B` (billion)",
    "mn": "`M` (million)",
    "mio": "`M` (million)",
    "million": "`M`",
    "millions": "`M`",
    "bn": "`B` (billion)",
    "mrd": "`B` (billion)",
    "billion": "`B`",
    "billions": "`B`",
    "thousand": "`k`",
    "tsd": "`k` (thousand)",
    "percent": "`%`",
    "monthly": "`per month`",
    "yearly": "`per year`",
    "annually": "`per year`",
    "weekly": "`per week`",
    "daily": "`per day`",
    **{word: f"`per {period}`" for word, period in LATIN_PERIODS.items()},
}


class Reader:
    """Where in the tokens of a quantity the parser stands."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self.position = 0

    @property
    def next(self) -> Token:
        """The token that comes next; at the end, the `end` token for ever."""
        return self.peek(0)

    def peek(self, ahead: int) -> Token:
        """A token further on."""
        return self._tokens[min(self.position + ahead, len(self._tokens) - 1)]

    def take(self) -> Token:
        """The next token, and step over it."""
        token = self.next
        self.position += 1
        return token

    def accept(self, text: str) -> bool:
        """Step over the next token if it reads so."""
        if self.next.text != text:
            return False
        self.position += 1
        return True

    def number(self) -> Token:
        """The next token, which must be a number."""
        if self.next.kind != "number":
            raise QuantityError("a number is missing here", self.next.offset)
        return self.take()

    def hundredths(self) -> str | None:
        """Step over `%` or `pp` after a number."""
        return next((sign for sign in ("%", "pp") if self.accept(sign)), None)

    def unit(self) -> str | None:
        """The unit after a number: one word, or words with `/` between them (`EUR/booking`)."""
        if self.next.kind != "name" or self.next.text == "per":
            return None
        word = self.take()
        _refuse_mistaken_unit(word)
        text = word.text
        while self.next.text == "/" and self.peek(1).kind == "name":
            self.take()
            part = self.take()
            if part.text in _PERIODS:
                help_ = f"write `{text} per {part.text}`"
                raise QuantityError(f"a rate is written with `per`, not `/{part.text}`", part.offset, help_)
            text += f"/{part.text}"
        return text

    def ending(self) -> Period | None:
        """The period, if one is given, and then nothing more."""
        period = _period(self.take()) if self.accept("per") else None
        if self.next.kind != "end":
            raise _leftover(self.next, self.peek(1), period)
        return period


def arithmetic(reader: Reader, depth: int = 0) -> Node:
    """A sum of products; parts that are numbers only are worked out at once."""
    if depth > MAX_DEPTH:
        raise QuantityError(f"more than {MAX_DEPTH} brackets stand inside each other", reader.next.offset)
    left = _product(reader, depth)
    while reader.next.text in {"+", "-"}:
        sign = reader.take()
        left = _operation(sign, left, _product(reader, depth))
    return left


def _product(reader: Reader, depth: int) -> Node:
    left = _factor(reader, depth)
    while reader.next.text in {"*", "/"}:
        sign = reader.take()
        if sign.text == "/" and isinstance(left, Constant) and reader.next.text in _PERIODS:
            help_ = f"write `per {reader.next.text}`"
            raise QuantityError(f"a rate is written with `per`, not `/{reader.next.text}`", sign.offset, help_)
        left = _operation(sign, left, _factor(reader, depth))
    return left


def _factor(reader: Reader, depth: int) -> Node:
    token = reader.take()
    if token.text == "-":
        if depth > MAX_DEPTH:
            raise QuantityError(f"more than {MAX_DEPTH} signs stand before one number", token.offset)
        return _operation(token, Constant(value=0.0), _factor(reader, depth + 1))
    if token.text == "(":
        inner = arithmetic(reader, depth + 1)
        if not reader.accept(")"):
            raise QuantityError("a bracket is not closed", token.offset, "add `)`")
        return inner
    if token.kind == "number":
        value = token.value(hundredths=reader.hundredths() is not None)
        if reader.next.kind == "name" and reader.peek(1).kind == "sign":
            help_ = "name the number under `inputs` and give the unit there"
            raise QuantityError("a unit cannot stand inside arithmetic", reader.next.offset, help_)
        return Constant(value=value)
    if token.kind == "name" and token.text != "per":
        if token.text.lower() in _NOT_NUMBERS:
            raise QuantityError(f"`{token.text}` is no number to compute with", token.offset)
        return Name(name=token.text, offset=token.offset)
    raise QuantityError("a number or a name is missing here", token.offset)


def _operation(sign: Token, left: Node, right: Node) -> Node:
    if sign.text == "/" and right == Constant(value=0.0):
        raise QuantityError("this divides by zero", sign.offset)
    if not (isinstance(left, Constant) and isinstance(right, Constant)):
        return Operation(operator=sign.text, left=left, right=right)
    value = _APPLY[sign.text](left.value, right.value)
    if not math.isfinite(value):
        raise QuantityError("the result is too large to compute with", sign.offset)
    return Constant(value=value)


def _period(token: Token) -> Period:
    if token.text in _PERIODS:
        return Period(token.text)
    near = _FOREIGN_PERIODS.get(token.text.lower()) or nearest(token.text, _PERIODS)
    found = f"`{token.text}` is no period" if token.text else "a period is missing after `per`"
    message = f"{found}: expected {', '.join(_PERIODS[:-1])} or {_PERIODS[-1]}"
    raise QuantityError(message, token.offset, f"did you mean `{near}`?" if near else None)


def _refuse_mistaken_unit(word: Token) -> None:
    meant = _MISTAKEN_UNITS.get(word.text) or _MISTAKEN_UNITS.get(word.text.lower() if len(word.text) > 1 else "")
    if meant:
        raise QuantityError(f"`{word.text}` is no unit", word.offset, f"write {meant}")
    if word.text.lower() in _NOT_NUMBERS:
        raise QuantityError(f"`{word.text}` is no number to compute with", word.offset)


def _leftover(token: Token, after: Token, period: Period | None) -> QuantityError:
    if token.text in {"..", "<"} and period:
        help_ = f"write it once, at the end: `30k..60k per {period}`"
        return QuantityError("the period stands in the middle", token.offset, help_)
    if token.text == "/" and after.text in _PERIODS:
        return QuantityError(
            f"a rate is written with `per`, not `/{after.text}`", token.offset, f"write `per {after.text}`"
        )
    if token.kind == "sign" and token.text in "+-*/()":
        help_ = "name the number under `inputs` and give the unit there"
        return QuantityError(f"`{token.text}` cannot stand here: a unit or period ends a quantity", token.offset, help_)
    one_word = "units are one word: `story-points`" if token.kind == "name" else None
    return QuantityError(f"`{token.text}` was not expected here", token.offset, one_word)
