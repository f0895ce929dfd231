"""Cut a quantity as people type it into numbers, names and signs; whatever is neither is refused in plain words."""

import re

from msgspec import Struct

from roi_plugin.model.thousands import both_readings, is_unclear

MAX_LENGTH = 200

_SCALES = {"k": 3, "M": 6, "B": 9}
_TOKEN = re.compile(
    r"""(?P<number>(?P<digits>[0-9]+(?:\.[0-9]+)?|(?<!\.)\.[0-9]+)
                   (?:[eE](?P<exponent>[+-]?[0-9]+)(?!\w))?(?P<scale>[kMB](?![\w€£$¥]))?)
      |(?P<name>(?:[^\W\d]|[€£$¥])(?:[\w€£$¥]|[.-](?=\w))*)
      |(?P<sign>\.\.(?!\.)|[-+*/()<%])""",
    re.VERBOSE,
)
_ANOTHER_GROUP = re.compile(r"\.[0-9]")
_BLANK = re.compile(r"\s*")
_DATE = re.compile(r"\s*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b")
_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}

LATIN_PERIODS = {"p.a": "year", "p.m": "month"}
"""Periods by their short Latin names, without the last point."""

_RANGE_HELP = "a range is written `30k..60k`"
_STRANGE = {
    ",": ("a comma is no part of a number", "write `1000` or `1k`; the decimal sign is a point"),
    "'": ("an apostrophe is no part of a number", "write `1000` or `1k`"),
    "–": ("a dash is no sign of a quantity", _RANGE_HELP),  # noqa: RUF001 - people paste it
    "—": ("a dash is no sign of a quantity", _RANGE_HELP),
    "…": ("`…` is no sign of a quantity", _RANGE_HELP),
    ".": ("a point here belongs to no number", "a range has two points (`30k..60k`), a number one (`1.5k`)"),
    "~": ("`~` is no sign of a quantity", "say how sure you are with a range: `30k..60k`"),
    ">": ("`>` is no sign of a quantity", "a triple rises from left to right: `2k < 5k < 20k`"),
    "×": ("`×` is no sign of a quantity", "multiply with `*`"),  # noqa: RUF001 - people paste it
    "−": ("`−` is no sign of a quantity", "a minus is the plain `-`"),  # noqa: RUF001 - people paste it
    "±": ("`±` is no sign of a quantity", "write both ends of the range: `9k..15k`"),
    "^": ("`^` is no sign of a quantity", "multiply instead: `x * x`"),
    ":": ("`:` is no sign of a quantity", "times are plain numbers with a unit: `24 months`"),
}


class QuantityError(ValueError):
    """A text that is no quantity: `message` says why, `offset` (from 0) where, `help` how to mend it."""

    def __init__(self, message: str, offset: int = 0, help: str | None = None) -> None:  # noqa: A002 - its name in findings
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.help = help


class Token(Struct, frozen=True, kw_only=True):
    """A `number`, `name`, `sign` or the `end`. Digits, exponent and `scaled` (by k, M or B) belong to numbers only."""

    kind: str
    text: str
    offset: int
    digits: str = ""
    exponent: int = 0
    scaled: bool = False

    def value(self, *, hundredths: bool) -> float:
        """The number, correctly rounded; of `hundredths` for percents."""
        exponent = self.exponent - 2 if hundredths else self.exponent
        value = float(f"{self.digits}e{exponent}")
        if value == float("inf"):
            raise QuantityError(f"`{self.text}` is too large to compute with", self.offset)
        if value == 0 and self.digits.strip("0."):
            raise QuantityError(f"`{self.text}` is too small to compute with", self.offset)
        return value


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order, an `end` behind them. Raises QuantityError."""
    if len(text) > MAX_LENGTH:
        raise QuantityError(
            f"this quantity has {len(text)} characters, expected {MAX_LENGTH} at most",
            help="give its parts names under `inputs`",
        )
    if _DATE.match(text):
        raise QuantityError("a date is no quantity", help="times are months from the day of the decision")
    found: list[Token] = []
    position = _end(_BLANK.match(text))
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _strange(text, position, found)
        found.append(_token(match))
        _refuse_leading_symbol(found)
        position = _end(_BLANK.match(text, match.end()))
    return [*found, Token(kind="end", text="", offset=len(text.rstrip()))]


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup if match.lastgroup in {"name", "sign"} else "number"
    if kind != "number":
        if match[0].startswith("_") and match.string[: match.start()][-1:].isdecimal():
            raise QuantityError("an underscore is no part of a number", match.start(), "write `1000` or `1k`")
        return Token(kind=kind or "sign", text=match[0], offset=match.start())
    scale = match["scale"]
    if is_unclear(match[0]) and not _ANOTHER_GROUP.match(match.string, match.end()):
        message = f"it is not clear whether `{match[0]}` counts thousands"
        raise QuantityError(message, match.start(), both_readings(match[0]))
    exponent = int(match["exponent"] or 0) + _SCALES.get(scale, 0)
    return Token(
        kind="number",
        text=match[0],
        offset=match.start(),
        digits=match["digits"],
        exponent=exponent,
        scaled=scale is not None,
    )


def _refuse_leading_symbol(found: list[Token]) -> None:
    word = found[-1]
    after_number = len(found) > 1 and found[-2].kind == "number"
    if word.kind == "name" and word.text[0] in _SYMBOLS and not after_number:
        amount = word.text[1:] or "30k"
        help_ = f"write `{amount} {_SYMBOLS[word.text[0]]}`"
        raise QuantityError("a currency stands behind the number", word.offset, help_)


def _strange(text: str, position: int, found: list[Token]) -> QuantityError:
    if text[position] == "." and found and (period := LATIN_PERIODS.get(found[-1].text.lower())):
        return QuantityError(f"`{found[-1].text}.` is no period", found[-1].offset, f"write `per {period}`")
    message, help_ = _STRANGE.get(text[position], (f"{text[position]!a} is no sign of a quantity", None))
    return QuantityError(message, position, help_)
