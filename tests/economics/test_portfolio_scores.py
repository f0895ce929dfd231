"""Decisions by their framework scores."""

import pytest
from msgspec import structs

from roi_plugin.economics.portfolio_scores import scored
from roi_plugin.model.policy import Policy
from roi_plugin.model.scores import FACTOR_PARTS, Factor, Level, Scores


def scores(*levels):
    return Scores(**{name: Factor(whole=Level(level=level)) for name, level in zip(FACTOR_PARTS, levels, strict=True)})


@pytest.fixture
def judged(decision):
    def build(identifier, *levels, chosen=True):
        record = decision({"id": "a", "chosen": chosen, "scores": scores(*levels) if levels else None})
        return structs.replace(record, id=identifier)

    return build


def test_decisions_stand_by_their_share_of_first_ranks(judged):
    rows = scored([judged("0001", 3, 3, 2, 4, 4), judged("0002", 3, 2, 5, 2, 1)], Policy())
    assert [row.decision.id for row in rows] == ["0002", "0001"]
    assert sum(row.first_share for row in rows) == pytest.approx(1)
    assert rows[0].framework.balanced == pytest.approx(11 / 9)  # C7.2


def test_decisions_that_are_never_first_stand_by_gain_less_cost(judged):
    best, middle, worst = judged("0001", 5, 5, 5, 1, 1), judged("0002", 4, 4, 4, 2, 2), judged("0003", 2, 2, 2, 4, 4)
    rows = scored([worst, middle, best], Policy())
    assert [(row.decision.id, row.first_share) for row in rows] == [("0001", 1), ("0002", 0), ("0003", 0)]


def test_decisions_without_scores_or_choice_stand_last_with_the_reason(judged):
    rows = scored(
        [judged("0001"), judged("0002", 1, 1, 1, 5, 5, chosen=False), judged("0003", 1, 1, 1, 5, 5)], Policy()
    )
    found = [(row.decision.id, row.first_share, row.framework.reason) for row in rows]
    assert found == [("0003", 1, None), ("0001", None, "it has no scores"), ("0002", None, "no option is chosen")]


def test_scores_of_the_whole_decision_count_where_no_option_is_chosen(judged, decision):
    bare = structs.replace(decision(), id="0001", scores=scores(4, 3, 3, 2, 2))
    undecided = structs.replace(judged("0002", 1, 1, 1, 5, 5, chosen=False), scores=scores(3, 3, 3, 3, 3))
    found = [(row.decision.id, row.framework.balanced) for row in scored([undecided, bare], Policy())]
    assert found == [("0001", pytest.approx(2 / 3)), ("0002", 0)]


def test_scores_of_the_whole_decision_count_for_its_chosen_option(judged):
    (row,) = scored([structs.replace(judged("0001"), scores=scores(3, 3, 3, 3, 3))], Policy())
    assert (row.first_share, row.framework.raw) == (1, 0.5)
