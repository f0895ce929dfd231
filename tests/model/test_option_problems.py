import datetime as dt

import pytest

from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity, dotted
from roi_plugin.model.option import Cost, Gain, Option
from roi_plugin.model.option_problems import option_problems
from roi_plugin.model.quantity import Point

FIVE = Estimate(text="5", quantity=Point(value=5.0))
DAY = dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([{"gain": FIVE}, {"gains": (Gain(id="g"),)}], []),
        ([{"gain": FIVE, "costs": (Cost(id="c"),)}], []),
        ([{"gain": FIVE, "gains": (Gain(id="g"),)}], [("options[0].gain", "schema/two-forms")]),
        ([{}, {"cost": FIVE, "costs": (Cost(id="c"),)}], [("options[1].cost", "schema/two-forms")]),
        ([{"chosen": True}, {}], []),
        ([{"chosen": True}, {}, {"chosen": True}], [("options[2].chosen", "link/several-chosen")]),
    ],
)
def test_what_an_option_says_twice_is_an_error(options, expected):
    made = tuple(Option(id=f"o{index}", **fields) for index, fields in enumerate(options))
    record = Decision(id="1-a", path="1-a.md", number="1", title="A", status=Status.DRAFT, date=DAY, options=made)
    found = list(option_problems(record))
    assert [(dotted(problem.field), problem.name) for problem in found] == expected
    assert all(problem.severity is Severity.ERROR for problem in found)


@pytest.mark.parametrize(
    ("status", "chosen", "expected"),
    [
        (Status.ACCEPTED, [False, False], ["options"]),
        (Status.ACCEPTED, [False], ["options"]),
        (Status.ACCEPTED, [False, True], []),
        (Status.ACCEPTED, [], []),
        (Status.DRAFT, [False, False], []),
        (Status.PROPOSED, [False, False], []),
        (Status.REJECTED, [False, False], []),
        (Status.SUPERSEDED, [False, False], []),
    ],
)
def test_an_accepted_decision_says_which_of_its_options_it_chose(status, chosen, expected):
    made = tuple(Option(id=f"o{index}", chosen=is_chosen) for index, is_chosen in enumerate(chosen))
    record = Decision(id="1-a", path="1-a.md", number="1", title="A", status=status, date=DAY, options=made)
    found = [problem for problem in option_problems(record) if problem.name == "link/none-chosen"]
    assert [dotted(problem.field) for problem in found] == expected
    assert all(problem.severity is Severity.WARNING for problem in found)
