"""What a schema allows of data is found, down to what stands beside a fault."""

from typing import Any

import pytest

from roi_plugin.sources.schema_problems import schema_problems
from roi_plugin.sources.schemas import fast_validator
from roi_plugin.sources.well_formed import well_formed
from tests.sources.test_validators_agree import RECORD


def left(data: dict[str, Any]) -> dict[str, Any]:
    read = well_formed("decision", data, [problem.field for problem in schema_problems("decision", data)])
    assert read is not None
    assert fast_validator("decision").is_valid(read.data)
    return read.data


def test_a_missing_title_status_or_date_has_a_stand_in() -> None:
    assert set(left({"owner": "kim", "date": "soon"})) == {"title", "status", "date", "owner"}


def test_what_cannot_stand_without_the_fault_goes_with_it() -> None:
    data = RECORD | {"correlations": [{"between": ["a"], "rho": 0.5}, {"between": ["a", "b"], "rho": 0.5}]}
    assert left(data)["correlations"] == [{"between": ["a", "b"], "rho": 0.5}]


@pytest.mark.parametrize("key", sorted(RECORD))
@pytest.mark.parametrize("bad", [None, [[]], {"a b": 1}, "x" * 9_000])
def test_a_fault_in_one_entry_leaves_the_others(key: str, bad: object) -> None:
    others = {name: value for name, value in RECORD.items() if name != key}
    assert left(RECORD | {key: bad}).items() >= others.items()


def test_many_faults_leave_what_is_sound() -> None:
    data = {"owner": "kim"} | {f"unknown{number}": 1 for number in range(500)}
    assert left(data)["owner"] == "kim"
