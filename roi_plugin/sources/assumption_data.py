"""Builds the typed assumptions from `assumptions.yml` data that the schema has passed."""

from roi_plugin.model.assumption import Assumption, AssumptionState
from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.sources.estimate_data import estimate_in
from roi_plugin.sources.evidence_data import evidence_of
from roi_plugin.sources.plain_values import Map, day_in, maps_in
from roi_plugin.sources.quantity_limits import VALUE

_STATES = {state.value: state for state in AssumptionState}


def assumptions_from_data(data: Map) -> tuple[dict[str, Assumption], list[Problem]]:
    """The assumptions that schema-valid `data` says, by id, and what the schema could not see in it.

    Of two with one id the first holds. A value that cannot be read is left out, and is a problem `schema/quantity`.
    """
    problems: list[Problem] = []
    found: dict[str, Assumption] = {}
    for index, written in enumerate(data.get("assumptions", ())):
        at: FieldPath = ("assumptions", index)
        assumption = _assumption(written, at, problems)
        if assumption.id in found:
            problems.append(_repeated(assumption.id, (*at, "id")))
        found.setdefault(assumption.id, assumption)
    return found, problems


def _assumption(data: Map, at: FieldPath, problems: list[Problem]) -> Assumption:
    name: str = data["id"]
    return Assumption(
        id=name,
        statement=" ".join(data["statement"].split()),
        value=estimate_in(data, "value", at, problems, VALUE),
        evidence=tuple([evidence_of(entry, name) for entry in maps_in(data, "evidence")]),
        owner=data.get("owner"),
        review_due=day_in(data, "review_due"),
        state=_STATES[data.get("state", AssumptionState.HOLDS.value)],
        changed=day_in(data, "changed"),
        note=data.get("note"),
    )


def _repeated(name: str, field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name="link/duplicate-name",
        message=f"`{name}` is already the id of another assumption; each needs its own",
        help="give this one another id, and check which records mean it",
    )
