import json

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from roi_plugin.report import decision_json, findings_json, register_json
from roi_plugin.sources.schemas import schema_text


def _validator(name):
    schemas = [json.loads(schema_text(one)) for one in ("common", "decision", "findings", "register")]
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas)
    return Draft202012Validator(json.loads(schema_text(name)), registry=registry)


@pytest.fixture
def ranker(judged, three):
    return judged(owner="kim", delivery="delivered", tags=("ml",), findings=tuple(three))


def _faults(name, text):
    return [error.message for error in _validator(name).iter_errors(json.loads(text))]


def test_findings_have_their_published_shape(three):
    assert _faults("findings", findings_json.render(three, records=3)) == []


def test_a_decision_has_its_published_shape(ranker, assessment):
    assert _faults("register", decision_json.render(ranker, assessment(ranker))) == []


def test_the_list_has_its_published_shape(ranker, assessment):
    whole = assessment(ranker, broken=("decisions/0009-x.md",))
    assert _faults("register", register_json.render([ranker], whole)) == []


def test_the_exported_register_has_its_published_shape(ranker, assessment):
    assert _faults("register", decision_json.decisions_json(assessment(ranker))) == []


def test_what_the_site_publishes_has_its_published_shape(ranker, assessment):
    whole = assessment(ranker, broken=("decisions/0009-x.md",))
    index = register_json.published(whole, lambda judged: f"./{judged.decision.id}.json")
    assert _faults("register", index) == []
    assert json.loads(index)["decisions"][0]["data"] == f"./{ranker.decision.id}.json"
    assert _faults("register", decision_json.published(ranker, whole.today)) == []


def test_the_shape_notices_a_renamed_key(ranker, assessment):
    told = json.loads(decision_json.render(ranker, assessment(ranker)))
    told["in_power"] = told.pop("in_force")
    assert _faults("register", json.dumps(told)) == ["'in_force' is a required property"]
