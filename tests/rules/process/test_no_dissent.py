import pytest

RULE = "no-dissent"
PRAISE = (
    "The load has been steady for three years, and the racks of the old shop stand empty. "
    "Own servers pay for themselves in two years, and the team knows how to run them."
)
GERMAN = (
    "Die Last ist seit drei Jahren stetig, und die Schr\u00e4nke des alten Ladens stehen leer. Eigene Rechner zahlen "
    "sich in zwei Jahren zur\u00fcck, jedoch fehlen uns die Leute, und das Risiko tr\u00e4gt der Betrieb allein."
)
DUTCH = (
    "De belasting is al drie jaar gelijk, en de rekken van de oude winkel staan leeg. Eigen machines verdienen zich in "
    "twee jaar terug, maar we hebben te weinig mensen om ze in de zomer goed te laten draaien, en dat is een zorg."
)


@pytest.fixture
def asked(record, problems_of):
    """Whether the rule is concerned about a record of stakes level 2 with this text."""

    def ask(body, text="{}", *others, stakes=2):
        found = problems_of(record(text, body=body), *others, stakes=stakes)
        return [problem.message for problem in found if problem.name == f"risk/{RULE}"]

    return ask


@pytest.mark.parametrize(
    "sentence",
    [
        "But nobody is on call.",
        "It is slower in the first month.",
        "Bad, because it needs a new rack.",
        "There is a risk of a longer outage.",
        "We can't move back within a year.",
        "Lee doubted the figures.",
        "### Drawbacks",
        "One of us objected.",
        "We lose the support of the vendor.",
    ],
)
def test_a_text_that_knows_another_side_is_not_one_sided(asked, sentence):
    assert asked(PRAISE)
    assert asked(f"{PRAISE} {sentence}") == []


@pytest.mark.parametrize(
    ("body", "count"),
    [("", 0), ("The job runs three hours every night.", 0), (PRAISE, 1), (GERMAN, 0), (DUTCH, 0), ("?! " * 90, 0)],
)
def test_what_is_short_missing_or_in_another_language_is_not_judged(asked, body, count):
    assert len(asked(body)) == count


@pytest.mark.parametrize(("words", "count"), [(29, 0), (30, 1)])
def test_thirty_words_are_enough_to_argue(asked, words, count):
    assert len(asked("the rack " * (words // 2) + "rack" * (words % 2))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("objections: [Two of us can mend them]", 0),
        ("objections: none", 1),
        ("premortem: [The servers come late]", 0),
        ("premortem: tbd", 1),
        ("options: [{id: x, chosen: true, chosen_because: It is dearer at first}]", 0),
        ("options: [{id: x, chosen: true, chosen_because: It is the best}]", 1),
        ("options: [{id: x, chosen: true}, {id: y, rejected_because: It is dearer}]", 1),
    ],
)
def test_what_speaks_against_it_may_stand_elsewhere(asked, text, count):
    """What speaks against another option speaks for the chosen one."""
    assert len(asked(PRAISE, f"{{{text}}}")) == count


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: proposed", 1),
        ("delivery: in-progress", 1),
        ("delivery: delivered", 0),
        ("delivery: reverted", 0),
        ("status: draft", 0),
        ("status: rejected", 0),
        ("status: deprecated", 0),
        ("status: superseded", 0),
    ],
)
def test_it_is_asked_while_an_objection_can_still_help(asked, state, count):
    assert len(asked(PRAISE, f"{{{state}}}")) == count


def test_a_decision_that_was_replaced_is_not_asked(asked, record):
    assert asked(PRAISE, "{}", record("supersedes: '0001-cache'", path="0002-better.md")) == []


def test_below_its_stakes_it_is_silent(asked):
    assert asked(PRAISE, stakes=1) == []


def test_the_message_says_how_much_of_the_text_is_praise(asked):
    words = "none of the 33 words of its text speaks against it, and nobody objected"
    assert asked(PRAISE, "reversibility: one-way") == [f"it cannot be taken back, {words}"]
    assert asked(PRAISE, "options: [{id: x, cost: 300k}]") == [f"it may cost 300k EUR, {words}"]
