"""How often each option of a decision ranks first over all weights."""

import pytest

from roi_plugin.economics.framework import Framework, framework
from roi_plugin.economics.framework_ranking import framework_first_shares
from roi_plugin.model.policy import Anchor, FrameworkAnchors, Policy
from roi_plugin.model.scores import FACTOR_PARTS, Factor, Level, Scores


def figures(*levels):
    judged = {name: Factor(whole=Level(level=level)) for name, level in zip(FACTOR_PARTS, levels, strict=True)}
    return framework(Scores(**judged), Policy())


def test_more_gain_and_less_cost_is_always_first():
    assert framework_first_shares([figures(4, 3, 3, 2, 2), figures(3, 3, 3, 2, 3)], Policy()) == (1, 0)


def test_the_talks_two_options_differ_in_skills_motivation_risks_and_involvement():
    tune, sota = figures(3, 2, 5, 2, 1), figures(3, 3, 2, 4, 4)
    # `sota` leads by 1/2 in motivation only; `tune` by 7/2 in skills, 3/2 in risks and 7/4 in involvement.
    lead = [7 / 2, 3 / 2, 7 / 4]
    expected = (1 / 2) ** 3 / ((1 / 2 + lead[0]) * (1 / 2 + lead[1]) * (1 / 2 + lead[2]))
    shares = framework_first_shares([tune, sota], Policy())
    assert shares == pytest.approx((1 - expected, expected), rel=1e-9)


def test_options_without_scores_stay_out():
    assert framework_first_shares([Framework(reason="not scored"), figures(1, 1, 1, 1, 1)], Policy()) == (None, 1)


def test_anchors_of_the_policy_count():
    wide = Policy(framework_anchors=FrameworkAnchors(potential=Anchor(levels=(1, 10, 100, 1000, 10_000))))
    two = [figures(4, 1, 3, 3, 3), figures(3, 5, 3, 3, 3)]
    plain, anchored = framework_first_shares(two, Policy()), framework_first_shares(two, wide)
    assert plain[0] == pytest.approx(1 / (1 + 15 / 4), rel=1e-9)
    assert anchored[0] == pytest.approx(9 / (9 + 15 / 4), rel=1e-9)
