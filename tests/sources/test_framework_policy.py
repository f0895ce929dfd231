"""How the framework's factors count, as `policy.yml` says it."""

from typing import Any

import pytest

from roi_plugin.model.policy import Anchor, FrameworkAnchors
from roi_plugin.sources.framework_policy import anchors_in, weights_in
from roi_plugin.sources.policy_data import policy_from_data
from roi_plugin.sources.schemas import fast_validator


def test_a_factor_without_a_weight_keeps_the_default() -> None:
    weights = weights_in({"weights": {"skills": 20, "x-why": "few can do it"}})
    assert (weights.skills, weights.potential, weights.risks) == (20.0, 100.0, 100.0)


@pytest.mark.parametrize("levels", [[1, 3, 10, 10, 100], [5, 4, 3, 2, 1]])
def test_levels_that_do_not_rise_are_a_problem_and_count_as_absent(levels: list[int]) -> None:
    anchors = {"risks": {"levels": levels}, "skills": {"levels": [1, 2, 3, 4, 5]}}
    data = {"framework": {"anchors": anchors}}
    assert fast_validator("policy").is_valid(data)
    policy, (problem,) = policy_from_data(data)
    assert policy.framework_anchors == FrameworkAnchors(skills=Anchor(levels=(1.0, 2.0, 3.0, 4.0, 5.0)))
    assert (problem.name, problem.field) == ("schema/quantity", ("framework", "anchors", "risks", "levels"))
    assert problem.message.endswith("do not rise: expected each to be larger than the one before")


def test_several_wrong_anchors_are_several_problems() -> None:
    problems: list[Any] = []
    wrong = {"levels": [1, 1, 1, 1, 1]}
    assert anchors_in({"anchors": {"risks": wrong, "skills": wrong}}, (), problems) == FrameworkAnchors()
    assert [problem.field[1] for problem in problems] == ["skills", "risks"]


@pytest.mark.parametrize(
    "framework",
    [
        {"weights": {"luck": 5}},
        {"weights": {"skills": -1}},
        {"anchors": {"skills": {"unit": "people"}}},
        {"anchors": {"skills": {"levels": [1, 2, 3, 4]}}},
        {"anchors": {"skills": {"levels": [0, 1, 2, 3, 4]}}},
    ],
)
def test_what_makes_no_sense_is_refused_by_the_schema(framework: dict[str, Any]) -> None:
    assert not fast_validator("policy").is_valid({"framework": framework})
