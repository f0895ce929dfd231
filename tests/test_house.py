"""The promises of the architecture, kept by test: schema and typed values in step, every entry described and read."""

import ast
import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct, structs

from roi_plugin.model import decision, estimate, governance, measurement, model_outcomes, option, scores
from roi_plugin.model.assumption import Assumption, AssumptionState
from roi_plugin.model.decision import Decision, Delivery, Status
from roi_plugin.model.policy import FrameworkAnchors, FrameworkWeights, Policy, RuleLimits
from roi_plugin.model.quantity import Period
from roi_plugin.model.scores import FACTOR_PARTS
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import Rule
from roi_plugin.sources.assumption_data import assumptions_from_data
from roi_plugin.sources.decision_data import decision_from_data
from roi_plugin.sources.policy_data import policy_from_data
from roi_plugin.sources.schemas import fast_validator, schema, schema_names

PACKAGE = Path(__file__).parent.parent / "roi_plugin"
LEAST: dict[str, Any] = {"title": "x", "status": "draft", "date": "2026-01-01"}
NOT_IN_THE_RECORD = {"path", "number", "local"}
"""Fields of a decision that come from its file, or from keys with a name of one's own."""
OTHER_SPELLINGS = {"decision-makers"}

CLASSES: dict[str, type] = {
    "": Decision,
    "amendment": governance.Amendment,
    "baseline_policy": model_outcomes.BaselinePolicy,
    "capability": option.Capability,
    "cell_counts": model_outcomes.Cells,
    "cell_values": model_outcomes.Cells,
    "compliance": governance.Compliance,
    "correlation": decision.Correlation,
    "cost": option.Cost,
    "displaced_work": governance.Displaced,
    "economics": decision.Economics,
    "evidence": estimate.Evidence,
    "gain": option.Gain,
    "goal": decision.Goal,
    "guardrail": measurement.Guardrail,
    "judged_level": scores.Level,
    "key_result": measurement.KeyResult,
    "metric": measurement.Metric,
    "model_outcomes": model_outcomes.ModelOutcomes,
    "motivation": option.Motivation,
    "observation": measurement.Observation,
    "okr": measurement.Okr,
    "option": option.Option,
    "partner": option.Partner,
    "planned_test": option.PlannedTest,
    "process": governance.Process,
    "rates": model_outcomes.Rates,
    "reference_class": decision.ReferenceClass,
    "review": governance.Review,
    "risk": option.Risk,
    "sample": measurement.Sample,
    "scores": scores.Scores,
    "sign_off": governance.SignOff,
    "stakeholder": governance.Stakeholder,
    "stop_condition": governance.KillIf,
    "waiver": governance.Waiver,
}
MAPS = {"inputs", "paired", "paired_counts", *(f"{factor}_parts" for factor in FACTOR_PARTS)}
"""Parts of the schema that become a dictionary, not a class."""
WITHOUT_A_SHAPE = {decision.Reference, scores.Factor, estimate.Estimate}
"""Classes of values with more than one spelling; `long_estimate` is compared on its own."""

