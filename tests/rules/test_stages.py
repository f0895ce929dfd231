import pytest

from roi_plugin.rules.stages import is_over, is_replaced, is_settled


@pytest.mark.parametrize(
    ("delivery", "settled", "over"),
    [
        ("planned", False, False),
        ("in-progress", False, False),
        ("delivered", True, False),
        ("reverted", False, True),
    ],
)
def test_work_ends_with_delivery_and_what_runs_ends_when_it_is_reverted(record, context, delivery, settled, over):
    decision = record(f"delivery: {delivery}")
    view = context(decision)
    assert (is_settled(decision, view), is_over(decision, view)) == (settled, over)


@pytest.mark.parametrize(("status", "replaced"), [("accepted", True), ("proposed", False)])
def test_both_end_when_a_decision_that_took_effect_takes_its_place(record, context, status, replaced):
    decision = record("{}")
    view = context(decision, record(f"{{status: {status}, supersedes: '0001-cache'}}", path="0002-better.md"))
    assert is_replaced(decision, view) is is_settled(decision, view) is is_over(decision, view) is replaced
