"""Reads how strictly a policy judges: severities of rules, required fields, and from when on it is strict."""

import datetime as dt
from collections.abc import Mapping

from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Problem
from roi_plugin.model.nearest import nearest
from roi_plugin.model.policy import Judging, RuleSetting
from roi_plugin.sources.plain_values import Map, day

_FIELDS = frozenset(Decision.__struct_fields__) - {"path", "number", "local"}


def judging_in(data: Map, problems: list[Problem]) -> Judging:
    """How strictly schema-valid policy `data` judges; a required field that no record has is a problem."""
    return Judging(
        rules=dict(_setting(name, written) for name, written in data.get("rules", {}).items()),
        strict_from=_strict_from(data.get("strict_from")),
        required=_required(data.get("required", {}), problems),
    )


def _setting(name: str, written: str | Map) -> tuple[str, RuleSetting]:
    """The plain name of the rule, and what holds for it."""
    plain = name.removeprefix("risk/")
    as_written = name if name != plain else None
    if isinstance(written, str):
        return plain, RuleSetting(severity=written, written=as_written)
    types = dict(written.get("types", {}))
    return plain, RuleSetting(severity=written.get("severity"), types=types, written=as_written)


def _strict_from(written: str | float | None) -> dt.date | int | None:
    if written is None:
        return None
    return day(written) if isinstance(written, str) else int(written)


def _required(written: Map, problems: list[Problem]) -> Mapping[str, tuple[str, ...]]:
    for kind, names in written.items():
        problems += [_unknown(name, ("required", kind, at)) for at, name in enumerate(names) if name not in _FIELDS]
    return {kind: tuple(name for name in names if name in _FIELDS) for kind, names in written.items()}


def _unknown(name: str, field: tuple[str | int, ...]) -> Problem:
    meant = nearest(name, _FIELDS)
    return Problem(
        field=field,
        name="schema/unknown-key",
        message=f"`{name}` is not a field of a record, so none could have it",
        help=f"did you mean `{meant}`?" if meant else "name a field of the top level, such as `owner`",
    )
