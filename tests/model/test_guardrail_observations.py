import datetime as dt

from roi_plugin.model.finding import dotted
from roi_plugin.model.guardrail_observations import observations_since
from roi_plugin.sources.decision_data import decision_from_data

DATA = {
    "title": "x",
    "status": "accepted",
    "date": "2026-03-02",
    "guardrails": [
        {"metric": "uptime"},
        {
            "metric": "latency",
            "observations": [
                {"date": "2026-09-01", "value": 5},
                {"date": "2026-03-01", "value": 1},
                {"date": "2026-03-02", "value": 2},
            ],
        },
    ],
    "reviews": [
        {
            "date": "2026-09-01",
            "actuals": {"latency": 7, "late": True},
            "observations": [
                {"date": "2026-08-01", "metric": "latency", "value": 4},
                {"date": "2026-08-01", "metric": "uptime", "value": 9},
                {"date": "2026-08-01", "value": 9},
            ],
        },
        {"date": "2026-10-01", "actuals": {"latency": False}},
    ],
}


UNTIL = dt.date(2026, 10, 1)


def test_what_a_guardrail_and_the_reviews_saw_stands_together_from_the_decision_on():
    decision, problems = decision_from_data(DATA, path="0001-x.yml", body=None)
    assert problems == []
    found = [(dotted(place), seen.value.text) for place, seen in observations_since(decision, 1, UNTIL)]
    assert found == [
        ("guardrails[1].observations[2]", "2"),
        ("reviews[0].observations[0]", "4"),
        ("guardrails[1].observations[0]", "5"),
        ("reviews[0].actuals.latency", "7"),
    ]
    assert [seen.value.text for _, seen in observations_since(decision, 0, UNTIL)] == ["9"]
    assert len(observations_since(decision, 1, dt.date(2026, 8, 31))) == 2
