"""Which lines hang on one event."""

import subprocess
import sys

from roi_plugin.economics.events import lines_with_events
from roi_plugin.economics.resolution import resolve
from roi_plugin.model.policy import Policy


def test_a_gain_taken_over_shares_the_event_and_a_risk_has_its_own(decision):
    loss = {"id": "loss", "p": 0.3, "impact": 10}
    first = {"id": "a", "gains": [{"id": "lift", "value": 100, "p": 0.4}], "cost": 1, "risks": [loss]}
    gains = [
        {"id": "again", "same_as": "a.lift"},
        {"id": "own", "same_as": "a.lift", "p": 0.2},
        {"id": "sure", "value": 1},
    ]
    second = {"id": "b", "gains": gains, "cost": 1, "risks": [{"id": "less", "p": 0.1, "impact_same_as": "loss"}]}
    assert lines_with_events(resolve(decision(first, second), Policy())) == {
        "a/lift": "a/lift",
        "a/loss": "a/loss",
        "b/again": "a/lift",
        "b/own": "b/own",
        "b/less": "b/less",
    }


def test_asking_for_events_and_names_does_not_load_numpy():
    modules = "roi_plugin.economics.events, roi_plugin.economics.input_names"
    code = f"import sys, {modules}; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