AROUND: dict[str, Callable[[Any], dict[str, Any]]] = {
    "": lambda part: part,
    "amendment": lambda part: {"amendments": [part]},
    "baseline_policy": lambda part: AROUND["model_outcomes"]({"baseline": part}),
    "capability": lambda part: AROUND["option"]({"id": "o", "capability": part}),
    "cell_counts": lambda part: AROUND["model_outcomes"]({"confusion": part}),
    "cell_values": lambda part: AROUND["model_outcomes"]({"value": part}),
    "compliance": lambda part: {"compliance": [part]},
    "correlation": lambda part: {"correlations": [part]},
    "cost": lambda part: AROUND["option"]({"id": "o", "costs": [part]}),
    "displaced_work": lambda part: {"displaces": part},
    "economics": lambda part: {"economics": part},
    "evidence": lambda part: {"evidence": [part]},
    "gain": lambda part: AROUND["option"]({"id": "o", "gains": [part]}),
    "goal": lambda part: {"goal": part},
    "guardrail": lambda part: {"guardrails": [part]},
    "judged_level": lambda part: {"scores": {"potential": part}},
    "key_result": lambda part: AROUND["okr"]({"objective": "o", "key_results": [part]}),
    "metric": lambda part: {"metrics": [part]},
    "model_outcomes": lambda part: AROUND["option"]({"id": "o", "model_outcomes": part}),
    "motivation": lambda part: AROUND["option"]({"id": "o", "motivation": part}),
    "observation": lambda part: AROUND["guardrail"]({"metric": "m", "observations": [part]}),
    "okr": lambda part: {"okr": part},
    "option": lambda part: {"options": [part]},
    "partner": lambda part: AROUND["option"]({"id": "o", "partners": [part]}),
    "planned_test": lambda part: AROUND["option"]({"id": "o", "tests": [part]}),
    "process": lambda part: AROUND["review"]({"date": "2026-01-01", "process": part}),
    "rates": lambda part: AROUND["model_outcomes"]({"rates": part}),
    "reference_class": lambda part: {"reference_class": part},
    "review": lambda part: {"reviews": [part]},
    "risk": lambda part: AROUND["option"]({"id": "o", "risks": [part]}),
    "sample": lambda part: AROUND["metric"]({"id": "m", "sample": part}),
    "scores": lambda part: {"scores": part},
    "sign_off": lambda part: AROUND["goal"]({"ethics": part}),
    "stakeholder": lambda part: {"stakeholders": [part]},
    "stop_condition": lambda part: {"kill_if": part},
    "waiver": lambda part: {"waivers": [part]},
    "paired": lambda part: AROUND["model_outcomes"]({"paired": part}),
    "paired_counts": lambda part: AROUND["paired"]({"tp": part}),
    **{f"{factor}_parts": lambda part, factor=factor: {"scores": {factor: part}} for factor in FACTOR_PARTS},
}
"""How a record holds one part of the schema."""


def decision_part(name: str) -> dict[str, Any]:
    whole = schema("decision")
    part: dict[str, Any] = whole["$defs"][name] if name else whole
    return part


def field_name(key: str) -> str:
    return "from_" if key == "from" else key.replace("-", "_")


