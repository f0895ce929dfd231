"""A sum that is known is not worked out again, and one of other parts is never taken for it."""

import json

import pytest
from msgspec.structs import replace

from roi_plugin.economics import addend
from roi_plugin.economics.appraisal import appraise
from roi_plugin.economics.known_sums import knowing
from roi_plugin.economics.portfolio import member, total
from roi_plugin.model.policy import Policy

POLICY = Policy()


class _Table(dict):
    def put(self, key, value):
        self[key] = json.loads(json.dumps(value))


@pytest.fixture
def part(decision):
    """A decision of a portfolio with this gain, by its id."""

    def build(gain, identifier):
        record = decision({"id": "do", "chosen": True, "gain": gain, "cost": "12k..25k"})
        record = replace(record, id=identifier, path=f"{identifier}.md")
        return member(record, appraise(record, POLICY), POLICY, in_force=True)

    return build


@pytest.fixture
def worked_out(monkeypatch):
    """How many sums were worked out."""
    found = []
    work_out = addend.summed_around

    def counted(*asked):
        found.append(asked)
        return work_out(*asked)

    monkeypatch.setattr(addend, "summed_around", counted)
    return found


def test_a_known_sum_is_the_same_and_not_worked_out_again(worked_out, part):
    members, table = [part("30k..60k", "a"), part("10k..20k", "b")], _Table()
    anew = total(members)
    worked_out.clear()
    with knowing(table, "code"):
        assert [total(members) for _ in range(3)] == [anew] * 3
    assert len(worked_out) == 1


@pytest.mark.parametrize("spoil", [lambda one: one[:3], lambda _: "text", lambda one: [*one[:7], None]])
def test_a_spoilt_table_is_not_believed(spoil, part):
    members, table = [part("30k..60k", "a"), part("10k..20k", "b")], _Table()
    with knowing(table, "code"):
        anew = total(members)
        assert table
        for key in table:
            table[key] = spoil(table[key])
        assert total(members) == anew


def test_other_parts_or_other_code_make_another_sum(part):
    one, first, other, table = part("10k..20k", "b"), part("30k..60k", "a"), part("30k..61k", "a"), _Table()
    for members, code in (([first], "code"), ([other], "code"), ([first, other], "code"), ([first], "newer")):
        with knowing(table, code):
            found = total([*members, one])
        assert found == total([*members, one])
    assert len(table) == 4


def test_the_sum_over_one_decision_is_known_without_a_table(worked_out, part):
    table = _Table()
    with knowing(table, "code"):
        assert total([part("30k..60k", "a")]).npv.p5 is not None
    assert (worked_out, table) == ([], {})
