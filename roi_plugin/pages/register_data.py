"""The register as data for our script: a column for each field, and each repeated text once."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from markupsafe import Markup

from roi_plugin.economics.single_figures import SingleFigure
from roi_plugin.language import sentence
from roi_plugin.model.decision import Delivery, Status
from roi_plugin.model.finding import Severity
from roi_plugin.pages.embedded_json import embedded_json
from roi_plugin.pages.register_rows import BROKEN, NOTHING, RegisterRow
from roi_plugin.pages.script_words import script_forms, script_text

FACETS: dict[str, Callable[[RegisterRow], Sequence[str]]] = {
    "status": lambda row: (row.status,),
    "delivery": lambda row: (row.delivery,),
    "owner": lambda row: (row.owner,),
    "area": lambda row: (row.area,),
    "tag": lambda row: row.tags,
    "type": lambda row: (row.type,),
    "flags": lambda row: row.flags,
    "objective": lambda row: row.objectives,
    "year": lambda row: (row.date[:4],),
}
"""What decisions can be chosen by, as the address names it."""

STATUSES = (*(status.value for status in Status), Delivery.REVERTED.value, BROKEN)
_OURS = ("status", "delivery", "flags")
"""The facets whose values are words of ours."""
_FIRST = (*STATUSES[:-1], *(one.value for one in Delivery), NOTHING, Severity.ERROR.value, Severity.WARNING.value)
_SMALL, _NEARLY_ALL = 0.005, 0.995


def facet_values(rows: Sequence[RegisterRow]) -> dict[str, list[str]]:
    """All values of each facet: words of ours in the order of a life, others by the alphabet, the latest year first."""
    values: dict[str, list[str]] = {}
    for name, read in FACETS.items():
        found = sorted({each for row in rows for each in read(row) if each}, key=lambda each: _order(name, each))
        values[name] = found[::-1] if name == "year" else found
    return values


def tells_apart(facet: str, rows: Sequence[RegisterRow]) -> bool:
    """Whether not all rows have the same values of a facet."""
    return len({tuple(FACETS[facet](row)) for row in rows}) > 1


def currencies_of(rows: Sequence[RegisterRow]) -> list[str]:
    """The currencies of the amounts, the commonest first: the heads of the columns name it, and no cell does."""
    return [currency for currency, _ in Counter(row.currency for row in rows if row.currency).most_common()]


def register_data(
    rows: Sequence[RegisterRow], values: dict[str, list[str]], href: Callable[[str], str], *, window: int
) -> Markup:
    """The rows as JSON; places in the lists of texts stand for texts, whole numbers of the form 20260203 for days.

    Money and returns have three digits that count; returns and chances are in percent.
    """
    currencies = currencies_of(rows)
    columns: dict[str, list[object]] = {name: _places(name, rows, values[name]) for name in FACETS if values[name]}
    columns |= {
        "href": [href(row.path) for row in rows],
        "number": [_number(row.number) for row in rows],
        "id": [row.id for row in rows],
        "title": [row.title for row in rows],
        "date": [_day(row.date) for row in rows],
        "review": [_day(row.review_due) for row in rows],
        "npv": [_digits(row.figures.npv) for row in rows],
        "cost": [_digits(row.figures.cost) for row in rows],
        "roi": [_digits(row.figures.roi, 100) for row in rows],
        "loss": [_chance(row.figures.loss.value) for row in rows],
        "currency": [currencies.index(row.currency) if row.currency else None for row in rows],
        "errors": [row.errors for row in rows],
        "warnings": [row.warnings for row in rows],
        "illustrative": [int(row.illustrative) for row in rows],
    }
    constant = {name: column[0] for name, column in columns.items() if column and _is_constant(column)}
    held = {name: column for name, column in columns.items() if name not in constant}
    return embedded_json(
        {
            "size": len(rows),
            "window": window,
            "texts": {name: found for name, found in values.items() if found},
            "currencies": currencies,
            "columns": held,
            "constant": constant,
            "words": _words(),
            "labels": _labels(values),
        }
    )


def _labels(values: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str]]:
    """What words of ours are called in the language of the page, where that is something else."""
    ours = {value: sentence(value) for value in (*_FIRST, BROKEN)}
    found = {name: {each: ours[each] for each in values[name] if ours.get(each, each) != each} for name in _OURS}
    return {name: called for name, called in found.items() if called}


def _words() -> dict[str, str | list[str] | dict[str, str]]:
    return {
        "heads": {
            "npv": script_text("NPV"),
            "roi": script_text("ROI"),
            "loss": script_text("Chance of loss"),
            "cost": script_text("Cost"),
            "date": script_text("Date"),
            "review": script_text("Review due"),
        },
        "shown": script_text("%(shown)s of %(all)s decisions"),
        "none": script_text("No decision fits what is chosen."),
        "strange": script_text("No decision has “%(value)s” as %(facet)s: “Show all” leads back."),
        "more": script_text("Show %(next)s more of %(left)s"),
        "illustrative": script_text("illustrative"),
        "nothing": script_text("none"),
        "error": script_forms("%(num)s error", "%(num)s errors"),
        "warning": script_forms("%(num)s warning", "%(num)s warnings"),
        "filters": script_text("Filters"),
        "active": script_text("Filters (%(num)s active)"),
    }


def _order(facet: str, value: str) -> tuple[int, str, str]:
    known = facet in _OURS and value in _FIRST
    last = facet == "status" and value == BROKEN
    return (_FIRST.index(value) if known else len(_FIRST) + last, value.casefold(), value)


def _places(name: str, rows: Sequence[RegisterRow], values: Sequence[str]) -> list[object]:
    at = {value: place for place, value in enumerate(values)}
    found = [[at[each] for each in FACETS[name](row) if each] for row in rows]
    return [_single(places) for places in found]


def _single(places: list[int]) -> object:
    """A list of one stands as its one."""
    return places if len(places) > 1 else (places[0] if places else None)


def _number(written: str) -> object:
    return int(written) if written.isascii() and written.isdecimal() else (written or None)


def _day(iso: str) -> int | None:
    return int(iso.replace("-", "")) if iso else None


def _digits(figure: SingleFigure, times: float = 1) -> float | None:
    if figure.value is None or not math.isfinite(figure.value * times):
        return None
    return _whole(float(f"{figure.value * times:.3g}"))


def _chance(value: float | None) -> float | None:
    if value is None:
        return None
    if 0 < value < _SMALL:
        return float(f"{value * 100:.1g}")
    if _NEARLY_ALL < value < 1:
        return min(99.9, 100 - float(f"{(1 - value) * 100:.1g}"))
    return round(round(value, 2) * 100)


def _whole(value: float) -> float:
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _is_constant(column: Iterable[object]) -> bool:
    first, *rest = column
    return all(each == first for each in rest)
