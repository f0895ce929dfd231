import pytest

from roi_plugin.rules.past_spending import argued, called, may_be_past, noted


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("We have already invested 14 months", "already invested"),
        ("ALREADY\u2011INVESTED", ""),
        ("Already-Invested money", "Already-Invested"),
        ("we have sunk 200k into it", "sunk 200k into"),
        ("We have spent two years on it", "have spent two years on it"),
        ("A lot of money has been put into this already", "put into this already"),
        ("The 180k already spent are gone either way", ""),
        ("We have spent two weeks on it, and measured 14 % fewer calls", ""),
        ("", ""),
    ],
)
def test_a_reason_is_quoted_as_it_is_written(reason, said):
    assert argued(reason) == said
    assert may_be_past(reason) or not said


@pytest.mark.parametrize(
    ("name", "beside", "said"),
    [
        ("spent_so_far", "", "spent_so_far"),
        ("Already paid", "prototype", "Already paid"),
        ("spent", "Already under contract", ""),
        ("spent_so_far", "Left out", ""),
    ],
)
def test_a_name_speaks_for_itself_and_the_other_one_may_take_it_back(name, beside, said):
    assert called(name, beside) == said


@pytest.mark.parametrize(
    ("note", "said"), [("30k of it Already Spent", "Already Spent"), ("Already paid by the platform team", "")]
)
def test_a_note_is_read_more_carefully_than_a_name(note, said):
    assert noted(note) == said
