"""The working as nested lists."""

import pytest

from roi_plugin.economics.step import Step
from roi_plugin.pages.step_list import step_list


@pytest.mark.parametrize(
    ("unit", "shown"), [("money", "102,124 EUR"), ("fraction", "10,212,400 %"), ("months", "102,124 months")]
)
def test_a_value_is_shown_in_its_unit(unit, shown):
    assert f"<b>{shown}</b>" in step_list([Step(key="a", label="A", value=102_124.0, unit=unit)], "EUR")


def test_a_step_that_stands_on_others_can_be_opened_and_one_that_does_not_is_a_line():
    inner = Step(key="input/x", label="`x`", value=1.0, formula="`1..2`", notes=("by kim",))
    html = step_list(
        [Step(key="a", label="A", value=2.0, formula="x + 1", parts=(inner,)), Step(key="b", label="B")], ""
    )
    assert html.count("<details") == 1
    assert "<code>x</code> = <b>1</b>" in html
    assert "by kim" in html


def test_an_input_of_several_figures_is_told_once():
    inner = Step(key="input/x", label="x", value=1.0, notes=("by kim",))
    html = step_list([Step(key="a", label="A", parts=(inner,)), Step(key="b", label="B", parts=(inner,))], "")
    assert html.count("by kim") == 1
    assert "as above" in html


def test_figures_in_a_row_that_come_from_one_formula_share_a_line_and_tell_it_once():
    shares = [Step(key=name, label=name, value=1.0, formula="of all cases") for name in ("low", "middle", "high")]
    other = Step(key="x", label="x", value=1.0, formula="of some cases")
    alone = Step(key="y", label="y", value=1.0, formula="of all cases", notes=("a note",))
    html = step_list([*shares, other, alone], "")
    assert "<li>low = <b>1</b> <i>of all cases</i><br>middle = <b>1</b><br>high = <b>1</b></li>" in html
    assert html.count("<li>") == 3


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("break-even of `y` with `b`", "<code>y</code>"),
        ("break-even of `y` with `c`", "break-even of <code>y</code> with <code>c</code>"),
        ("worth of `y` with `b`", "worth of <code>y</code> with <code>b</code>"),
        ("break-even of `x` with `b`", "break-even of <code>x</code> with <code>b</code>"),
        ("break-even of `<x>` with `b`", "<code>&lt;x&gt;</code>"),
        ("median", "median"),
    ],
)
def test_figures_in_a_row_that_differ_in_a_name_alone_go_by_that_name(label, shown):
    first = Step(key="0", label="break-even of `x` with `b`", value=1.0, formula="the rest as stated")
    html = step_list([first, Step(key="1", label=label, value=2.0, formula="the rest as stated")], "")
    assert f"<br>{shown} = <b>2</b></li>" in html


def test_what_is_not_known_has_its_reason():
    assert ": signs change" in step_list([Step(key="a", label="IRR", reason="signs change")], "")


def test_markup_is_text_wherever_it_stands():
    bad = "<img src=x>`<em>`"
    step = Step(key=bad, label=bad, formula=bad, notes=(bad,), reason=bad, parts=(Step(key="b", label=bad),))
    assert not any(tag in step_list([step], bad) for tag in ("<img", "<em>"))
