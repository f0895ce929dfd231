import pytest

FIELD = ["options[0].chosen_because"]


@pytest.mark.parametrize(
    "reason",
    [
        "Strategic alignment with the org-wide platform",
        "Chose a state-of-the-art model recently launched in our organization.",
        "It is the latest technology",
        "Leadership wants it",
        "The CTO asked for it",
        "Industry standard",
        "Best practice",
        "Everyone uses it",
        "It is new",
        "A modern, future-proof stack",
        "Our organisation's strategic direction for 2026",
        "This is our flagship initiative",
        "The state of the art in 2026, says GPT-4",
        "Strategic for 2026.",
        "State of the art since 01/2026",
        "It uses GPT 4, the newest",
        "The newest iPhone 15",
        "Python 3.12 is the newest",
        "The latest 4.1 release",
        "Newest version 3.5",
        "ISO 27001 best practice",
        "Strategic priority #1",
        "Decided on 3 May 2026 by the board",
        "Phase 1 of the strategy",
        "Top 3 strategic priority",
        "The executives voted 5 to 2",
        "Because the CEO wants it",
        "Because the board wants it",
        "Because it is strategic",
        "We must, because leadership asked for it",
        "It must be the newest",
    ],
)
def test_novelty_fashion_and_authority_alone_are_no_argument(fields, reason):
    assert fields("argument-from-novelty", f'options: [{{id: x, chosen: true, chosen_because: "{reason}"}}]') == FIELD


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "Outsourcing was judged not feasible",
        "State-of-the-art, and it cuts sessions without a click from 14 % to 11 %",
        "The latest release is cheaper",
        "Leadership decided after the outage",
        "Strategic: the contract ends with this year",
        "Fits the racks and the power we already have",
        "Existing memory management is enough",
        "Best practice for key rotation under a regulation",
        "The new search index holds our product vectors",
        "Leadership and the search team compared recall and latency in a pilot",
        "Strategisch wichtig f\u00fcr das Unternehmen",
        "Saves 3 person-weeks a month, says the CTO",
        "Strategic, and EUR 2000 less",
        "Strategic: 2000 % more",
        "Strategic: 3 teams use it",
        "A modern stack, 5x as quick",
        "The latest, because customers asked for it",
        "Leadership wants it because of the outage",
        "The newest, because it must run offline",
        "Option 2 is strategic, and 3 weeks faster",
    ],
)
def test_a_number_a_comparison_a_duty_or_words_about_the_thing_silence_it(fields, reason):
    assert fields("argument-from-novelty", f'options: [{{id: x, chosen: true, chosen_because: "{reason}"}}]') == []


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("options: [{id: x, chosen: true}]", []),
        ("options: [{id: x, chosen_because: Strategic}]", []),
        ("options: [{id: x, chosen: true, chosen_because: Strategic, constraint: The law asks for it}]", []),
        ("{status: proposed, options: [{id: x, chosen: true, chosen_because: Strategic}]}", FIELD),
        ("{status: draft, options: [{id: x, chosen: true, chosen_because: Strategic}]}", []),
        ("{status: deprecated, options: [{id: x, chosen: true, chosen_because: Strategic}]}", []),
    ],
)
def test_only_the_reason_of_a_live_choice_without_constraint_is_read(fields, record, expected):
    assert fields("argument-from-novelty", record) == expected


def test_a_very_long_reason_is_read_in_no_time(fields):
    reason = "strategic " * 20_000 + "- " * 20_000 + "1" * 20_000 + "A" * 20_000 + " 1." + "1." * 20_000
    assert fields("argument-from-novelty", f'options: [{{id: x, chosen: true, chosen_because: "{reason}"}}]') == []
