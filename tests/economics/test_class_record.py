"""What the named reference classes have on record; base rates of the model document, section D2."""

import pytest
from msgspec import structs

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.class_record import base_rate, overrun_record
from roi_plugin.model.decision import ReferenceClass
from roi_plugin.model.policy import Policy


@pytest.fixture
def named(decision):
    def build(**classes):
        return structs.replace(decision(), reference_class=ReferenceClass(**classes))

    return build


def test_without_a_class_nothing_is_on_record(decision, named):
    for record in (decision(), named(), named(cost="sofware-effort", benefit="gut-feeling")):
        assert (base_rate(record, Policy()), overrun_record(record)) == (None, None)


@pytest.mark.parametrize(("successes", "failures", "expected"), [(0, 0, Beta(a=2, b=4)), (3, 1, Beta(a=5, b=5))])
def test_the_teams_own_record_updates_the_published_chance(named, successes, failures, expected):
    policy = Policy(team_successes=successes, team_failures=failures)
    assert base_rate(named(benefit="online-experiments"), policy) == expected


def test_a_class_for_cost_has_its_overrun(named):
    assert overrun_record(named(cost="software-effort")).multiple.sigma == pytest.approx(0.4111234, rel=1e-6)
