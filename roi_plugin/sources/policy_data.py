"""Builds the typed policy from `policy.yml` data that the schema has passed; defaults hold where it is silent."""

import dataclasses
from collections.abc import Iterator

from roi_plugin.model.durations import months_in
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.policy import Policy, RuleLimits
from roi_plugin.model.quantity import Point
from roi_plugin.sources.estimate_data import estimate_in
from roi_plugin.sources.framework_policy import anchors_in, weights_in
from roi_plugin.sources.judging_policy import judging_in
from roi_plugin.sources.plain_values import Map
from roi_plugin.sources.quantity_limits import AMOUNT, DURATION, RATE, Limits

_DEFAULT = Policy()


def policy_from_data(data: Map) -> tuple[Policy, list[Problem]]:
    """The policy that schema-valid `data` says, and what the schema could not see in it.

    An entry that cannot be read keeps its default and is a problem `schema/quantity`.
    """
    problems: list[Problem] = []
    stakes: Map = data.get("stakes", {})
    small = _number(stakes, "small", ("stakes",), problems, limits=AMOUNT, default=_DEFAULT.small)
    large = _number(stakes, "large", ("stakes",), problems, limits=AMOUNT, default=_DEFAULT.large)
    if small > large:
        problems.append(_crossed_stakes(small, large, "large" if "large" in stakes else "small"))
        small, large = _DEFAULT.small, _DEFAULT.large
    framework: Map = data.get("framework", {})
    record: Map = data.get("team_record", {})
    policy = Policy(
        currency=data.get("currency", _DEFAULT.currency),
        horizon_months=_number(data, "horizon", (), problems, limits=DURATION, default=_DEFAULT.horizon_months),
        discount_rate=_number(data, "discount_rate", (), problems, limits=RATE, default=_DEFAULT.discount_rate),
        person_week=_own_estimate(data, "person_week", (), problems, AMOUNT),
        small=small,
        large=large,
        limits=_limits(data.get("limits", {})),
        judging=judging_in(data, problems),
        framework_weights=weights_in(framework),
        framework_anchors=anchors_in(framework, ("framework",), problems),
        team_successes=int(record.get("successes", _DEFAULT.team_successes)),
        team_failures=int(record.get("failures", _DEFAULT.team_failures)),
    )
    stated = frozenset(_written(data)) - {".".join(map(str, problem.field)) for problem in problems}
    return dataclasses.replace(policy, stated=stated), problems


def _written(data: Map, around: str = "") -> Iterator[str]:
    for key, entry in data.items():
        yield f"{around}{key}"
        if isinstance(entry, dict):
            yield from _written(entry, f"{around}{key}.")


def _limits(written: Map) -> RuleLimits:
    """The limits with those that are written; a whole number stays one (JSON Schema counts 3.0 as whole)."""
    kept = dataclasses.asdict(_DEFAULT.limits)
    return RuleLimits(**{name: type(limit)(written.get(name, limit)) for name, limit in kept.items()})


def _own_estimate(data: Map, key: str, at: FieldPath, problems: list[Problem], limits: Limits) -> Estimate | None:
    """The estimate under `key`, and a problem if it leans on an assumption: no decision would be flagged for that."""
    estimate = estimate_in(data, key, at, problems, limits)
    if estimate is not None and estimate.assumption is not None:
        problems.append(_leaning(estimate.assumption, (*at, key, "assumption")))
    return estimate


def _number(  # noqa: PLR0913 - where it stands, what it may be, and what holds otherwise
    data: Map, key: str, at: FieldPath, problems: list[Problem], *, limits: Limits, default: float
) -> float:
    estimate = _own_estimate(data, key, at, problems, limits)
    if estimate is None:
        return default
    if not isinstance(estimate.quantity, Point):
        problems.append(_not_one_number(estimate, (*at, key)))
        return default
    scale = months_in(estimate.quantity.unit) if limits is DURATION else None
    return estimate.quantity.value * (scale or 1.0)


def _not_one_number(estimate: Estimate, field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name="schema/quantity",
        message=f"`{estimate.text}` is not one number: expected a number without a range here",
        help="write the middle of it",
    )


def _leaning(assumption: str, field: FieldPath) -> Problem:
    return Problem(
        field=field,
        name="schema/not-allowed",
        message=f"the policy leans on the assumption `{assumption}`: expected a number of its own",
        help="delete this line, and keep the number beside it",
    )


def _crossed_stakes(small: float, large: float, key: str) -> Problem:
    return Problem(
        field=("stakes", key),
        name="schema/quantity",
        message=f"`small` ({small:g}) is above `large` ({large:g}): expected the smaller limit first",
        help="exchange the two, or write both",
    )
