import pytest

from roi_plugin.rules.amounts import names_an_amount, without_labels


@pytest.mark.parametrize(
    "text",
    [
        "14 % of the sessions",
        "It costs €2000 less",
        "2000 EUR less",
        "Saves EUR 2026",
        "$3M",
        "A modern stack, 5x as quick",
        "200 ms at the 99th percentile",
        "scored 82 against 61 points",
        "AUC of 0.93",
        "returns 3:1",
        "3 teams use it",
        "3 of 4 teams cannot use it",
        "Ready 9 months later",
        "3 to 8 weeks earlier",
        "Takes 3 to 8.",
        "Cuts the steps from 14 to 11",
        "From 14 to 11.",
        "Option 2 costs 30k less",
        "Option 2 is 3 weeks faster",
        "Each step 3 times faster",
        "Each part 30 % cheaper",
        "Per page 3 EUR",
        "Top 5 % of all vendors",
        "Top 3 of 40 in our benchmark",
        "It saves 24 hours a week",
        "On 3 May 2026 it cost 12k",
        "24/7 support for 5k a year",
        "Phase 1 of the strategy, 12 person-weeks",
        "Accepted by 5 votes to 2, and 40k cheaper",
    ],
)
def test_an_amount_says_how_much(text):
    assert names_an_amount(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Outsourcing was judged not feasible",
        "Strategic for 2026",
        "FY 2026/27 strategy",
        "GPT-4 is the newest",
        "Newest version 3.5",
        "Python 3.12 is the newest",
        "Decided on 3 May 2026 by the board",
        "Decided on the 3rd of May by the board",
        "On May 3rd, 2026, by the board",
        "On May 3, by the board",
        "On 03/05/2026",
        "On 3.5.2026 the CTO agreed",
        "Since 2026-05-03",
        "At 9:30 the board decided",
        "Option 2 fits better",
        "Option 2b fits better",
        "See section 4",
        "See sections 4.1, 4.2 and 5",
        "See page 12 of the talk",
        "See Figure 3",
        "Phase 1 of the strategy",
        "Step 2/3 of the programme",
        "Tier 1 supplier",
        "A Fortune 500 company uses it",
        "Industry 4.0 strategy",
        "24/7 support",
        "24 x 7 support",
        "Top 3 strategic priority",
        "A top-10 vendor",
        "Our number 1 priority",
        "No. 1 of the roadmap",
        "2nd generation, 1st choice",
        "The best of 4 options",
        "One of our 3 strategic priorities",
        "Our 5 year strategy",
        "Best from day 1",
        "The board voted 5 to 2",
        "The board voted 5 to 2 in favour",
        "Accepted by 5 votes to 2",
        "5 of 7 board members want it",
        "Voted 5:2",
    ],
)
def test_a_date_a_version_a_label_a_place_and_a_vote_are_no_amounts(text):
    assert not names_an_amount(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Decided on 3 May 2026 by the board", "Decided on by the board"),
        ("Phase 1 of the strategy", "of the strategy"),
        ("No digits at all, so  nothing changes", "No digits at all, so nothing changes"),
    ],
)
def test_a_label_goes_with_its_word(text, left):
    assert " ".join(without_labels(text).split()) == left


@pytest.mark.parametrize("unit", ["1 to 2 ", "page 1, 1, 1, ", "3 ", "May ", "a A", "5 a", "1.", "9 votes "])
def test_a_very_long_text_is_read_in_no_time(unit):
    assert names_an_amount(unit * 30_000 + "- 7k")
