import pytest
from msgspec import structs

from roi_plugin.model.finding import Severity
from roi_plugin.rules.catalogue import RULES
from roi_plugin.rules.rule import OPEN, Concern, Rule
from roi_plugin.rules.rule_faults import concern_fault, rule_fault

OWN = Rule(
    name="no-ticket",
    severity=Severity.ERROR,
    level=0,
    asked_of=OPEN,
    mend="name one",
    check=lambda _decision, _context: (),
    page=None,
    origin="house-rules",
)


def test_rules_as_they_should_be_have_no_fault():
    assert [rule_fault(rule) for rule in (OWN, *RULES)] == [None] * (1 + len(RULES))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "risk/no-ticket"}, "its name is 'risk/no-ticket': expected letters, digits"),
        ({"name": "Bad Name"}, "its name is 'Bad Name': expected"),
        ({"name": ""}, "its name is '': expected"),
        ({"name": None}, "its name is None: expected"),
        ({"name": "a" * 81}, "expected letters"),
        ({"severity": "warning"}, "its severity is 'warning': expected Severity.ERROR, Severity.WARNING or Severity.I"),
        ({"severity": None}, "its severity is None"),
        ({"level": 7}, "its level is 7: expected 0, 1 or 2"),
        ({"level": True}, "its level is True"),
        ({"level": "1"}, "its level is '1'"),
        ({"asked_of": None}, "its asked_of is None: expected a set of Status"),
        ({"asked_of": {"accepted"}}, "its asked_of is {'accepted'}: expected a set of Status"),
        ({"asked_of": frozenset()}, "it would never be asked"),
        ({"mend": None}, "its mend is None: expected what to write or do"),
        ({"mend": " "}, "its mend is ' '"),
        ({"page": 1}, "its page is 1: expected the docstring"),
        ({"check": None}, "its check is None: expected a function"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_was_expected(change, said):
    assert said in rule_fault(structs.replace(OWN, **change))


@pytest.mark.parametrize(
    ("concern", "said"),
    [
        ("no ticket", "it yields 'no ticket': expected `roi_plugin.rules.rule.Concern`"),
        (Concern(field=("x",), message=None), "the message of its concern is None"),
        (Concern(field=("x",), message=" "), "expected a sentence"),
        (Concern(field="problem", message="No."), "the field of its concern is 'problem': expected a tuple"),
        (Concern(field=(None,), message="No."), "the field of its concern is (None,)"),
        (Concern(field=("x",), message="No.", help=3), "the help of its concern is 3"),
        (Concern(field=("x",), message="No.", since="2026-01-01"), "the since of its concern is '2026-01-01'"),
    ],
)
def test_what_is_no_concern_is_told_too(concern, said):
    assert said in concern_fault(concern)


@pytest.mark.parametrize("field", [(), ("options", 0, "gain")])
def test_a_concern_as_it_should_be_has_no_fault(field):
    assert concern_fault(Concern(field=field, message="No ticket is named.", help="name one")) is None


def test_a_rule_without_a_page_is_titled_by_its_name():
    assert (OWN.title, OWN.asks) == ("No ticket", "")
