"""Builds a typed decision from a record's data that the schema has passed."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from roi_plugin.model.assumption import AssumptionUse
from roi_plugin.model.decision import (
    Correlation,
    Decision,
    Delivery,
    Economics,
    Goal,
    Reference,
    ReferenceClass,
    Status,
)
from roi_plugin.model.finding import Problem
from roi_plugin.sources.estimate_data import estimate_in
from roi_plugin.sources.evidence_data import evidence_of
from roi_plugin.sources.governance_data import (
    amendments_in,
    compliance_in,
    displaced_in,
    reviews_in,
    sign_off_in,
    stakeholders_in,
    stop_conditions_in,
    waivers_in,
)
from roi_plugin.sources.measurement_data import guardrails_in, metrics_in, okrs_in
from roi_plugin.sources.option_data import options_in
from roi_plugin.sources.plain_values import Map, day, day_in, flag_in, text_of, texts_in
from roi_plugin.sources.quantity_limits import AMOUNT, DURATION, RATE, SHARE
from roi_plugin.sources.score_data import scores_in

_STATUSES = {status.value: status for status in Status}
_DELIVERIES = {delivery.value: delivery for delivery in Delivery}


def decision_from_data(
    data: Map, *, path: str, body: str | None, numbers: tuple[AssumptionUse, ...] = ()
) -> tuple[Decision, list[Problem]]:
    """The decision that schema-valid `data` says, and what the schema could not see in it.

    `path` is relative to the records folder, with `/`; `body` is the Markdown below the front matter, None for a
    `.yml` record. `numbers` are the uses of assumptions whose values were put in place. A quantity that cannot be read
    is left out of the decision and is a problem `schema/quantity`.
    """
    problems: list[Problem] = []
    stem = PurePosixPath(path).stem
    decision = Decision(
        id=text_of(data.get("id", stem)),
        path=path,
        number=_number(stem),
        title=" ".join(data["title"].split()),
        status=_STATUSES[data["status"]],
        date=day(data["date"]),
        schema=int(data.get("schema", 1)),
        type=data.get("type"),
        delivery=_DELIVERIES.get(data.get("delivery", "")),
        owner=data.get("owner"),
        deciders=_deciders(data),
        approvers=texts_in(data, "approvers"),
        consulted=texts_in(data, "consulted"),
        informed=texts_in(data, "informed"),
        area=data.get("area"),
        tags=texts_in(data, "tags"),
        aliases=texts_in(data, "aliases"),
        confidentiality=data.get("confidentiality"),
        affects=texts_in(data, "affects"),
        illustrative=flag_in(data, "illustrative") or False,
        depends_on=_references(data, "depends_on"),
        assumptions=(*_named_assumptions(data), *numbers),
        supersedes=_references(data, "supersedes"),
        superseded_by=_references(data, "superseded_by"),
        displaces=displaced_in(data, problems),
        related=_references(data, "related"),
        problem=data.get("problem"),
        trigger=data.get("trigger"),
        reversibility=data.get("reversibility"),
        expected_life=estimate_in(data, "expected_life", (), problems, DURATION),
        personal_data=flag_in(data, "personal_data"),
        kill_if=stop_conditions_in(data),
        goal=_goal(data, problems),
        economics=_economics(data, problems),
        options=options_in(data, problems),
        scores=scores_in(data),
        correlations=_correlations(data),
        metrics=metrics_in(data, problems),
        guardrails=guardrails_in(data, problems),
        okr=okrs_in(data),
        reference_class=_reference_class(data, problems),
        premortem=texts_in(data, "premortem"),
        objections=texts_in(data, "objections"),
        evidence=tuple([evidence_of(entry, entry["id"]) for entry in data.get("evidence", ())]),
        stakeholders=stakeholders_in(data),
        waivers=waivers_in(data),
        amendments=amendments_in(data),
        compliance=compliance_in(data),
        review_due=day_in(data, "review_due"),
        reviews=reviews_in(data, problems),
        reasoning=_reasoning(data, body, problems),
        local={key: value for key, value in data.items() if key.startswith("x-")},
    )
    return decision, problems


def _number(stem: str) -> str | None:
    digits = stem.partition("-")[0]
    return str(int(digits)) if digits.isascii() and digits.isdigit() else None


def _deciders(data: Map) -> tuple[str, ...]:
    ours, madr = texts_in(data, "deciders"), texts_in(data, "decision-makers")
    return ours + tuple(name for name in madr if name not in ours)


def _named_assumptions(data: Map) -> Iterator[AssumptionUse]:
    for index, name in enumerate(texts_in(data, "assumptions")):
        yield AssumptionUse(id=name, field=("assumptions", index))


def _references(data: Map, key: str) -> tuple[Reference, ...]:
    return tuple([_reference(text) for text in texts_in(data, key)])


def _reference(written: str) -> Reference:
    target, _, part = written.partition("#")
    return Reference(target=target, part=part or None)


def _goal(data: Map, problems: list[Problem]) -> Goal | None:
    written: Map | None = data.get("goal")
    if written is None:
        return None
    return Goal(
        request=written.get("request"),
        problem=written.get("problem"),
        category=written.get("category"),
        metric=written.get("metric"),
        ceiling=estimate_in(written, "ceiling", ("goal",), problems, AMOUNT),
        ethics=sign_off_in(written, "ethics"),
        people_affected=flag_in(written, "people_affected"),
    )


def _economics(data: Map, problems: list[Problem]) -> Economics | None:
    written: Map | None = data.get("economics")
    if written is None:
        return None
    at = ("economics",)
    return Economics(
        currency=written.get("currency"),
        horizon=estimate_in(written, "horizon", at, problems, DURATION),
        discount_rate=estimate_in(written, "discount_rate", at, problems, RATE),
        person_week=estimate_in(written, "person_week", at, problems, AMOUNT),
        baseline=written.get("baseline"),
    )


def _correlations(data: Map) -> tuple[Correlation, ...]:
    return tuple(
        [
            Correlation(between=(entry["between"][0], entry["between"][1]), rho=float(entry["rho"]))
            for entry in data.get("correlations", ())
        ]
    )


def _reference_class(data: Map, problems: list[Problem]) -> ReferenceClass | None:
    written: Map | None = data.get("reference_class")
    if written is None:
        return None
    return ReferenceClass(
        cost=written.get("cost"),
        managed=estimate_in(written, "managed", ("reference_class",), problems, SHARE),
        benefit=written.get("benefit"),
    )


def _reasoning(data: Map, body: str | None, problems: list[Problem]) -> str:
    written: str | None = data.get("reasoning")
    if body is None:
        return written or ""
    if written is not None:
        problems.append(
            Problem(
                field=("reasoning",),
                name="schema/two-reasonings",
                message="`reasoning` is given in the front matter of a Markdown record: expected below it, as text",
                help="move the text below the closing `---` and delete the key",
            )
        )
    return body
