"""Ranges side by side, as a picture."""

import re

from roi_plugin.pages.interval_chart import MOST, Interval, interval_chart


def _chart(*intervals: Interval) -> str:
    return str(interval_chart("roi-x", "Worth", intervals, "EUR"))


def _one(title: str = "Tune", **figures) -> Interval:
    return Interval(**{"title": title, "mean": 52e3, "p5": -55e3, "p50": -14e3, "p95": 237e3, **figures})


def test_a_chart_says_in_words_what_it_draws_and_holds_no_link_or_script():
    text = _chart(_one(), _one("Adopt", mean=-102e3, chosen=True))
    assert '<svg role="img" aria-labelledby="roi-x-title roi-x-desc"' in text
    assert '<title id="roi-x-title">Worth</title>' in text
    assert (
        '<desc id="roi-x-desc">Tune: expected 52k EUR, 90 % range -55k to 237k. '
        "Adopt: expected -102k EUR, 90 % range -55k to 237k.</desc>"
    ) in text
    assert not set(re.findall(r"<(\w+)", text)) & {"a", "script", "image", "foreignObject", "style"}


def test_bars_share_one_axis_with_its_zero_and_the_chosen_one_is_named():
    text = _chart(
        _one(p5=-100.0, mean=0.0, p50=0.0, p95=100.0), _one("B", chosen=True, mean=60.0, p5=0.0, p50=50.0, p95=100.0)
    )
    assert '<line class="roi-chart__zero" x1="50.0%" x2="50.0%"' in text
    bands = re.findall(r'__band[^>]* x="([\d.]+)%"[^>]* width="([\d.]+)%"', text)
    assert bands == [("4.0", "92.0"), ("50.0", "46.0")]
    assert text.count("✓ chosen") == 1


def test_a_range_without_width_is_not_said_to_be_one():
    text = _chart(_one(mean=28.1e3, p5=28.1e3, p50=28.1e3, p95=28.1e3))
    assert "Tune: expected 28.1k EUR.</desc>" in text


def test_markup_in_a_title_is_text():
    assert "<img" not in _chart(_one("<img src=x onerror=alert(1)>"), _one("</svg><script>alert(1)</script>"))
    assert "<script" not in _chart(_one("</svg><script>alert(1)</script>"))


def test_a_title_that_is_too_long_is_cut_in_the_picture_and_whole_in_the_description():
    text = _chart(_one("a" * 100))
    assert "a" * 100 in text
    assert f">{'a' * 41}…" in text


def test_a_value_without_range_is_a_mark_and_one_without_width_no_chart():
    assert "roi-chart__band" not in _chart(Interval(title="A", mean=5.0))
    assert _chart(Interval(title="A", mean=0.0)) == ""


def test_more_bars_than_can_be_read_are_counted():
    assert "3 more in the table" in _chart(*[_one(f"o{number}") for number in range(MOST + 3)])


def test_of_too_many_bars_the_chosen_the_best_and_the_worst_are_drawn_in_their_order():
    means = {"middling": 5.0, "best": 9.0, "worst": -9.0, "chosen": 1.0, "good": 8.0}
    many = [_one(title, mean=mean, chosen=title == "chosen") for title, mean in means.items()]
    text = str(interval_chart("roi-x", "Worth", many, "EUR", most=3))
    assert re.findall(r"(\w+): expected -?\d", text) == ["best", "worst", "chosen"]
    assert "2 more in the table" in text
