"""Read the limit of a guardrail (`<= 200 ms`), and say whether an observation breaks it.

A limit is a comparison, one number and its unit: a share (`%`), words (`failed jobs`), and at the end a period (`a
day`, `per week`, `/hour`). A side that names no unit, or no period, counts in that of the other side.
"""

import operator
import re
from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from roi_plugin.model.grammar import QuantityError, parse_quantity
from roi_plugin.model.measurement import Observation
from roi_plugin.model.quantity import Expression, Period, Point, Quantiles, Quantity

_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
    "≤": operator.le,
    "≥": operator.ge,
}
_WORD = r"[^\W\d_][\w.-]*"
_LIMIT = re.compile(
    rf"""(?P<operator>[<>]=|[<>=≤≥])[ ]?
         (?P<number>-?[0-9]+(?:\.[0-9]+)?(?:[kMB](?!\w))?(?:[ ]?(?:%|pp(?!\w)))?)
         (?:[ ]?(?P<unit>[€£$¥]|{_WORD}(?:[ /]{_WORD})*?))??
         (?:(?:[ ](?:per|an?|each|every)[ ]|[ ]?/[ ]?)(?P<period>{"|".join(Period)}))?""",
    re.VERBOSE,
)
_SHARE = "%"
_SHARES = (_SHARE, "pp")
_SHORTEST_PLURAL = 4

Reading = tuple[float, tuple[float, ...]]
"""The number of a limit and the ends of an observation, in one unit."""


class Limit(Struct, frozen=True, kw_only=True):
    """What must hold. `operator` is as written; a share is a fraction with the unit `%`."""

    operator: str
    value: float
    unit: str | None = None
    period: Period | None = None


class Judgement(Struct, frozen=True, kw_only=True):
    """Whether a limit is `violated`; None has a reason, a phrase without full stop."""

    violated: bool | None = None
    reason: str | None = None


class LimitError(ValueError):
    """Why a text is no limit, or an observation cannot be held against it: a phrase without full stop."""


def parse_limit(text: str) -> Limit:
    """The limit that a text says. Raises LimitError."""
    match = _LIMIT.fullmatch(text)
    number = _number(match["number"]) if match else None
    if match is None or number is None:
        raise LimitError(f"the limit `{text}` cannot be read, expected one comparison, for example `<= 200 ms`")
    return Limit(
        operator=match["operator"],
        value=number.value,
        unit=_SHARE if number.unit else match["unit"],
        period=Period(match["period"]) if match["period"] else None,
    )


def judged(limit: str | None, observation: Observation) -> Judgement:
    """Whether the observation violates the limit; a range does where both its ends do.

    It is not decided where there is no limit, where one of the two cannot be read, where they count in two units or
    periods, where a range has the limit inside, and where a plain number up to 1 beside a `%` may be a fraction and the
    answer hangs on that.
    """
    if limit is None:
        return Judgement(reason="the guardrail has no limit")
    try:
        return Judgement(violated=_violates(observation, parse_limit(limit)))
    except LimitError as reason:
        return Judgement(reason=str(reason))


def incomparable(limit: Limit, observation: Observation) -> str | None:
    """Why the two cannot be held against each other, a phrase without full stop; None where they can."""
    try:
        _compared(observation, limit)
    except LimitError as reason:
        return str(reason)
    return None


def measured(limit: str | None, observation: Observation) -> tuple[float | None, tuple[float, float]] | None:
    """The number of the limit and the ends of the observation, to be drawn on one axis; without a limit the ends alone.

    None where the two cannot be held against each other, or the observation has no number.
    """
    try:
        if limit is None:
            ends = _ends(observation.value.quantity) if observation.value else ()
            return (None, (ends[0], ends[-1])) if ends else None
        bound, ends = _compared(observation, parse_limit(limit))[0]
    except LimitError:
        return None
    return bound, (ends[0], ends[-1])


def _number(text: str) -> Point | None:
    try:
        quantity = parse_quantity(text)
    except QuantityError:
        return None
    return quantity if isinstance(quantity, Point) else None


def _violates(observation: Observation, limit: Limit) -> bool:
    text = observation.value.text if observation.value else ""
    answers = [
        {not _HOLDS[limit.operator](end, bound) for end in ends} for bound, ends in _compared(observation, limit)
    ]
    if len(answers[0]) > 1:
        raise LimitError(f"`{text}` has the limit inside its range")
    if answers[0] != answers[-1]:
        raise LimitError(f"whether one side is a fraction is not clear (`{text}` and a `%`): write `%` on both")
    return answers[0].pop()


def _compared(observation: Observation, limit: Limit) -> list[Reading]:
    """What the two sides may mean. Raises LimitError where they count in different things."""
    if observation.value is None:
        raise LimitError("the observation has no value")
    quantity = observation.value.quantity
    unit = quantity.unit and (_SHARE if quantity.unit.split(" ")[0] in _SHARES else quantity.unit)
    _refuse_difference(_singular(limit.unit), _singular(unit), "in")
    _refuse_difference(limit.period, quantity.period, "per")
    return _readings(limit, _ends(quantity), unit)


def _readings(limit: Limit, ends: tuple[float, ...], unit: str | None) -> list[Reading]:
    """What the two sides may mean; a plain number beside a share is in percent, and up to 1 it may be a fraction."""
    as_written = (limit.value, ends)
    if (limit.unit == _SHARE) is (unit == _SHARE):
        return [as_written]
    plain = ends if limit.unit == _SHARE else (limit.value,)
    parts = tuple(float(Decimal(str(number)).scaleb(-2)) for number in plain)
    in_percent = (limit.value, parts) if plain is ends else (parts[0], ends)
    return [in_percent, as_written] if max(map(abs, plain)) <= 1 else [in_percent]


def _ends(quantity: Quantity) -> tuple[float, ...]:
    if isinstance(quantity, Expression):
        raise LimitError("the observation is arithmetic over names, expected a number")
    if isinstance(quantity, Point):
        return (quantity.value,)
    if isinstance(quantity, Quantiles):
        return (quantity.p10, quantity.p90)
    return (quantity.low, quantity.high)


def _singular(unit: str | None) -> str | None:
    return unit.removesuffix("s") if unit and len(unit) >= _SHORTEST_PLURAL else unit


def _refuse_difference(limit: str | None, observation: str | None, word: str) -> None:
    if limit and observation and limit != observation:
        raise LimitError(f"the limit counts {word} `{limit}`, the observation {word} `{observation}`")
