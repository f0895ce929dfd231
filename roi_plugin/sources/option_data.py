"""Reads options: what each way to decide gains, costs and risks, and whom it needs."""

from roi_plugin.model.finding import FieldPath, Problem
from roi_plugin.model.option import Capability, Cost, Gain, Motivation, Option, Partner, PlannedTest, Risk
from roi_plugin.sources.estimate_data import estimate_in, inputs_in
from roi_plugin.sources.model_outcome_data import model_outcomes_in
from roi_plugin.sources.plain_values import (
    Map,
    agreement_in,
    day_in,
    flag_in,
    number_in,
    texts_in,
    whole_number_in,
)
from roi_plugin.sources.quantity_limits import (
    AMOUNT,
    DURATION,
    EFFORT,
    LINE_AMOUNT,
    LINE_EFFORT,
    LINE_SHARE,
    LINE_VALUE,
)
from roi_plugin.sources.score_data import scores_in


def options_in(data: Map, problems: list[Problem]) -> tuple[Option, ...]:
    """The options of a record, in its order."""
    written = data.get("options", ())
    return tuple([_option(option, ("options", index), problems) for index, option in enumerate(written)])


def _option(data: Map, at: FieldPath, problems: list[Problem]) -> Option:
    name: str = data["id"]
    return Option(
        id=name,
        kind=data.get("kind") or ("do-nothing" if name == "do-nothing" else None),
        title=data.get("title"),
        chosen=flag_in(data, "chosen") or False,
        chosen_because=data.get("chosen_because"),
        rejected_because=data.get("rejected_because"),
        constraint=data.get("constraint"),
        evidence=texts_in(data, "evidence"),
        gain=estimate_in(data, "gain", at, problems, LINE_VALUE),
        cost=estimate_in(data, "cost", at, problems, LINE_AMOUNT),
        gains=_gains(data, at, problems),
        costs=_costs(data, at, problems),
        risks=_risks(data, at, problems),
        scores=scores_in(data),
        partners=tuple([_partner(partner) for partner in data.get("partners", ())]),
        capability=_capability(data, at, problems),
        motivation=_motivation(data),
        model_outcomes=model_outcomes_in(data, at, problems),
        tests=_tests(data, at, problems),
    )


def _gains(data: Map, at: FieldPath, problems: list[Problem]) -> tuple[Gain, ...]:
    written = data.get("gains", ())
    return tuple([_gain(line, (*at, "gains", index), problems) for index, line in enumerate(written)])


def _gain(data: Map, at: FieldPath, problems: list[Problem]) -> Gain:
    return Gain(
        id=data["id"],
        title=data.get("title"),
        value=estimate_in(data, "value", at, problems, LINE_VALUE),
        per=data.get("per"),
        from_=float(data.get("from", 0.0)),
        to=number_in(data, "to"),
        ramp=float(data.get("ramp", 0.0)),
        p=estimate_in(data, "p", at, problems, LINE_SHARE),
        type=data.get("type"),
        kind=data.get("kind"),
        realised_as=data.get("realised_as"),
        metric=data.get("metric"),
        stands_for=data.get("stands_for"),
        same_as=data.get("same_as"),
        inputs=inputs_in(data, at, problems),
        note=data.get("note"),
    )


def _costs(data: Map, at: FieldPath, problems: list[Problem]) -> tuple[Cost, ...]:
    written = data.get("costs", ())
    return tuple([_cost(line, (*at, "costs", index), problems) for index, line in enumerate(written)])


def _cost(data: Map, at: FieldPath, problems: list[Problem]) -> Cost:
    return Cost(
        id=data["id"],
        title=data.get("title"),
        time=estimate_in(data, "time", at, problems, LINE_EFFORT),
        money=estimate_in(data, "money", at, problems, LINE_AMOUNT),
        per=data.get("per"),
        from_=number_in(data, "from"),
        to=number_in(data, "to"),
        ramp=float(data.get("ramp", 0.0)),
        when=number_in(data, "when"),
        kind=data.get("kind"),
        same_as=data.get("same_as"),
        inputs=inputs_in(data, at, problems),
        note=data.get("note"),
    )


def _risks(data: Map, at: FieldPath, problems: list[Problem]) -> tuple[Risk, ...]:
    written = data.get("risks", ())
    return tuple([_risk(risk, (*at, "risks", index), problems) for index, risk in enumerate(written)])


def _risk(data: Map, at: FieldPath, problems: list[Problem]) -> Risk:
    return Risk(
        id=data["id"],
        title=data.get("title"),
        category=data.get("category"),
        not_applicable=data.get("not_applicable"),
        p=estimate_in(data, "p", at, problems, LINE_SHARE),
        impact=estimate_in(data, "impact", at, problems, LINE_AMOUNT),
        impact_same_as=data.get("impact_same_as"),
        delay=estimate_in(data, "delay", at, problems, DURATION),
        when=float(data.get("when", 0.0)),
        priced_in=data.get("priced_in"),
        guardrail=data.get("guardrail"),
        mitigation=data.get("mitigation"),
        owner=data.get("owner"),
        inputs=inputs_in(data, at, problems),
    )


def _partner(data: Map) -> Partner:
    return Partner(
        team=data["team"],
        needed_for=data.get("needed_for"),
        agreed=agreement_in(data, "agreed"),
        incentive=data.get("incentive"),
        process=data.get("process"),
    )


def _capability(data: Map, at: FieldPath, problems: list[Problem]) -> Capability | None:
    written: Map | None = data.get("capability")
    if written is None:
        return None
    return Capability(
        experts_needed=number_in(written, "experts_needed"),
        experts_available=number_in(written, "experts_available"),
        bus_factor=whole_number_in(written, "bus_factor"),
        ramp_up=estimate_in(written, "ramp_up", (*at, "capability"), problems, EFFORT),
        priced_in=written.get("priced_in"),
        knowledge=texts_in(written, "knowledge"),
        tools=texts_in(written, "tools"),
        performance=written.get("performance"),
        willingness_to_learn=written.get("willingness_to_learn"),
    )


def _motivation(data: Map) -> Motivation | None:
    written: Map | None = data.get("motivation")
    if written is None:
        return None
    return Motivation(
        evidence=texts_in(written, "evidence"),
        date=day_in(written, "date"),
        growth=written.get("growth"),
        commitment=written.get("commitment"),
        morale=written.get("morale"),
    )


def _tests(data: Map, at: FieldPath, problems: list[Problem]) -> tuple[PlannedTest, ...]:
    written = data.get("tests", ())
    return tuple([_test(test, (*at, "tests", index), problems) for index, test in enumerate(written)])


def _test(data: Map, at: FieldPath, problems: list[Problem]) -> PlannedTest:
    return PlannedTest(
        of=data.get("of"),
        kind=data.get("kind"),
        cost=estimate_in(data, "cost", at, problems, AMOUNT),
        time=estimate_in(data, "time", at, problems, EFFORT),
        sensitivity=number_in(data, "sensitivity"),
        specificity=number_in(data, "specificity"),
    )
