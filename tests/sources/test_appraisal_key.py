"""Two records have one key only where no figure of theirs can differ."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import fields, replace

from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.weighing import weigh
from roi_plugin.model.decision import Decision
from roi_plugin.model.policy import Policy
from roi_plugin.sources.appraisal_key import MOVE_NO_FIGURE, AppraisalKeys
from roi_plugin.sources.record_files import read_folder

RECORDS = Path(__file__).parents[2] / "decisions"
FULL = ("0042-adopt-the-new-ranking-model", "0031-one-feature-pipeline", "0014-numpy", "0051-keep-the-internal")
FOLDER = read_folder(RECORDS, shown_from=RECORDS)


def _record(name: str):
    return next(file for file in FOLDER.records if name in file.path)


@pytest.mark.parametrize("name", FULL)
def test_what_the_key_leaves_out_moves_no_figure(name: str):
    decision = _record(name).decision
    known = {field.name for field in fields(Decision)} & MOVE_NO_FIGURE
    emptied = replace(decision, **dict.fromkeys(known - {"review_due"}, ()), review_due=dt.date(2031, 1, 1))
    policy = Policy()
    assert appraise(emptied, policy) == appraise(decision, policy)
    assert weigh(emptied, policy, appraise(emptied, policy)) == weigh(decision, policy, appraise(decision, policy))
    assert known | {"decision-makers"} == MOVE_NO_FIGURE


@pytest.mark.parametrize("field", sorted(MOVE_NO_FIGURE))
def test_these_fields_are_no_part_of_the_key(field: str):
    file = _record(FULL[0])
    keys = AppraisalKeys(Policy())
    assert keys.of(replace(file, data={**file.data, field: "another"})) == keys.of(file)


@pytest.mark.parametrize("field", ["options", "economics", "evidence", "metrics", "reference_class", "date", "status"])
def test_every_other_field_is(field: str):
    file = _record(FULL[0])
    keys = AppraisalKeys(Policy())
    assert keys.of(replace(file, data={**file.data, field: "another"})) != keys.of(file)
