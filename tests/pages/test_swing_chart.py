"""A tornado, as a picture."""

from roi_plugin.pages.swing_chart import Bar, swing_chart

BARS = (
    Bar(name="success", low=-233e3, high=142e3, low_text="no", high_text="yes"),
    Bar(name="build", low=-32e3, high=-200e3, low_text="20 person-weeks", high_text="60 person-weeks"),
)


def test_the_description_names_both_ends_of_each_input():
    text = str(swing_chart("roi-x", "Swings", BARS, -102e3, "EUR"))
    assert "build: -32k EUR at 20 person-weeks, -200k EUR at 60 person-weeks" in text
    assert "Dashed: -102k EUR" in text


def test_the_description_names_the_three_that_move_it_most_and_counts_the_others():
    names = [f"input-{at}" for at in range(5)]
    bars = [Bar(name=name, low=0.0, high=9.0, low_text="1", high_text="2") for name in names]
    said = str(swing_chart("roi-x", "Swings", bars, 5.0, "EUR")).partition("</desc>")[0]
    assert [name for name in names if name in said] == names[:3]
    assert said.endswith("input-2: 0 EUR at 1, 9 EUR at 2. 2 more in the table.")


def test_a_high_end_that_loses_lies_on_the_other_side_of_what_is_expected():
    text = str(swing_chart("roi-x", "Swings", BARS, -102e3, "EUR"))
    ends = [float(line.split('x="')[1].split("%")[0]) for line in text.splitlines() if line.startswith("<rect")]
    low_success, low_build, high_success, high_build = ends
    assert low_success < high_success
    assert high_build < low_build


def test_what_moves_nothing_is_not_drawn():
    assert str(swing_chart("roi-x", "Swings", (), 0.0, "EUR")) == ""


def test_markup_in_a_name_is_text():
    bar = Bar(name="<script>x</script>", low=0.0, high=1.0, low_text="<b>", high_text="</svg>")
    text = str(swing_chart("roi-x", "<i>", [bar], 0.5, "<u>"))
    assert not any(tag in text for tag in ("<script", "<b>", "<i>", "<u>"))
    assert text.count("</svg>") == 1
