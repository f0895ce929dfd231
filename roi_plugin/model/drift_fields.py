"""Which numbers and planned dates of a record can drift, flat, and what kind each of them is."""

import functools
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from roi_plugin.model.frozen_fields import Scalar, entries, forecast_leaves

Leaves = Mapping[str, Scalar]
"""The values of one text by keys that stay the same when lists are put into another order."""

CURRENCY = "economics.currency"
"""The leaf that says in which currency money without a unit is."""


class DriftKind(StrEnum):
    """What kind of forecast a value is: `chance` is that of a gain, `risk` that of a loss."""

    DATE = "date"
    COST = "cost"
    GAIN = "gain"
    CHANCE = "chance"
    RISK = "risk"
    DURATION = "duration"
    INPUT = "input"


_ENTRY = r"\[[^\[\]]*\]"
_OPTION = rf"options{_ENTRY}\."
_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (DriftKind.DATE, rf"review_due|kill_if{_ENTRY}\.by|okr{_ENTRY}{_ENTRY}\.due|metrics{_ENTRY}\.measured_by"),
        (DriftKind.GAIN, rf"{_OPTION}(gain|gains{_ENTRY}(\.value)?)"),
        (
            DriftKind.COST,
            rf"({_OPTION}(cost|costs{_ENTRY}\.(time|money)|risks{_ENTRY}\.impact))|displaces{_ENTRY}\.cost",
        ),
        (DriftKind.CHANCE, rf"{_OPTION}gains{_ENTRY}\.p"),
        (DriftKind.RISK, rf"{_OPTION}(costs|risks){_ENTRY}\.p"),
        (DriftKind.DURATION, rf"expected_life|economics\.horizon|{_OPTION}risks{_ENTRY}\.delay"),
        (DriftKind.DURATION, rf"{_OPTION}(gains|costs|risks){_ENTRY}\.(from|to|when|ramp)"),
        (DriftKind.INPUT, rf"{_OPTION}inputs\.[\w-]+|economics\.person_week|goal\.ceiling"),
    )
)
_BESIDE = re.compile(rf"{re.escape(CURRENCY)}|{_OPTION}(gains|costs){_ENTRY}\.period")


def drift_leaves(data: Mapping[str, object]) -> dict[str, Scalar]:
    """The values of a record's data, as it is written, that can drift, and what says their unit and period."""
    return {key: value for key, value in _all(data) if kind_of(key) is not None or _BESIDE.fullmatch(key)}


@functools.lru_cache(4096)
def kind_of(key: str) -> DriftKind | None:
    """What kind of forecast a key stands for; None for all that is none."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(key)), None)


def _all(data: Mapping[str, object]) -> Iterator[tuple[str, Scalar]]:
    yield from forecast_leaves(data).items()
    if isinstance(due := data.get("review_due"), str):
        yield "review_due", due
    for name, metric in _entries(data.get("metrics")):
        if isinstance(day := metric.get("measured_by"), str):
            yield f"metrics[{name}].measured_by", day
    objectives = data.get("okr")
    for name, objective in _entries(objectives if isinstance(objectives, list) else [objectives]):
        for inner, result in _entries(objective.get("key_results")):
            if isinstance(day := result.get("due"), str):
                yield f"okr[{name}][{inner}].due", day


def _entries(listed: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The maps of a list, each with its id or metric where it is the first of that name, else with its index."""
    named = entries(listed) if isinstance(listed, list) else ()
    return ((name, item) for name, item in named if isinstance(item, dict))
