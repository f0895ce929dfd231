"""Puts the values of shared assumptions into a record's data, so that whoever computes with it needs nothing else."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from roi_plugin.model.assumption import Assumption, Assumptions, AssumptionUse
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.grammar import QuantityError, parse_quantity
from roi_plugin.model.nearest import nearest
from roi_plugin.model.quantity import Quantity
from roi_plugin.sources.estimate_data import SHARED, STATED
from roi_plugin.sources.plain_values import Map, text_of, texts_in

MOST_HELPED = 20
"""For how many unknown ids of one record the nearest is looked up: each look-up compares all that are known."""

_MAPS_OF_NAMES = frozenset({"inputs", "actuals"})
"""Maps whose keys are names of the record's own."""
_MEASURED = frozenset({"reviews", "observations"})
"""Where numbers are what was seen: nothing that was only assumed takes their place."""
_QUANTITIES = ("range", "value")


class SharedValues(Struct, frozen=True, kw_only=True):
    """A record's `data` with the assumptions' values in place, and the numbers that name them.

    A number that neither the record nor an assumption gives is left out of the data, which is then not `complete`.
    """

    data: Map
    uses: tuple[AssumptionUse, ...] = ()
    problems: tuple[Problem, ...] = ()
    complete: bool = True


def shared_values(data: Map, assumptions: Assumptions) -> SharedValues:
    """The schema-valid `data`, which is not changed itself, with a value for each number that names an assumption.

    The assumption's value of now takes the place of a quantity beside it, which is kept under `stated` where it is
    another. Evidence of the assumption stands for a number that names none of its own.
    """
    reading = _Reading(assumptions)
    for index, name in enumerate(texts_in(data, "assumptions")):
        reading.find(name, ("assumptions", index))
    placed = reading.map(data, ())
    return SharedValues(
        data=placed, uses=tuple(reading.uses), problems=tuple(reading.problems), complete=reading.complete
    )


class _Reading(Struct):
    assumptions: Assumptions
    uses: list[AssumptionUse] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    told: set[str] = field(default_factory=set)

    def map(self, data: Map, at: FieldPath, *, of_names: bool = False) -> Map:
        """The map with every estimate below it in place; itself where nothing changes."""
        changed: Map = {}
        for key, value in data.items():
            if isinstance(value, dict | list) and (of_names or not key.startswith("x-")):
                found = self._value(value, (*at, key), of_names=key in _MAPS_OF_NAMES and not of_names)
                if found is not value:
                    changed[key] = found
        left_out = {key for key, value in changed.items() if value is None}
        return {key: value for key, value in (data | changed).items() if key not in left_out} if changed else data

    def find(self, name: str, at: FieldPath) -> Assumption | None:
        """The assumption of this id; None, and a problem the first time, where there is none."""
        found = self.assumptions.by_id.get(name)
        if found is None and not self.assumptions.is_unread(name):
            known = self.assumptions.by_id if len(self.told) < MOST_HELPED else ()
            self._tell(name, lambda: _unknown(name, at, nearest(name, known)))
        return found

    def _tell(self, name: str, problem: Callable[[], Problem]) -> None:
        if name not in self.told:
            self.told.add(name)
            self.problems.append(problem())

    def _value(self, value: Any, at: FieldPath, *, of_names: bool = False) -> Any:
        if isinstance(value, list):
            items = [self._value(item, (*at, index)) for index, item in enumerate(value)]
            return value if all(new is old for new, old in zip(items, value, strict=True)) else items
        if not isinstance(value, dict):
            return value
        if "assumption" in value and not of_names:
            return self._estimate(value, at)
        return self.map(value, at, of_names=of_names)

    def _estimate(self, data: Map, at: FieldPath) -> Map | None:
        """The estimate with the value of now; None where it has none."""
        name: str = data["assumption"]
        place = (*at, "assumption")
        assumption = self.find(name, place)
        own = [data[key] for key in _QUANTITIES if key in data]
        if assumption is None or assumption.value is None or (own and not _MEASURED.isdisjoint(at)):
            self.uses.append(AssumptionUse(id=name, field=place))
            self.complete = self.complete and bool(own)
            if not own:
                self._tell(name, lambda: _no_value(name, place, is_unread=assumption is None))
            return data if own else None
        quantities = [_quantity(written) for written in own]
        if len(own) > 1 or None in quantities:
            return data
        stated = text_of(own[0]) if own and quantities[0] != assumption.value.quantity else None
        confirmed = bool(own) and stated is None
        self.uses.append(AssumptionUse(id=name, field=place, stated=stated, confirmed=confirmed))
        return _placed(data, assumption, assumption.value, stated)


def _placed(data: Map, assumption: Assumption, value: Estimate, stated: str | None) -> Map:
    placed = {key: written for key, written in data.items() if key not in _QUANTITIES}
    placed |= {"value": value.text, SHARED: True}
    if stated is not None:
        placed[STATED] = stated
    kinds = [each.kind for each in assumption.evidence if each.kind]
    if kinds and "evidence" not in data:
        placed["evidence"] = kinds
    return placed


def _quantity(written: str | float) -> Quantity | None:
    """None where it cannot be read: then it stays, and whoever reads the estimate tells of it."""
    try:
        return parse_quantity(written)
    except QuantityError:
        return None


def _unknown(name: str, field: FieldPath, meant: str | None) -> Problem:
    return Problem(
        field=field,
        name="link/unknown-assumption",
        message=f"`{name}` is not a shared assumption: expected the `id` of an entry of assumptions.yml",
        help=f"did you mean `{meant}`?" if meant else "write the assumption there, or remove its name here",
    )


def _no_value(name: str, field: FieldPath, *, is_unread: bool) -> Problem:
    why = "cannot be read in assumptions.yml" if is_unread else "has no value in assumptions.yml"
    return Problem(
        field=field,
        name="link/no-value",
        message=f"the assumption `{name}` {why}, so there is no number here",
        help="mend it there, or write the number's own `value` here"
        if is_unread
        else "write the `value` there or here",
    )