def properties(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of every object in a schema, with its path."""
    if isinstance(node, dict):
        for key, inner in node.items():
            if key == "properties":
                yield from ((f"{path}.{name}", described) for name, described in inner.items())
            if key != "examples":
                yield from properties(inner, f"{path}.{key}")


NAMES_ANOTHER = {"reference", "number_or_slug", "tag", "references", "tags", "aliases"}


def is_measured(home: str, node: dict[str, Any]) -> bool:
    """Whether a property of the schema `home` holds a number or a quantity, alone or as a branch."""
    types = node.get("type", [])
    if {"number", "integer"} & ({types} if isinstance(types, str) else set(types)):
        return True
    if "else" in node and is_measured(home, node["else"]):
        return True
    file, _, part = str(node.get("$ref", "")).partition("#/$defs/")
    if not part or part in NAMES_ANOTHER:
        return False
    home = file.removesuffix(".schema.json") or home
    return is_measured(home, schema(home)["$defs"][part])


@pytest.mark.parametrize("name", schema_names())
def test_every_property_of_every_schema_has_a_description_and_an_example(name: str) -> None:
    bare = [
        path
        for path, node in properties(schema(name))
        if not str(node.get("description", "")).endswith((".", "?")) or not node.get("examples")
    ]
    assert bare == []


@pytest.mark.parametrize("name", schema_names())
def test_every_property_that_holds_a_number_has_a_unit(name: str) -> None:
    assert [path for path, node in properties(schema(name)) if is_measured(name, node) and "x-unit" not in node] == []


@pytest.mark.parametrize("name", ["decision", "policy", "assumptions", "common"])
def test_every_number_text_and_list_is_bounded(name: str) -> None:
    def unbounded(node: Any, path: str) -> Iterator[str]:
        if not isinstance(node, dict):
            return
        types = node.get("type", [])
        kinds = {types} if isinstance(types, str) else set(types)
        is_condition = path.endswith(".if")
        if "string" in kinds and not is_condition and not {"maxLength", "format", "pattern"} & set(node):
            yield path
        if kinds & {"number", "integer"} and not is_condition and not {"minimum", "maximum"} <= set(node):
            yield path
        if "array" in kinds and not is_condition and "maxItems" not in node:
            yield path
        for key, inner in node.items():
            if key not in {"examples", "description", "default"}:
                yield from unbounded(inner, f"{path}.{key}")

    assert list(unbounded(schema(name), name)) == []


def test_every_map_of_a_record_and_of_the_assumptions_is_closed_but_for_local_fields() -> None:
    for whole in (schema("decision"), schema("assumptions")):
        for name, part in {"": whole, **whole["$defs"]}.items():
            if "properties" in part:
                assert part["additionalProperties"] is False, name
                assert list(part["patternProperties"]) == ["^x-"], name


def test_a_record_must_have_a_title_a_status_and_a_date_only() -> None:
    assert schema("decision")["required"] == ["title", "status", "date"]
    assert "required" not in schema("policy")
    assert "required" not in schema("assumptions")


def test_every_part_of_the_schema_has_its_class_and_every_class_its_part() -> None:
    parts = {name for name, part in schema("decision")["$defs"].items() if part.get("type") == "object"}
    assert parts == (set(CLASSES) | MAPS) - {""}
    modules = (decision, estimate, governance, measurement, model_outcomes, option, scores)
    classes = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Struct) and value.__module__ == module.__name__
    }
    assert classes == set(CLASSES.values()) | WITHOUT_A_SHAPE


@pytest.mark.parametrize("name", CLASSES)
def test_schema_properties_and_fields_of_classes_are_in_step(name: str) -> None:
    part, fields = decision_part(name), structs.fields(CLASSES[name])
    keys = {field_name(key) for key in set(part["properties"]) - OTHER_SPELLINGS}
    assert keys == {field.name for field in fields} - (NOT_IN_THE_RECORD if name == "" else set())
    needed = {field.name for field in fields if field.required}
    if name:
        assert {field_name(key) for key in part.get("required", [])} == needed


def test_the_long_form_of_an_estimate_is_in_step() -> None:
    keys = set(schema("common")["$defs"]["long_estimate"]["properties"])
    fields = {field.name for field in structs.fields(estimate.Estimate)}
    put_in_place = {"shared", "stated"}
    assert keys - {"value", "range"} == fields - {"text", "quantity"} - put_in_place


def test_the_words_of_the_schema_and_the_model_are_the_same() -> None:
    known = schema("decision")["properties"]
    assert known["status"]["enum"] == [status.value for status in Status]
    assert known["delivery"]["enum"] == [delivery.value for delivery in Delivery]
    assert schema("common")["$defs"]["period"]["enum"] == [period.value for period in Period]
    for factor, parts in FACTOR_PARTS.items():
        assert tuple(decision_part(f"{factor}_parts")["properties"]) == parts


def optional_properties() -> list[tuple[str, str]]:
    return [
        (name, key)
        for name in AROUND
        for key in decision_part(name)["properties"]
        if key not in decision_part(name).get("required", []) and (name, key) != ("", "schema")
    ]


@pytest.mark.parametrize(("name", "key"), optional_properties())
def test_every_property_of_the_schema_reaches_the_typed_decision(name: str, key: str) -> None:
    part = decision_part(name)
    least = {need: part["properties"][need]["examples"][0] for need in part.get("required", [])}
    for example in part["properties"][key]["examples"]:
        data = LEAST | AROUND[name](least | {key: example})
        assert fast_validator("decision").is_valid(data), data
        found, problems = decision_from_data(data, path="0001-x.yml", body=None)
        assert problems == []
        without, _ = decision_from_data(LEAST | AROUND[name](least), path="0001-x.yml", body=None)
        assert found != without or example == part["properties"][key].get("default")


@pytest.mark.parametrize("key", sorted(set(schema("common")["$defs"]["long_estimate"]["properties"]) - {"range"}))
def test_every_property_of_an_estimate_reaches_the_typed_decision(key: str) -> None:
    example = schema("common")["$defs"]["long_estimate"]["properties"][key]["examples"][0]
    least = {"value": 1}
    given = LEAST | AROUND["option"]({"id": "o", "gain": least | {key: example}})
    assert fast_validator("decision").is_valid(given)
    found, problems = decision_from_data(given, path="0001-x.yml", body=None)
    without, _ = decision_from_data(LEAST | AROUND["option"]({"id": "o", "gain": least}), path="0001-x.yml", body=None)
    assert problems == []
    assert found != without


POLICY_ENTRIES = {
    "currency": "currency",
    "horizon": "horizon_months",
    "discount_rate": "discount_rate",
    "person_week": "person_week",
    "stakes.small": "small",
    "stakes.large": "large",
    "limits": "limits",
    "rules": "judging",
    "strict_from": "judging",
    "required": "judging",
    "framework.weights": "framework_weights",
    "framework.anchors": "framework_anchors",
    "team_record.successes": "team_successes",
    "team_record.failures": "team_failures",
}
CHANGED_ENTRIES = {
    "currency": "USD",
    "stakes.small": 7,
    "stakes.large": "9M",
    "limits": {"power": 0.9},
    "rules": {"no-baseline": "off"},
    "required": {"all": ["owner"]},
    "framework.weights": {"skills": 50},
    "framework.anchors": {"risks": {"levels": [1, 3, 10, 30, 100]}},
}
"""An entry that is not its default, where 1 is none."""


ASSUMPTION_CLASSES = {"assumption": (Assumption, {"values"}), "evidence": (estimate.Evidence, {"id"})}
"""The class of each part of the assumptions' schema, and the fields that come from elsewhere."""


@pytest.mark.parametrize("name", ASSUMPTION_CLASSES)
def test_the_schema_of_the_assumptions_and_their_classes_are_in_step(name: str) -> None:
    part, (kind, from_elsewhere) = schema("assumptions")["$defs"][name], ASSUMPTION_CLASSES[name]
    fields = [field for field in structs.fields(kind) if field.name not in from_elsewhere]
    assert set(part["properties"]) == {field.name for field in fields}
    assert set(part.get("required", [])) == {field.name for field in fields if field.required}


def test_every_part_of_the_schema_of_the_assumptions_has_its_class_and_its_words() -> None:
    parts = schema("assumptions")["$defs"]
    assert set(parts) == set(ASSUMPTION_CLASSES)
    assert sorted(parts["assumption"]["properties"]["state"]["enum"]) == sorted(
        state.value for state in AssumptionState
    )
    assert parts["assumption"]["properties"]["state"]["default"] == Assumption(id="a", statement="b").state


def assumption_properties() -> list[tuple[str, str]]:
    parts = schema("assumptions")["$defs"]
    return [(name, key) for name in parts for key in parts[name]["properties"] if key not in {"id", "statement"}]


@pytest.mark.parametrize(("name", "key"), assumption_properties())
def test_every_property_of_an_assumption_reaches_the_typed_one(name: str, key: str) -> None:
    least = {"id": "a", "statement": "b"}
    for example in schema("assumptions")["$defs"][name]["properties"][key]["examples"]:
        data = {"assumptions": [least | ({key: example} if name == "assumption" else {"evidence": {key: example}})]}
        assert fast_validator("assumptions").is_valid(data), data
        found, problems = assumptions_from_data(data)
        assert problems == []
        assert found["a"] != Assumption(id="a", statement="b")


def policy_properties() -> dict[str, dict[str, Any]]:
    found = {}
    for key, node in schema("policy")["properties"].items():
        if key == "limits":
            found[key] = {}
            continue
        found |= {f"{key}.{inner}": described for inner, described in node.get("properties", {}).items()} or {key: node}
    return found


@pytest.mark.parametrize(("entry", "kind"), [("weights", FrameworkWeights), ("anchors", FrameworkAnchors)])
def test_what_the_framework_weighs_and_anchors_are_its_five_factors(entry: str, kind: type) -> None:
    keys = set(schema("policy")["properties"]["framework"]["properties"][entry]["properties"])
    assert keys == {field.name for field in dataclasses.fields(kind)} == set(FACTOR_PARTS)


def test_the_default_weights_the_policy_schema_names_are_those_that_hold() -> None:
    named = schema("policy")["properties"]["framework"]["properties"]["weights"]["properties"]
    assert {factor: node["default"] for factor, node in named.items()} == dataclasses.asdict(FrameworkWeights())


def test_the_limits_of_schema_and_policy_are_in_step_with_their_defaults() -> None:
    named = schema("policy")["properties"]["limits"]["properties"]
    assert {name: node["default"] for name, node in named.items()} == dataclasses.asdict(RuleLimits())
    assert list(named) == sorted(named)


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(RuleLimits)])
def test_every_limit_that_is_written_holds(name: str) -> None:
    policy, problems = policy_from_data({"limits": {name: 4}})
    assert problems == []
    assert policy.limits == dataclasses.replace(RuleLimits(), **{name: 4})


