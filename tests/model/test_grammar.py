"""The quantity grammar of the specification's section G1."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.model.grammar import QuantityError, parse_quantity
from roi_plugin.model.quantity import (
    Constant,
    Expression,
    Name,
    Operation,
    Period,
    Point,
    Quantiles,
    Range,
    Triple,
)


@pytest.mark.parametrize(
    ("written", "quantity"),
    [
        (12000, Point(value=12000.0)),
        (0.35, Point(value=0.35)),
        ("25k", Point(value=25_000.0)),
        ("1.2M", Point(value=1_200_000.0)),
        ("2B", Point(value=2e9)),
        ("-5k", Point(value=-5_000.0)),
        ("1e3", Point(value=1_000.0)),
        (".5", Point(value=0.5)),
        ("5%", Point(value=0.05, unit="%")),
        ("5 %", Point(value=0.05, unit="%")),
        ("7%", Point(value=0.07, unit="%")),
        ("0.5pp", Point(value=0.005, unit="pp")),
        ("5% sessions", Point(value=0.05, unit="% sessions")),
        ("3 EUR", Point(value=3.0, unit="EUR")),
        ("3€", Point(value=3.0, unit="€")),
        ("200ms", Point(value=200.0, unit="ms")),
        ("12 EUR/booking", Point(value=12.0, unit="EUR/booking")),
        ("22k per year", Point(value=22_000.0, period=Period.YEAR)),
        ("60000 per month", Point(value=60_000.0, period=Period.MONTH)),
        ("30k..60k per year", Range(low=30_000.0, high=60_000.0, period=Period.YEAR)),
        ("500k..1.2M", Range(low=500_000.0, high=1_200_000.0)),
        ("-5k .. 10k", Range(low=-5_000.0, high=10_000.0)),
        ("0.2%..2%", Range(low=0.002, high=0.02, unit="%")),
        ("0.2..2%", Range(low=0.002, high=0.02, unit="%")),
        ("500..2k", Range(low=500.0, high=2_000.0)),
        ("5..5", Range(low=5.0, high=5.0)),
        ("20..60 person-weeks", Range(low=20.0, high=60.0, unit="person-weeks")),
        ("1 EUR..2 EUR", Range(low=1.0, high=2.0, unit="EUR")),
        (
            "160..260 person-weeks per year",
            Range(low=160.0, high=260.0, unit="person-weeks", period=Period.YEAR),
        ),
        ("2k < 5k < 20k", Triple(low=2_000.0, likely=5_000.0, high=20_000.0)),
        ("1 < 1 < 3 EUR", Triple(low=1.0, likely=1.0, high=3.0, unit="EUR")),
        ("p10 17 p50 24 p90 35", Quantiles(p10=17.0, p50=24.0, p90=35.0)),
        ("p10 1 p50 2 p90 5% per month", Quantiles(p10=0.01, p50=0.02, p90=0.05, unit="%", period=Period.MONTH)),
        ("2 * 3k", Point(value=6_000.0)),
        ("(1 + 2) * 3 person-days", Point(value=9.0, unit="person-days")),
        ("users", Expression(root=Name(name="users", offset=0))),
        (
            "2 * run-cost per year",
            Expression(
                root=Operation(operator="*", left=Constant(value=2.0), right=Name(name="run-cost", offset=4)),
                period=Period.YEAR,
            ),
        ),
    ],
)
def test_quantity_is_read_as_people_write_it(written, quantity):
    assert parse_quantity(written) == quantity


def infix(node):
    if isinstance(node, Operation):
        return f"({infix(node.left)}{node.operator}{infix(node.right)})"
    return node.name if isinstance(node, Name) else f"{node.value:g}"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a + b * c", "(a+(b*c))"),
        ("a - b - c", "((a-b)-c)"),
        ("(a + b) * c", "((a+b)*c)"),
        ("a / 2 * b", "((a/2)*b)"),
        ("a * -b", "(a*(0-b))"),
        ("a-b", "a-b"),
        ("a - b", "(a-b)"),
        ("a -b", "(a-b)"),
        ("2-b", "(2-b)"),
        ("keep.run-cost - 5k", "(keep.run-cost-5000)"),
        ("share * 5%", "(share*0.05)"),
    ],
)
def test_arithmetic_binds_as_in_school_and_hyphens_belong_to_names(text, tree):
    assert infix(parse_quantity(text).root) == tree


def test_names_know_where_they_stand():
    right = parse_quantity("  users * uplift").root.right
    assert (right.name, right.offset) == ("uplift", 10)


@pytest.mark.parametrize(
    ("text", "message", "offset", "help_"),
    [
        ("", "the quantity is empty", 0, "write a number or a range"),
        ("60k..30k", "the range is reversed", 0, "write `30k..60k`"),
        ("30k..", "a number is missing", 5, None),
        ("..30k", "a number or a name is missing here", 0, None),
        (
            "5 per yeer",
            "`yeer` is no period: expected hour, day, week, month, quarter or year",
            6,
            "did you mean `year`?",
        ),
        ("5 per years", "`years` is no period", 6, "did you mean `year`?"),
        ("5 per", "a period is missing after `per`", 5, None),
        ("1,000", "a comma is no part of a number", 1, "write `1000` or `1k`"),
        ("12.000", "it is not clear whether `12.000` counts thousands", 0, "write `12` or `12000`"),
        ("12k..1.250 EUR", "it is not clear whether `1.250` counts thousands", 5, "write `1.25` or `1250`"),
        ("1.250.000", "two numbers stand side by side", 5, "write thousands as `1000`"),
        ("1 000", "two numbers stand side by side", 2, "write thousands as `1000`"),
        ("30k-60k", "two numbers need `..` between them", 3, "a range is written `30k..60k`"),
        ("30k - 60k per year", "two numbers need `..` between them", 4, "a range is written `30k..60k`"),
        ("30k to 60k", "two numbers need `..` between them", 4, "a range is written `30k..60k`"),
        ("30k–60k", "a dash is no sign of a quantity", 3, "a range is written `30k..60k`"),  # noqa: RUF001
        ("30k...60k", "a point here belongs to no number", 3, "a range has two points"),
        ("5..10k", "it is not clear whether `5` means `5k`", 0, "write `5k`"),
        ("5%..10", "`5%` and `10` do not count in the same unit", 0, "write `%` at the last number"),
        ("5 EUR..10 USD", "`EUR` and `USD` are two units", 0, "write the unit once"),
        ("3 < 2 < 5", "the three numbers of a triple must rise", 0, None),
        ("1 < 2", "a number is missing: a triple has three numbers", 5, None),
        ("p10 5 p50 4 p90 9", "p10, p50 and p90 must rise", 4, None),
        ("p10 5 p90 9", "a number is missing: quantiles are written", 6, None),
        ("30K", "`K` is no unit", 2, "write `k` (thousand)"),
        ("3 million", "`million` is no unit", 2, "write `M`"),
        ("30k..60k / year", "a rate is written with `per`, not `/year`", 9, "write `per year`"),
        ("30k p.a.", "`p.a.` is no period", 4, "write `per year`"),
        ("30k p.a", "`p.a` is no unit", 4, "write `per year`"),
        ("30k per annum", "`annum` is no period", 8, "did you mean `year`?"),
        ("30k per Monat", "`Monat` is no period", 8, "did you mean `month`?"),
        ("30k/year", "a rate is written with `per`, not `/year`", 3, "write `per year`"),
        ("30k EUR/year", "a rate is written with `per`, not `/year`", 8, "write `EUR per year`"),
        ("30k per year..60k per year", "the period stands in the middle", 12, "write it once, at the end"),
        ("EUR 30k", "a currency stands behind the number", 0, "write `30k EUR`"),
        ("12_000", "an underscore is no part of a number", 2, "write `1000` or `1k`"),
        ("12k ± 3k", "`±` is no sign of a quantity", 4, "write both ends"),
        ("$30k", "a currency stands behind the number", 0, "write `30k USD`"),
        ("2026-03-02", "a date is no quantity", 0, "times are months"),
        ("nan", "`nan` is no number to compute with", 0, None),
        ("5 * inf", "`inf` is no number to compute with", 4, None),
        ("1e400", "`1e400` is too large to compute with", 0, None),
        ("1e-400", "`1e-400` is too small to compute with", 0, None),
        ("1e308 * 1e308", "the result is too large to compute with", 6, None),
        ("a / 0", "this divides by zero", 2, None),
        ("a / (1 - 1)", "this divides by zero", 2, None),
        ("(a + b", "a bracket is not closed", 0, "add `)`"),
        ("a + b)", "`)` cannot stand here", 5, None),
        ("a +", "a number or a name is missing here", 3, None),
        ("a b", "`b` was not expected here", 2, "units are one word"),
        ("3 users * 4", "`*` cannot stand here", 8, "name the number under `inputs`"),
        ("a * 3 users * 4", "a unit cannot stand inside arithmetic", 6, "name the number under `inputs`"),
        ("__import__('os')", "an apostrophe is no part", 11, None),
        ("a.b()", "`(` cannot stand here", 3, None),
        ("[1, 2]", "'[' is no sign of a quantity", 0, None),
        ("(" * 100 + "1", "more than 20 brackets stand inside each other", 21, None),
        ("-" * 100 + "1", "more than 20 signs stand before one number", 21, None),
        ("1" * 201, "this quantity has 201 characters, expected 200 at most", 0, "give its parts names"),
    ],
)
def test_fault_says_what_is_wrong_where_and_how_to_mend_it(text, message, offset, help_):
    with pytest.raises(QuantityError) as caught:
        parse_quantity(text)
    error = caught.value
    assert error.message.startswith(message)
    assert error.offset == offset
    assert (error.help or "").startswith(help_ or "")
    assert help_ is None or error.help


@pytest.mark.parametrize("value", [True, None, [], {}, math.nan, math.inf, -math.inf, 10**400])
def test_what_is_no_number_and_no_text_is_refused(value):
    with pytest.raises(QuantityError):
        parse_quantity(value)


def numbers_in(quantity):
    fields = ("value", "low", "likely", "high", "p10", "p50", "p90")
    return [getattr(quantity, name) for name in fields if hasattr(quantity, name)]


def attempt(written):
    """The quantity and no error, or no quantity and the error; any other exception passes through."""
    try:
        return parse_quantity(written), None
    except QuantityError as error:
        return None, error


PIECES = ["1", "30k", "2.5M", "%", "pp", "..", "<", " ", "p10", "p50", "p90", "per", "year", "a", "a-b", "(", ")"]
PIECES += [
    "+",
    "-",
    "*",
    "/",
    "1e308",
    "1e-320",
    "EUR",
    "person-weeks",
    "0",
    "to",
    "nan",
    "\N{ARABIC-INDIC DIGIT THREE}",
]


@given(st.one_of(st.text(max_size=250), st.lists(st.sampled_from(PIECES), max_size=20).map("".join)))
def test_any_text_is_a_quantity_in_finite_numbers_or_a_quantity_error(text):
    quantity, error = attempt(text)
    if error is None:
        assert all(math.isfinite(number) for number in numbers_in(quantity))
    else:
        assert error.message
        assert 0 <= error.offset <= len(text)


@given(st.one_of(st.integers(), st.floats()))
def test_any_number_is_a_point_or_a_quantity_error(value):
    quantity, error = attempt(value)
    assert math.isfinite(quantity.value) if error is None else "infinite" in error.message


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_means_the_same_as_text(value):
    assert parse_quantity(repr(value)) == parse_quantity(value)
