import pytest

RULE = "sunk-cost"
LINE = "options[0].costs[0]"


def chosen(reason):
    return f'options: [{{id: x, chosen: true, chosen_because: "{reason}"}}]'


@pytest.mark.parametrize(
    "reason",
    [
        "We have already invested 14 months",
        "We've already spent 2M on it",
        "200k were already spent, so we finish it",
        "2M have already been invested, and we do not want to lose that",
        "Too much money was already put into it to stop",
        "We have spent too much on this to turn back",
        "The 300k spent so far would be wasted",
        "Because of the investment to date",
        "ALREADY INVESTED: three years",
        "we have sunk 200k into it",
        "We have spent two years on it",
        "We\u2019ve put two years into this project, and want to see it through",
        "We spent 2M on it.",
        "A lot of money has been put into this already",
        "Two years have been invested in it",
    ],
)
def test_what_was_spent_before_is_no_reason(fields, reason):
    assert fields(RULE, chosen(reason), stakes=0) == ["options[0].chosen_because"]


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "It costs 12k and brings 40k a year",
        "The 180k already spent are gone either way",
        "What was already spent does not count: 12k against 40k",
        "Whatever was already invested, it costs 12k and brings 40k",
        "200k were already spent; the remaining 12k bring 40k a year",
        "40k already spent, 12k still to pay, 60k to come",
        "We already spent a third of our time per month on repairs",
        "The vendor has already invested 20M in it",
        "Our partners have already invested in the same platform",
        "We already invested in the tools, so it is cheaper to run",
        "We already invested in people who know it",
        "Low sunk costs: it is easy to leave",
        "We already have it",
        "Schon viel Geld ausgegeben",
        "We have spent two weeks on it, and measured 14 % fewer calls",
        "We have spent two weeks on the comparison",
        "We spent a month on this question",
        "It builds on the controls that were put in place already",
        "The price has sunk by 20 %",
        "The company invested in tools that we already run",
        "We have sunk 200k into it; the remaining 12k bring 40k a year",
    ],
)
def test_what_is_still_to_come_what_is_there_and_what_others_spent_are_reasons(fields, reason):
    assert fields(RULE, chosen(reason)) == []


def test_a_reason_against_another_option_is_read_too(fields):
    options = "[{id: x, chosen: true}, {id: stop, rejected_because: We have already invested two years}]"
    assert fields(RULE, f"options: {options}") == ["options[1].rejected_because"]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("{id: sunk, money: 40k}", "id"),
        ("{id: spent_so_far, money: 40k}", "id"),
        ("{id: already-invested, time: 12 person-weeks}", "id"),
        ("{id: prototype, title: Already paid, money: 40k}", "title"),
        ("{id: prototype, title: Prior spending on the prototype, money: 40k}", "title"),
        ("{id: cost_to_date, money: 40k}", "id"),
        ("{id: prototype, money: 40k..60k, note: 30k of it already spent}", "note"),
        ("{id: prior_investment, same_as: y.work}", "id"),
    ],
)
def test_what_was_spent_before_is_no_cost(fields, line, part):
    assert fields(RULE, f"options: [{{id: x, chosen: true, costs: [{line}]}}]", stakes=0) == [f"{LINE}.{part}"]


@pytest.mark.parametrize(
    "line",
    [
        "{id: build, money: 40k}",
        "{id: spent_so_far, money: 0}",
        "{id: spent_so_far}",
        "{id: spent, title: Already under contract, money: 40k}",
        "{id: spent_so_far, title: Left out, money: 40k}",
        "{id: build, money: 40k, note: 30k was already spent and is left out}",
        "{id: build, money: 40k, note: Without the 30k already spent}",
        "{id: build, money: 40k, note: 30k was already spent; this is the remaining part}",
        "{id: build, money: 40k, note: Based on what was already spent on the first region}",
        "{id: build, money: 40k, note: Estimated from past costs of the same kind}",
        "{id: heat_sink, money: 40k, title: Cooling}",
        "{id: licence, money: 40k per year, note: Already paid by the platform team until May}",
    ],
)
def test_what_is_still_to_be_paid_is_a_cost(fields, line):
    assert fields(RULE, f"options: [{{id: x, chosen: true, costs: [{line}]}}]") == []


def test_options_that_were_not_chosen_are_compared_too(fields):
    options = "[{id: x, chosen: true}, {id: y, costs: [{id: a, money: 1k}, {id: spent_so_far, money: 40k}]}]"
    assert fields(RULE, f"options: {options}") == ["options[1].costs[1].id"]


@pytest.mark.parametrize(
    ("note", "expected"), [("20k of it already spent", ["options[0].cost.note"]), ("as offered in May", [])]
)
def test_the_note_of_a_cost_in_one_amount_is_read(fields, note, expected):
    cost = f"{{range: 30k..50k, note: {note}}}"
    assert fields(RULE, f"options: [{{id: x, chosen: true, cost: {cost}}}]") == expected


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: delivered", 1),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_of_what_is_compared_or_binds(fields, state, count):
    options = "options: [{id: x, costs: [{id: spent_so_far, money: 40k}]}]"
    assert len(fields(RULE, f"{{{state}, {options}}}")) == count


def test_a_decision_that_was_replaced_is_not_asked(fields, record):
    successor = record("supersedes: '0001-cache'", path="0002-better.md")
    assert fields(RULE, chosen("We have already invested 14 months"), successor) == []


def test_a_very_long_text_is_read_in_no_time(fields):
    reason = "already " * 20_000 + "too much " * 20_000 + "spent" * 20_000
    assert fields(RULE, chosen(reason)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            chosen("We have already invested 14 months"),
            "the reason rests on what is gone whichever option is taken: \u201calready invested\u201d",
        ),
        (
            "options: [{id: x, chosen: true, costs: [{id: spent_so_far, money: 40k}]}]",
            "the cost `spent_so_far` speaks of \u201cspent_so_far\u201d: what is gone costs no option anything",
        ),
        (
            "options: [{id: x, chosen: true, costs: [{id: rest, money: 40k, title: ALREADY Spent}]}]",
            "the cost `rest` speaks of \u201cALREADY Spent\u201d: what is gone costs no option anything",
        ),
    ],
)
def test_the_message_quotes_the_words_as_they_are_written(record, problems_of, text, message):
    assert message in [problem.message for problem in problems_of(record(text))]