def test_policy_schema_and_policy_are_in_step() -> None:
    assert set(policy_properties()) - {"schema"} == set(POLICY_ENTRIES)
    assert {field.name for field in dataclasses.fields(Policy)} - {"stated"} == set(POLICY_ENTRIES.values())


def test_the_defaults_the_policy_schema_names_are_those_that_hold() -> None:
    for path, node in policy_properties().items():
        if path in POLICY_ENTRIES and "default" in node:
            assert getattr(Policy(), POLICY_ENTRIES[path]) == node["default"], path


@pytest.mark.parametrize("path", POLICY_ENTRIES)
def test_every_policy_entry_changes_the_policy(path: str) -> None:
    outer, _, inner = path.rpartition(".")
    changed = CHANGED_ENTRIES.get(path, 1)
    policy, problems = policy_from_data({outer: {inner: changed}} if outer else {inner: changed})
    assert problems == []
    assert getattr(policy, POLICY_ENTRIES[path]) != getattr(Policy(), POLICY_ENTRIES[path])


@pytest.mark.parametrize("entry", POLICY_ENTRIES.values())
def test_every_policy_entry_is_read_by_an_engine_or_a_rule(entry: str) -> None:
    readers = [path for folder in ("economics", "rules") for path in sorted((PACKAGE / folder).rglob("*.py"))]
    attributes = {
        node.attr
        for path in readers
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and "policy" in ast.unparse(node.value)
    }
    assert entry in attributes


