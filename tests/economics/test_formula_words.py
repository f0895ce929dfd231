import pytest
from hypothesis import given
from hypothesis import strategies as st

from roi_plugin.economics.formula_words import formula_words
from roi_plugin.model.grammar import parse_quantity
from roi_plugin.model.quantity import Name, Operation

NAMES = {"a": "line.a"}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a * b * c", "line.a * b * c"),
        ("(a + b) * c", "(line.a + b) * c"),
        ("a + b * c", "line.a + b * c"),
        ("a - (b - c)", "line.a - (b - c)"),
        ("a / (b * c)", "line.a / (b * c)"),
        ("((a + b) * c - d) / e", "((line.a + b) * c - d) / e"),
        ("a * (b + 1.5)", "line.a * (b + 1.5)"),
    ],
)
def test_a_formula_keeps_its_meaning(written, words):
    assert formula_words(parse_quantity(written).root, NAMES) == words


LEAVES = st.sampled_from([Name(name=name, offset=0) for name in "xyz"])
TREES = st.recursive(
    LEAVES,
    lambda parts: st.builds(
        lambda operator, left, right: Operation(operator=operator, left=left, right=right),
        st.sampled_from("+-*/"),
        parts,
        parts,
    ),
    max_leaves=12,
)


def value(node, numbers):
    if isinstance(node, Name):
        return numbers[node.name]
    left, right = value(node.left, numbers), value(node.right, numbers)
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return left / right


@given(TREES)
def test_a_formula_read_again_has_the_same_value(tree):
    numbers = {"x": 3.1, "y": 5.7, "z": 11.3}
    try:
        expected = value(tree, numbers)
    except ZeroDivisionError:
        return
    read = Name(name="x", offset=0) if isinstance(tree, Name) else parse_quantity(formula_words(tree, {})).root
    if not isinstance(tree, Name):
        assert value(read, numbers) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_a_formula_that_repeats_itself_ends_in_dots():
    node = Name(name="a", offset=0)
    for _ in range(60):
        node = Operation(operator="*", left=node, right=node)
    assert formula_words(node, {}).endswith(" ...")
