"""The strips of moves."""

from roi_plugin.pages.drift_chart import Strip, drift_chart


def test_each_move_is_a_dot_and_is_told_in_words():
    html = drift_chart("a", "Moves", [Strip(name="Costs <b>", moves=(20.0, -10.0))], "percent")
    assert html.count("<circle") == 2
    assert "In percent. Costs &lt;b&gt;: -10, 20." in html
    assert "2 moved" in html


def test_without_a_move_nothing_is_drawn():
    assert drift_chart("a", "Moves", [], "days") == ""