def limits_read(rule: Rule) -> set[str]:
    """The limits of the policy that a rule's own file reads."""
    tree = ast.parse((PACKAGE / "rules" / rule.theme / f"{rule.name.replace('-', '_')}.py").read_text(encoding="utf-8"))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("limits")
    }


def names(rule: Rule, limit: str) -> bool:
    return f"`{limit}`" in rule.reads or f"`limits.{limit}`" in rule.reads


LIMITS = {field.name for field in dataclasses.fields(RuleLimits)}
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@EVERY_RULE
def test_a_rule_has_its_file_its_place_in_the_list_its_examples_and_its_test(rule: Rule) -> None:
    module, tests = rule.name.replace("-", "_"), Path(__file__).parent / "rules"
    assert (PACKAGE / "rules" / rule.theme / f"{module}.py").is_file()
    assert {"flagged.md", "clean.md"} <= {path.name for path in (tests / "examples" / rule.name).iterdir()}
    assert (tests / rule.theme / f"test_{module}.py").is_file()
    assert RULES.count(rule) == 1


@EVERY_RULE
def test_a_rule_names_the_limits_that_it_reads_on_its_page(rule: Rule) -> None:
    assert limits_read(rule) <= LIMITS
    assert [name for name in limits_read(rule) if not names(rule, name)] == []


def test_every_limit_of_the_policy_is_read_by_a_rule() -> None:
    named = {name for rule in RULES for name in LIMITS if names(rule, name)}
    assert named == LIMITS


def test_every_rule_that_the_policy_schema_names_exists() -> None:
    text = json.dumps(schema("policy")["properties"]["limits"])
    named = {
        name for group in re.findall(r"rules? ((?:`[a-z-]+`(?:, | and )?)+)", text) for name in group.split("`")[1::2]
    }
    assert named
    assert named <= {rule.name for rule in RULES}


@EVERY_RULE
def test_a_rule_s_file_is_short_enough_to_be_read_at_once(rule: Rule) -> None:
    path = PACKAGE / "rules" / rule.theme / f"{rule.name.replace('-', '_')}.py"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


def test_a_struct_holds_nothing_but_its_fields() -> None:
    """A copy with other values would take along what was worked out for the old ones: such a class is a dataclass."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = [node for node in classes if "Struct" in map(ast.unparse, node.bases)]
    assert found
    assert [node.name for node in found if {"dict=True", "@cached_property"} & _said_of(node)] == []


def _said_of(node: ast.ClassDef) -> set[str]:
    methods = [part for part in node.body if isinstance(part, ast.FunctionDef)]
    decorators = [f"@{ast.unparse(decorator)}" for method in methods for decorator in method.decorator_list]
    return {*decorators, *(f"{keyword.arg}={ast.unparse(keyword.value)}" for keyword in node.keywords)}
