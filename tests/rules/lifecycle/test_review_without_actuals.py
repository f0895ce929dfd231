import pytest

OPTIONS = "options: [{id: x, chosen: true, cost: 5k..9k}]"


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ("", []),
        ("{date: 2026-09-01, outcome: kept}", ["reviews[0].actuals"]),
        ("{date: 2026-09-01, actuals: {x: 7k}}", []),
        ("{date: 2026-09-01, actuals: {outage: 'yes'}}", []),
        ("{date: 2026-09-01, observations: [{date: 2026-08-30, value: 182}]}", []),
        ("{date: 2026-09-01, observations: [{date: 2026-08-30, note: fine}]}", ["reviews[0].actuals"]),
        ("{date: 2026-09-01, outcome: too-early}", []),
        ("{date: 2026-06-01}, {date: 2026-09-01, actuals: {x: 7k}}", []),
        ("{date: 2026-06-01, actuals: {x: 7k}}, {date: 2026-09-01}", ["reviews[1].actuals"]),
        ("{date: 2026-09-01}, {date: 2026-06-01, actuals: {x: 7k}}", ["reviews[0].actuals"]),
    ],
)
def test_the_latest_review_holds_a_number(fields, reviews, expected):
    assert fields("review-without-actuals", f"{{{OPTIONS}, reviews: [{reviews}]}}") == expected


@pytest.mark.parametrize(
    ("forecast", "count"),
    [
        ("tags: [x]", 0),
        ("options: [{id: x, scores: {potential: 3}}]", 0),
        ("metrics: [{id: m}]", 1),
        ("options: [{id: x, risks: [{id: r, p: 10%}]}]", 1),
    ],
)
def test_a_record_that_forecast_nothing_has_nothing_to_compare(fields, forecast, count):
    record = f"{{reviews: [{{date: 2026-09-01}}], {forecast}}}"
    assert len(fields("review-without-actuals", record)) == count


@pytest.mark.parametrize(
    ("status", "count"), [("draft", 0), ("proposed", 0), ("rejected", 0), ("deprecated", 1), ("superseded", 1)]
)
def test_retired_decisions_are_asked_too(fields, status, count):
    record = f"{{status: {status}, {OPTIONS}, reviews: [{{date: 2026-09-01}}]}}"
    assert len(fields("review-without-actuals", record)) == count
