"""Forecasts and what came, as a picture."""

import re

from roi_plugin.economics.forecast_actual import ForecastActual
from roi_plugin.pages.forecast_chart import MOST, forecast_chart


def _chart(*rows: ForecastActual) -> str:
    return str(forecast_chart("roi-x", "Came", rows))


def _one(**values) -> ForecastActual:
    return ForecastActual(
        **{
            "name": "build",
            "forecast": "20..60",
            "actual": "71",
            "spans": ((20.0, 36.0, 60.0), (70.0, 70.0, 70.0)),
            **values,
        }
    )


def test_the_range_and_the_dot_share_one_scale():
    text = _chart(_one())
    assert re.search(r'__band[^>]* x="4.0%"[^>]* width="73.6%"', text)
    assert '<circle class="roi-chart__came roi-chart__came--beyond" cx="96.0%"' in text


def test_a_dot_within_the_range_is_filled():
    assert "--beyond" not in _chart(_one(spans=((20.0, 36.0, 60.0), (30.0, 30.0, 30.0))))


def test_a_measured_range_is_a_line_through_the_dot():
    assert _chart(_one(spans=((20.0, 36.0, 60.0), (30.0, 35.0, 40.0)))).count("roi-chart__came-line") == 1


def test_an_event_stands_between_never_and_always():
    text = _chart(_one(forecast="0.4", actual="yes", is_event=True, spans=((0.4,) * 3, (1.0,) * 3)))
    assert '<circle class="roi-chart__came" cx="96.0%"' in text
    assert "it happened" in text
    assert "a chance of 0.4" in text
    assert "__band" not in text


def test_what_it_draws_stands_in_words_and_it_holds_no_link():
    text = _chart(_one(name="<b>"))
    assert '<desc id="roi-x-desc">&lt;b&gt;: 20..60; 71</desc>' in text
    assert not set(re.findall(r"<(\w+)", text)) & {"a", "script", "b"}


def test_what_cannot_be_compared_is_left_to_the_table():
    assert _chart(_one(spans=None)) == ""
    assert _chart(_one(spans=((5.0,) * 3, (5.0,) * 3))) == ""
    assert _chart(*[_one()] * (MOST + 3)).count("<circle") == MOST
